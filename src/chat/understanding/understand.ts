import { type Day, dayOf, daysBetween, monthOf, yearOf } from '../../domain/day.ts';
import { fold } from '../../domain/text-fold.ts';
import type { Command } from '../command.ts';
import {
  addsTask,
  assigns,
  drops,
  invites,
  letsDo,
  restores,
  setsDeadline,
  startsTask,
} from './acts/clerk.ts';
import { asksForReview, bringsEvidence, isPolite } from './acts/courtesy.ts';
import { exports } from './acts/files.ts';
import { explains, hinders, isAtWork, passesOn, presses, takesOn } from './acts/others.ts';
import {
  asksForHelp,
  asksForHistory,
  asksForOverdue,
  asksForProgress,
  asksForTasks,
  asksOfTask,
  asksWhoOwes,
  searches,
} from './acts/questions.ts';
import { saysDone } from './acts/report.ts';
import { reviews } from './acts/review.ts';
import { undoes, withdraws } from './acts/taking-back.ts';
import { asksForTime, callsOff, decidesOnTime, needsNoTime, resumes, snoozes } from './acts/time.ts';
import { isKnown, isSilent, numbersNamed } from './clause-parts.ts';
import { type Clause, clausesIn, has } from './clauses.ts';
import { isNote, onlyTells } from './effects.ts';
import { inEnglish } from './english/in-english.ts';
import { formalCommand } from './formal/formal-command.ts';
import { marksIn } from './marks.ts';
import { messageOf, printable } from './message.ts';
import { isPlain } from './plain.ts';
import type { Act, Reading, Setting } from './reading.ts';
import { DOUBT, type Understanding } from './understanding.ts';

export interface Context {
  today: Day;
  /** Files or photos came with it. */
  hasAttachments?: boolean;
  /** Said among people, not to the bot: only what needs no goodwill counts. */
  isOverheard?: boolean;
}

/** In the order in which they are taken where they explain a clause equally well. */
const ACTS: readonly Act[] = [
  withdraws,
  decidesOnTime,
  asksForTime,
  needsNoTime,
  reviews,
  undoes,
  addsTask,
  setsDeadline,
  restores,
  startsTask,
  drops,
  assigns,
  letsDo,
  invites,
  explains,
  asksForHistory,
  resumes,
  callsOff,
  snoozes,
  saysDone,
  hinders,
  isAtWork,
  passesOn,
  presses,
  asksWhoOwes,
  asksOfTask,
  asksForHelp,
  asksForOverdue,
  asksForProgress,
  asksForTasks,
  searches,
  exports,
  takesOn,
  bringsEvidence,
  asksForReview,
  isPolite,
];

/** Reads the words of a message once. Null when nothing was typed. */
export function understand(text: string, context: Context): Understanding | null {
  const typed = printable(text);
  return fold(typed) === '' ? null : understandWords(typed, context);
}

function understandWords(typed: string, context: Context): Understanding {
  const message = messageOf(typed);
  const clauses = clausesIn(marksIn(message));
  const numbers = [...new Set(clauses.flatMap((clause) => numbersNamed(clause).numbers))];
  const setting: Setting = {
    evidence: message.evidence,
    hasEvidence: message.evidence.length > 0 || message.namesFile || context.hasAttachments === true,
    isOverheard: context.isOverheard === true,
    isOver: (day) => isOver(day, context.today),
    isLately: (month) => (monthOf(context.today) - month + 12) % 12 <= 3,
  };
  const formal = formalCommand(typed);
  if (formal !== null) {
    const sure = onlyTells(formal) || isPlain([formal], { ...setting, clauses, reads: [], left: [] });
    return { sure, commands: [formal], left: sure ? [] : [DOUBT], numbers, isFormal: true };
  }

  const english = inEnglish(typed, setting);
  if (english !== null) return message.hasOrdinals ? { ...english, sure: false, left: [DOUBT] } : english;

  if (clauses.length === 0 && message.evidence.length === 0 && typed.includes('?'))
    return { sure: true, commands: [{ name: 'help' }], left: [], numbers };

  const said = saidIn(clauses, numbers, setting);
  const understood = settled(said.readings, said.left, numbers, setting);
  const { left, byWords } = understood;
  // What reports only if its words are those of a title must be as plain as what names a number.
  const commands = byWords === undefined ? understood.commands : [byWords];
  const reads =
    byWords === undefined ? said.reads : said.reads.map((read) => (read === 'talk' ? 'report' : read));
  if (commands.every(onlyTells)) return understood;
  return message.hasOrdinals || !isPlain(commands, { ...said, ...setting, reads, left })
    ? { ...understood, sure: false, left: doubted(left) }
    : understood;
}

