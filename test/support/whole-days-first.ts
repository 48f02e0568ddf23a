import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Whole days of an office, and processes: they take longest, and the end of a run must not wait for one of them. */
const LONG = /\/test\/(days|ledger|queue|shell)\//;

/** Vitest knows how long a file takes once it has run it; in a fresh clone it would go by the length of its text. */
export class WholeDaysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => group(one) - group(other) || rank(one) - rank(other));
  }
}

function group({ project }: TestSpecification): number {
  return project.config.sequence.groupOrder;
}

function rank({ moduleId }: TestSpecification): number {
  return LONG.test(moduleId) ? 0 : 1;
}
