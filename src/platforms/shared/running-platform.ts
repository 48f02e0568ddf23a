import type { Messenger, PlatformName } from '../../services/ports/messenger.ts';
import type { OutageKind } from '../../services/ports/outages.ts';
import type { Deafness } from '../../services/ports/surroundings.ts';

/** A platform at work, as the house sees each of them. */
export interface RunningPlatform {
  readonly messenger: Messenger;
  /** For the health page. */
  health(): object;
  /** Why nothing is heard on it now; null while all is well, and where this process has nothing to hear. */
  deafness(): Deafness | null;
  /**
   * The link that opens the bot's private chat with an invitation; where there is none, the name by which the account
   * is found. Null while unknown.
   */
  invitationLink?(code: string): string | null;
  /** Where the platform calls, when it does. */
  readonly webhook?: Webhook;
  /** What the platform comes to fetch, where it does. */
  readonly shelf?: Shelf;
  stop(): Promise<void>;
}

/**
 * What only a person can mend. signed-out, token-refused, used-up (the plan's messages): nothing can be sent. driven-out:
 * nothing is received, because the account was opened elsewhere.
 */
export interface PlatformTrouble {
  platform: PlatformName;
  kind: OutageKind | 'driven-out';
}

export interface Webhook {
  /** Of the address: "/telegram". */
  path: string;
  /** The header, in small letters, in which the platform shows that it is itself. */
  secretHeader: string;
  /**
   * @param body the parsed JSON
   * @returns the HTTP status to answer with
   */
  handle(secret: string | undefined, body: unknown): Promise<200 | 400 | 401 | 500>;
}

/** Files that lie ready for a while, each under a name that nobody can guess. */
export interface Shelf {
  /** Of the address that the names are below: "/zalo-bot/photos". */
  path: string;
  /** Null when nothing of that name lies there, or no longer. */
  file(name: string): ShelvedFile | null;
}

export interface ShelvedFile {
  /** "image/png". */
  type: string;
  bytes: Uint8Array;
}
