/**
 * How long a property is searched: always the same sequences, unless the variable asks for more, and elsewhere each time.
 * @param usual how many by default, and where
 */
export function runsBy(
  variable: string,
  usual: { numRuns: number; seed: number },
): { numRuns: number; seed?: number } {
  const longer = Number(process.env[variable] ?? 0);
  return longer > 0 ? { numRuns: longer } : usual;
}
