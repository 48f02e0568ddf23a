import type { PlatformName } from './messenger.ts';

/** How the name of a lease begins that the process has which listens to an account on the platform. */
export function listenerLease(platform: PlatformName): string {
  return `${platform} listener `;
}

/** What only one process may do at a time, on whichever machine. The database's own clock decides. */
export interface Leases {
  /**
   * Takes the lease, or holds on to it.
   * @param ms how long it holds without being taken again
   * @returns false while it is somebody else's.
   */
  take(name: string, holder: string, ms: number): Promise<boolean>;
  /** Whether anybody holds a lease whose name begins so. */
  isAnyHeld(prefix: string): Promise<boolean>;
  /** Gives it back before it runs out. Nothing happens when it is somebody else's. */
  release(name: string, holder: string): Promise<void>;
}