interface Said {
  readings: Reading[];
  left: string[];
  clauses: readonly Clause[];
  /** What each clause was read as. */
  reads: readonly (Command['name'] | null)[];
}

/** Clause by clause; where that leaves the numbers of the message to nobody, as one. */
function saidIn(clauses: Clause[], numbers: number[], setting: Setting): Said {
  const apart = clauseByClause(clauses, setting);
  const isLost =
    numbers.length > 0 &&
    !apart.readings.some(({ command }) => hasNumber(command) || command.name === 'add-task');
  if (clauses.length < 2 || !isLost) return apart;
  const spokenOf = withNumbers(apart, numbers);
  if (spokenOf !== null) return spokenOf;
  const asks = clauses.some((clause) => clause.asks);
  const whole = clauseByClause([{ marks: clauses.flatMap(({ marks }) => marks), asks }], setting);
  // What was torn apart by a comma and fits together only as a whole is never plain.
  const isBetter = whole.readings.some(({ command }) => hasNumber(command));
  return isBetter ? { ...whole, left: doubted(whole.left) } : apart;
}

/** "Việc 14 hết vướng rồi, … đã hoàn thành ạ": what is said to be done is what was named before; never plainly. */
function withNumbers(apart: Said, numbers: number[]): Said | null {
  const { readings, left } = apart;
  const report = readings.find(
    ({ command, byWords }) => byWords !== undefined || (command.name === 'report' && command.explicit),
  );
  const said = report?.command.name === 'report' ? report.command : report?.byWords;
  if (report === undefined || said === undefined) return null;
  const named: Reading = { command: { ...said, numbers }, left: report.left, cues: report.cues };
  return {
    ...apart,
    readings: readings.map((one) => (one === report ? named : one)),
    left: doubted(left),
  };
}

function hasNumber(command: Command): boolean {
  if ('numbers' in command) return command.numbers.length > 0;
  if ('number' in command) return command.number !== null;
  if (command.name === 'review') return true;
  return command.name === 'decide-extension';
}

function clauseByClause(clauses: Clause[], setting: Setting): Said {
  const isReturned = clauses.some(givesBack);
  const read = clauses
    .filter((clause) => !givesBack(clause))
    .map((clause) => ({ clause, reading: readingOf(clause, setting) }))
    .map((one) => (isReturned ? { ...one, reading: one.reading && undone(one.reading) } : one));
  const left = read.flatMap(({ clause, reading }) => reading?.left ?? unexplained(clause));
  return {
    readings: read.flatMap(({ reading }) => (reading === null ? [] : [reading])),
    left,
    clauses: read.map(({ clause }) => clause),
    reads: read.map(({ reading }) => reading?.command.name ?? null),
  };
}

/** "… nhưng tỉnh trả về bắt bổ sung": what was handed in is to be done again. */
function givesBack({ marks, asks }: Clause): boolean {
  return (
    !asks &&
    has(marks[0], 'but') &&
    marks.some((mark) => has(mark, 'reversal', 'giveBack')) &&
    // "… nhưng bị lỗi nên nộp lại rồi": done again.
    !marks.some((mark) => has(mark, 'deny', 'already') || mark.entity?.kind === 'numbers')
  );
}

function undone(reading: Reading): Reading {
  const { command } = reading;
  if (command.name !== 'report' || command.numbers.length === 0) return reading;
  return { command: { name: 'not-done', numbers: command.numbers }, left: [], cues: reading.cues };
}

function doubted(left: string[]): string[] {
  return left.includes(DOUBT) ? left : [...left, DOUBT];
}

