import type { PlatformName } from './messenger.ts';

/** Platforms whose account cannot send until a person mends it. */
export interface Outages {
  /** @returns since when it lasts: an outage that is known already goes on. */
  begin(platform: PlatformName, at: Date): Promise<Date>;
  end(platform: PlatformName): Promise<void>;
  /** Since when, for each platform that is out of service now. */
  present(): Promise<Map<PlatformName, Date>>;
}
