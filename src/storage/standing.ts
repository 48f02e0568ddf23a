import { STANDING } from '../domain/report.ts';

/** Reports that stand. */
export const STANDS = { state: { in: [...STANDING] } };

/** Dates that the task has, or that somebody has reported on. */
export const IN_SIGHT = { OR: [{ outdated: false }, { reports: { some: STANDS } }] };