function readingOf(clause: Clause, setting: Setting): Reading | null {
  const readings = ACTS.flatMap((act, order) => {
    const reading = act(clause, setting);
    return reading === null ? [] : [{ reading, order }];
  });
  const [best] = readings.toSorted(
    (a, b) =>
      a.reading.left.length - b.reading.left.length || b.reading.cues - a.reading.cues || a.order - b.order,
  );
  return best?.reading ?? null;
}

function unexplained({ marks }: Clause): string[] {
  return marks
    .filter((mark) => !isSilent(mark) && !(has(mark, 'courtesy') && isKnown(mark)))
    .map(({ typed }) => typed);
}

const WEAK = new Set(['courtesy', 'talk']);
function settled(said: Reading[], left: string[], numbers: number[], setting: Setting): Understanding {
  const strong = said.filter(({ command }) => !WEAK.has(command.name));
  const readings =
    strong.length > 0
      ? withEvidence(denied(hindered(takenBack(merged(strong, numbers)))), said, setting)
      : said.slice(0, 1);
  if (
    readings.length === 0 ||
    readings.every(({ command }) => command.name === 'talk' || command.name === 'courtesy')
  ) {
    return idle(readings, left, numbers, setting);
  }
  const commands = readings.map(({ command }) => command);
  // What was said of the same work before or after it in other words takes a report back or leaves it in doubt.
  const talks =
    said.some(({ command }) => command.name === 'talk' || command.name === 'undo') &&
    strong.length !== said.length;
  const isOnlyTold = commands.every(onlyTells);
  const fits =
    !talks &&
    goTogether(commands) &&
    commands.length === new Set(commands.map(({ name }) => name)).size &&
    agree(commands);
  const unexplainedBy = isOnlyTold || fits ? left : doubted(left);
  const sure = isOnlyTold || commands.every(isNote) || unexplainedBy.length === 0;
  return { sure: sure && isComplete(commands), commands, left: unexplainedBy, numbers };
}

/** Without a number nobody knows yet which task is meant. */
function isComplete(commands: Command[]): boolean {
  return commands.every(
    (command) => command.name !== 'report' || command.numbers.length > 0 || !command.explicit,
  );
}

/** "Việc phải làm: hoàn thành 12" asks for nothing and reports nothing: beside a report only what is said of other tasks. */
function goTogether(commands: Command[]): boolean {
  const isReport = commands.some(({ name }) => name === 'report');
  return (
    !isReport ||
    commands.every(({ name }) => ['report', 'not-done', 'partial', 'ask-extension'].includes(name))
  );
}

/** A claim beside its own denial is none. */
function agree(commands: Command[]): boolean {
  const done = commands.flatMap((command) => (command.name === 'report' ? command.numbers : []));
  const others = commands.flatMap((command) =>
    command.name !== 'report' && 'numbers' in command
      ? command.numbers
      : command.name === 'ask-extension' && command.number !== null
        ? [command.number]
        : [],
  );
  const isVague = commands.some(
    (command) => command.name !== 'report' && 'numbers' in command && command.numbers.length === 0,
  );
  return !done.some((number) => others.includes(number)) && !(done.length > 0 && isVague);
}

/** The same act said of several tasks is one; a request for time takes the number said before it. */
function merged(readings: Reading[], numbers: number[]): Reading[] {
  const result: Reading[] = [];
  for (const reading of readings) {
    const command = reading.command;
    const before = result.find((one) => isSameAct(one.command, command));
    if (before && 'numbers' in before.command && 'numbers' in command) {
      const all = [...new Set([...before.command.numbers, ...command.numbers])];
      const joined = { ...before.command, numbers: all } as Command;
      result[result.indexOf(before)] = { ...before, command: joined };
    } else if (command.name === 'ask-extension' && command.number === null && numbers.length === 1) {
      const [number = null] = numbers;
      const index = result.findIndex(
        (one) =>
          one.command.name === 'not-done' || one.command.name === 'task' || one.command.name === 'obstacle',
      );
      if (index >= 0) result.splice(index, 1);
      result.push({ ...reading, command: { ...command, number } });
    } else if (!before) {
      result.push(reading);
    }
  }
  return result;
}

