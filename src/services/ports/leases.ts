/** What only one process may do at a time, on whichever machine. The database's own clock decides. */
export interface Leases {
  /**
   * Takes the lease, or holds on to it.
   * @param ms how long it holds without being taken again
   * @returns false while it is somebody else's.
   */
  take(name: string, holder: string, ms: number): Promise<boolean>;
  /** Gives it back before it runs out. Nothing happens when it is somebody else's. */
  release(name: string, holder: string): Promise<void>;
}
