import type { Act } from '../domain/permissions.ts';
import type { Command, CommandName, CommandOf } from './command.ts';
import type { Locale, WordingKey } from './translate.ts';
import type { Answer, MemberTurn, Turn } from './turn.ts';

/** All that the chat knows of a command. A file in commands/ says it, and commands/all.ts lists it. */
export type CommandKind<Name extends CommandName> = Described<Name> & Answered<Name>;

/** Each of them: a command that nobody describes is none. */
export type CommandKinds = { readonly [Name in CommandName]: CommandKind<Name> };

interface Described<Name extends CommandName> {
  slash?: readonly Slash[];
  /** Its lines in the help. One may speak of the commands listed behind it as well. */
  help?: readonly WordingKey[];
  /** Its line on the one screen that the help is; `for`: of whoever may do that at all. */
  brief?: { line: WordingKey; for?: Act };
  /**
   * Of what changes something: how it is typed so that it is done at once, whichever language the office speaks. Null where
   * only a button can say it.
   */
  typed?(command: CommandOf<Name>): string | null;
}

/** "/word" and what stands behind it. */
export type Slash = {
  /** Without diacritics. The first of a language is the one that the menu shows. */
  words: Readonly<Record<Locale, readonly string[]>>;
  /** Its line in the menu that a platform shows. `isFirst`: before those that are listed before it. */
  menu?: { line: WordingKey; isFirst?: true };
} & (
  | {
      /** Null where what stands behind it is not understood: the help is shown. */
      read(tail: string): Command | null;
    }
  | {
      /** The words that it stands for, read like any others with what stands behind them: "/xong 12 chưa" asks. */
      means: string;
    }
);

type Answered<Name extends CommandName> =
  | {
      /** Strangers too. */
      openTo: 'anybody';
      answer: AnswerTo<Turn, Name>;
    }
  | {
      /** Whoever is on a roster: without this only in a private chat or a group of the own office. */
      openTo?: 'members';
      answer: AnswerTo<MemberTurn, Name>;
    };

/** As if the command had been said in the place of the one that is being answered. */
export function answerAs<Name extends CommandName>(
  turn: MemberTurn,
  command: CommandOf<Name> & Command,
  all: CommandKinds,
): Answer | Promise<Answer> {
  return all[command.name as Name].answer(turn, command, all);
}

/** @param all what is known of each command, for what speaks of the others */
type AnswerTo<Spoken extends Turn, Name extends CommandName> = (
  turn: Spoken,
  command: CommandOf<Name>,
  all: CommandKinds,
) => Answer | Promise<Answer>;