/** "Mai nhắc lại 6, thứ 6 nhắc lại 7" says two things. */
function isSameAct(one: Command, other: Command): boolean {
  return (
    one.name === other.name && !(one.name === 'snooze' && other.name === 'snooze' && one.when !== other.when)
  );
}

/** "12 chưa xong đâu, em bấm nhầm": the mistake was to report it. */
function takenBack(readings: Reading[]): Reading[] {
  const denied = readings.find(({ command }) => command.name === 'not-done' && command.numbers.length > 0);
  const undone = readings.some(({ command }) => command.name === 'undo');
  if (!undone || denied?.command.name !== 'not-done') return readings;
  return [{ ...denied, command: { name: 'withdraw', numbers: denied.command.numbers } }];
}

/** "15 vướng mặt bằng, chưa làm được": one thing said twice. */
function hindered(readings: Reading[]): Reading[] {
  const isHindered = readings.some(
    ({ command }) => command.name === 'obstacle' || command.name === 'partial',
  );
  return readings.filter(
    ({ command }) => !(isHindered && command.name === 'not-done' && command.numbers.length === 0),
  );
}

/** "Đã làm nhưng chưa xong": what is not said to be of something else, the denial speaks of. */
function denied(readings: Reading[]): Reading[] {
  const denies = readings.some(({ command }) => command.name === 'not-done' && command.numbers.length === 0);
  return readings.filter(
    ({ command }) => !(denies && command.name === 'report' && command.numbers.length === 0),
  );
}

/** "#12 https://…": with a link beside it, it is not asked about. */
function withEvidence(readings: Reading[], said: Reading[], setting: Setting): Reading[] {
  const [only] = readings;
  if (
    setting.evidence.length === 0 ||
    readings.length !== 1 ||
    only?.command.name !== 'task' ||
    said.length > 1 ||
    only.cues > 1
  )
    return readings;
  const { number } = only.command;
  const command: Command = {
    name: 'report',
    numbers: [number],
    words: '',
    month: null,
    evidence: setting.evidence,
    explicit: false,
  };
  return [{ ...only, command }];
}

/** Nothing that is for the bot; but evidence, or a number, may be meant to be. */
function idle(readings: Reading[], left: string[], numbers: number[], setting: Setting): Understanding {
  const [reading] = readings;
  // With a link beside them the words are of what was handed in.
  if (setting.evidence.length > 0 && reading?.byWords) {
    return { sure: false, commands: [reading.byWords], left, numbers };
  }
  if (setting.evidence.length > 0) {
    const report: Command = {
      name: 'report',
      numbers,
      words: '',
      month: null,
      evidence: setting.evidence,
      explicit: false,
    };
    return { sure: left.length === 0, commands: [report], left, numbers };
  }
  if (reading?.command.name === 'courtesy' && left.length === 0)
    return { sure: true, commands: [reading.command], left, numbers };
  if (reading?.byWords && numbers.length === 0)
    return { sure: false, commands: [reading.command], left, numbers, byWords: reading.byWords };
  if (reading?.command.name === 'talk')
    return { sure: false, commands: [reading.command, ...(reading.or ? [reading.or] : [])], left, numbers };
  return { sure: false, commands: [{ name: 'unknown', command: null }], left, numbers };
}

/** So long ago somebody may speak of a day without its year. */
const LATELY_DAYS = 120;

/** A day of this year or of the year that it names, against today. */
function isOver(words: string, today: Day): boolean {
  const [day, month, year] = (words.match(/\d+/g) ?? []).map(Number);
  // "2/3" alone may be two thirds, and "trước ngày 29/11" a deadline.
  if (
    day === undefined ||
    month === undefined ||
    /^[a-z]+ (?:ngay|hom|\d)/.test(words.replace(/^(?:ngay|hom) /, ''))
  )
    return false;
  if (year === undefined && !/ngay|hom/.test(words)) return false;
  const full = year === undefined ? yearOf(today) : year < 100 ? 2000 + year : year;
  const written = dayOf(full, month, day);
  return (
    written !== null && written <= today && (year !== undefined || daysBetween(written, today) <= LATELY_DAYS)
  );
}
