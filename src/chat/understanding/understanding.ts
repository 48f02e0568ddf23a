import type { Command, ReportCommand } from '../command.ts';
import type { AskedByName } from './asked-by-name.ts';

/** What a message may mean: acts in the order in which they were said. */
export interface Understanding {
  /** Nothing is left over, and it has the form of a plain sentence: it is done at once. Otherwise the person is asked first. */
  sure: boolean;
  commands: Command[];
  /** Words that no act explains, as typed. */
  left: string[];
  /** Numbers of tasks that stand in it, whatever is said of them. */
  numbers: number[];
  /** Of talk: what it would report if its words were those of a task's title. */
  byWords?: ReportCommand;
  /** What it asks if a word of it is the name of exactly one person of the office. */
  byName?: AskedByName;
  /** The message has a fixed form as a whole: "/word" or what stands for one. */
  isFormal?: true;
  /** Nothing plain was said: it is only like what people say who mean it. */
  isLikely?: true;
}

/** Stands for what no single word leaves over: the form of the sentence. */
export const DOUBT = '…';
