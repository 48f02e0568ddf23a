import type { EvidenceGiven } from '../../domain/evidence.ts';
import type { Command, ReportCommand } from '../command.ts';
import type { Clause } from './clauses.ts';

/** One thing that a clause may mean. */
export interface Reading {
  command: Command;
  /** What else it may be, where nobody can tell. */
  or?: Command;
  /** What it reports if its words are those of a task's title: only the tasks can tell. */
  byWords?: ReportCommand;
  /** Words that it leaves unexplained, as typed. */
  left: string[];
  /** How plainly the clause says it: of readings that leave the same, the plainer one is meant. */
  cues: number;
}

/** What a message is read with, besides its words. */
export interface Setting {
  evidence: EvidenceGiven[];
  /** Something came with it or is named: a link, a cited document, a file. */
  hasEvidence: boolean;
  /** Said among people, not to the bot. */
  isOverheard: boolean;
  /** Whether a day as written ("12/11", "ngày 12/11/2026") is today or over. */
  isOver(day: string): boolean;
  /** Whether a month (1-12) is this one or one of the last three. */
  isLately(month: number): boolean;
}

/** Reads a clause as one kind of act; null where it says nothing of the kind. */
export type Act = (clause: Clause, setting: Setting) => Reading | null;
