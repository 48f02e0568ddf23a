import type { DeliveryFailure, PlatformName } from './messenger.ts';

/** Counts what this process does, for whoever draws curves of it. */
export interface Meter {
  /** A message's turn has come: it is taken for sending for the first time. */
  due(): void;
  /** All of it has arrived, so long after it was owed. */
  sent(lateMs: number): void;
  failed(platform: PlatformName, kind: DeliveryFailure['kind']): void;
  /** The platform said that too much is sent (429). */
  throttled(platform: PlatformName): void;
  /** A message was taken from a sender that had died. */
  tookOver(): void;
  /** Something came in. Not new: it had come before. */
  received(platform: PlatformName, isNew: boolean): void;
  /** The auditor has found dates that should have been told and were not. */
  untold(dates: number): void;
  /** The planner begins. @returns what is to be called when it ends */
  planning(): () => void;
}

/** Where nobody looks at it. */
export const noMeter: Meter = {
  due() {},
  sent() {},
  failed() {},
  throttled() {},
  tookOver() {},
  received() {},
  untold() {},
  planning: () => () => {},
};
