import type { Command } from '../../command.ts';
import { parseCorrection } from './correction.ts';
import { parseExport } from './export.ts';
import { leaveIn } from './leave.ts';
import { parseClerkPhrase, parsePhrase } from './phrase.ts';

/** A message that has the form of a command as a whole, without its slash; null for any other. */
export function formalCommand(typed: string): Command | null {
  return (
    parseExport(typed) ??
    leaveIn(typed) ??
    parsePhrase(typed) ??
    parseClerkPhrase(typed) ??
    (typed.includes('?') ? null : parseCorrection(typed))
  );
}
