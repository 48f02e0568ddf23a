/**
 * Small values that all processes share. Each is read, and replaced only as long as it still is what was read (compare
 * and set), so that of several who change one at once none undoes what another has done.
 */
export interface Registers {
  /**
   * @returns what stands there, null where nothing does; and the time that all processes go by, in milliseconds, at some
   * moment between the asking and the answer.
   * @throws when whoever keeps them cannot be reached.
   */
  read(name: string): Promise<{ value: string | null; now: number }>;
  /**
   * @param is never empty
   * @returns false when somebody else has changed it since: then nothing was written.
   * @throws as {@link read} does; it may have been written.
   */
  replace(name: string, was: string | null, is: string): Promise<boolean>;
}
