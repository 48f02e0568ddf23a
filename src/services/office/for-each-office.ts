import type { Organization } from '../ports/offices.ts';

/**
 * One office whose data is broken must not cost those after it.
 * @param what of the message: "Not planned"
 * @throws {AggregateError} names the offices that failed, once all have had their turn.
 */
export async function forEachOffice(
  offices: Organization[],
  what: string,
  work: (office: Organization) => Promise<void>,
): Promise<void> {
  const failures: Error[] = [];
  for (const office of offices) {
    await work(office).catch((cause: unknown) => {
      failures.push(new Error(`${office.name}: ${String(cause)}`, { cause }));
    });
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, `${what}: ${failures.map(({ message }) => message).join('; ')}`);
  }
}
