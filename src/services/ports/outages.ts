import type { PlatformName } from './messenger.ts';

/** signed-out: the account's session is over. used-up: the plan's messages are. */
export type OutageKind = 'signed-out' | 'token-refused' | 'used-up';

export interface Outage {
  kind: OutageKind;
  since: Date;
}

/** Platforms whose account cannot send until a person mends it. */
export interface Outages {
  /**
   * @returns since when it lasts: an outage that is known already goes on. `isNew`: so far nobody knew of one, or only
   * of one that another remedy mends.
   */
  begin(platform: PlatformName, kind: OutageKind, at: Date): Promise<{ since: Date; isNew: boolean }>;
  /** @param kind ends only an outage of this kind; absent: any */
  end(platform: PlatformName, kind?: OutageKind): Promise<void>;
  /** The platforms that are out of service now. */
  present(): Promise<Map<PlatformName, Outage>>;
}
