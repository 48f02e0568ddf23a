import type { Tone } from '../services/ports/report-writer.ts';

/** From what is behind one to what hurts: the order of a bar's parts. */
export const TONES: Tone[] = ['done', 'in-time', 'due-soon', 'overdue'];

/** The colours that offices know: red is overdue, orange due soon, green in time. */
export const COLOURS: Record<Tone, string> = {
  done: '2E7D32',
  'in-time': 'A5D6A7',
  'due-soon': 'F59E0B',
  overdue: 'D32F2F',
};

/** The same, dark enough to be read as letters on white. */
export const INKS: Record<Tone, string> = {
  done: '1B5E20',
  'in-time': '2E7D32',
  'due-soon': 'B45309',
  overdue: 'B91C1C',
};
