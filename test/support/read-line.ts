/** The line of a task back into what it says, as a reader takes it. Whatever it cannot read is an error. */

export type Colour = 'red' | 'orange' | 'green';

export interface Said {
  colour: Colour;
  number: number;
  /** Of many that are overdue only the first and the last are named. */
  dates: string[];
  /** Late, by the oldest date, where red; else left, to the first. */
  days: number;
  /** As far as they are named. */
  units: string[];
}

const DATE = String.raw`\d\d/\d\d(?:/\d{4})?`;
const DATES = `${DATE}(?:, ${DATE})*`;
const ONE = String.raw`(?:hạn (?:\d\d:\d\d ngày )?|trước ${DATE} \(chậm nhất |gia hạn đến )(?<day>${DATE})(?:\)| \(hạn gốc ${DATE}\))?(?: trúng ngày nghỉ \([^)]+\), nên xong ${DATE})?`;

const LATE = [
  new RegExp(`^quá hạn (?<count>\\d+) kỳ: (?<dates>${DATES}); lâu nhất (?<days>\\d+) ngày$`),
  new RegExp(`^quá hạn \\d+ kỳ, từ (?<day>${DATE}) đến (?<dates>${DATE}); lâu nhất (?<days>\\d+) ngày$`),
  new RegExp(`^${ONE}, quá hạn (?<days>\\d+) ngày$`),
];
const TO_COME = [
  new RegExp(`^${ONE}, (?:còn (?<days>\\d+) ngày|hôm nay)(?: \\(và kỳ (?<dates>${DATES})…?\\))?$`),
];

export function readLine(line: string, colour: Colour, today: string): Said {
  const [head = '', when = '', units = ''] = line.split(' — ');
  const number = Number(/^#(\d+) \S/.exec(head)?.[1]);
  if (Number.isNaN(number)) throw new Error(`Not understood: ${line}`);
  return {
    colour,
    number,
    ...readDates(when, colour, today),
    units: units === '' ? [] : units.split('; ').toSorted(),
  };
}

/** "quá hạn 2 kỳ: 12/11, 19/11; lâu nhất 14 ngày" */
export function readDates(when: string, colour: Colour, today: string): Pick<Said, 'dates' | 'days'> {
  const patterns = colour === 'red' ? LATE : TO_COME;
  const said = patterns.map((pattern) => pattern.exec(when)?.groups).find((groups) => groups !== undefined);
  if (!said) throw new Error(`Not understood under ${colour}: ${when}`);
  const dates = [...(said.day ? [said.day] : []), ...(said.dates?.split(', ') ?? [])];
  if (said.count && Number(said.count) !== dates.length) throw new Error(`Miscounted: ${when}`);
  return { dates: dates.map((one) => dayWritten(one, today)), days: Number(said.days ?? 0) };
}

function dayWritten(written: string, today: string): string {
  const [day, month, year = today.slice(0, 4)] = written.split('/');
  return `${year}-${month}-${day}`;
}
