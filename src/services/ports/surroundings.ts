import type { PlatformName } from './messenger.ts';

/** Why nothing is heard on a platform. ousted: its account was opened elsewhere. */
export interface Deafness {
  kind: 'silent' | 'ousted';
  why: string;
}

/** What the service stands on besides its database, as this process sees it. */
export interface Surroundings {
  /** The platforms on which this process should hear something and does not. */
  deaf(): ReadonlyMap<PlatformName, Deafness>;
  /** The platforms to which some process of the service must listen. */
  readonly listenedTo: readonly PlatformName[];
  /** Of the disk with the data; null where there is none of ours. */
  freeBytes(): Promise<number | null>;
  /** @throws the reason why the queue takes no jobs */
  tryQueue(): Promise<void>;
}
