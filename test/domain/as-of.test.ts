import { describe, expect, it } from 'vitest';
import { asOf } from '../../src/domain/as-of.ts';
import { instantAt } from '../../src/domain/day.ts';
import { anOccurrence, aTask, aUnit } from '../support/builders.ts';

const culture = aUnit({ name: 'Phòng Văn hóa - Xã hội' });
const economy = aUnit({ name: 'Phòng Kinh tế' });

describe('the tasks as they stood when a day began', () => {
  const date = anOccurrence({
    lastDay: '2026-11-10',
    state: 'reported',
    reportedOn: '2026-11-12',
    reportedBy: [culture.id, economy.id],
  });
  const task = { ...aTask({ leads: [culture, economy], occurrences: [date] }), trackedFrom: '2026-11-02' };
  const report = (unitId: number, day: string) => ({
    occurrenceId: date.id,
    unitIds: [unitId],
    at: instantAt(day, '10:00'),
    state: 'counted' as const,
    found: 'open' as const,
  });
  const reports = [report(culture.id, '2026-11-09'), report(economy.id, '2026-11-12')];
  const stood = (day: string) => asOf([task], reports, day)[0]?.occurrences[0];

  it('are what they are now, from the day after the last report', () => {
    expect(stood('2026-11-13')).toEqual(date);
  });

  it('are open on the day of the last report, with the one that had come', () => {
    expect(stood('2026-11-12')).toMatchObject({ state: 'open', reportedOn: null, reportedBy: [culture.id] });
    expect(stood('2026-11-09')).toMatchObject({ state: 'open', reportedBy: [] });
  });

  it('are not there before their plan came in', () => {
    expect(asOf([task], reports, '2026-11-02')).toEqual([]);
  });

  it('were over where a report found them over', () => {
    const past = reports.map((one) => ({ ...one, found: 'past' as const }));
    expect(asOf([task], past, '2026-11-08')[0]?.occurrences[0]?.state).toBe('past');
  });
});
