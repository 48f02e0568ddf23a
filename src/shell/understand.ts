import { readTyped } from '../chat/reading/read-typed.ts';
import { actsJson } from '../chat/understanding/json.ts';
import { DOUBT, type Understanding } from '../chat/understanding/understanding.ts';
import { type Day, dayOf, officeDayAt } from '../domain/day.ts';
import { linesIn, objectIn } from './json-lines.ts';
import { print, printJson } from './print.ts';

export interface UnderstandOptions {
  json?: boolean;
}

/** `nhachan understand`: what the bot would take each text, or each line of standard input, for. */
export async function understandCommand(
  texts: string[],
  options: UnderstandOptions,
  now: Date,
): Promise<void> {
  const today = officeDayAt(now);
  if (texts.length > 0) {
    for (const text of texts) show({ text, today, isOverheard: false }, options);
    return;
  }
  for await (const line of linesIn()) show(messageIn(line, today), options);
}

interface Said {
  text: string;
  today: Day;
  isOverheard: boolean;
}

/** A line is the words themselves, or `{"message":…,"today":"2026-11-29","chat":"private"|"group"}`. */
function messageIn(line: string, today: Day): Said {
  const { message, today: given, chat } = objectIn(line) ?? {};
  if (typeof message !== 'string') return { text: line, today, isOverheard: false };
  return { text: message, today: dayIn(given) ?? today, isOverheard: chat === 'group' };
}

function dayIn(given: unknown): Day | null {
  const [, year, month, day] =
    typeof given === 'string' ? (/^(\d{4})-(\d{2})-(\d{2})$/.exec(given) ?? []) : [];
  return year === undefined ? null : dayOf(Number(year), Number(month), Number(day));
}

function show({ text, ...context }: Said, { json }: UnderstandOptions): void {
  const said: Understanding | null = readTyped(text, context);
  const acts = said === null ? [] : actsJson(said);
  const words = said?.left.filter((word) => word !== DOUBT) ?? [];
  const left = words.length > 0 ? words : (said?.left ?? []);
  const byName = said?.byName && { who: said.byName.who, asks: said.byName.asks };
  const reading = { text, sure: said?.sure ?? false, acts, left, ...(byName ? { byName } : {}) };
  if (json) printJson(reading);
  else {
    const meant = acts.map(({ act, ...rest }) => `${act} ${JSON.stringify(rest)}`).join('; ') || '—';
    const unexplained = left.length > 0 ? ` (${left.join(' | ')})` : '';
    const ofPerson = byName ? `; of "${byName.who}", if one person is called so: ${byName.asks}` : '';
    print(`${text.trim()}\n  ${reading.sure ? '' : '? '}${meant}${unexplained}${ofPerson}`);
  }
}
