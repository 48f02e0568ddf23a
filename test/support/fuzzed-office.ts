/** An office that is sent anything: what it must never answer, and what must never be logged. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { root } from '../../src/root.ts';
import { embeddedDatabase } from './databases.ts';
import { documents } from './fuzz-documents.ts';
import { messages, SECRETS } from './fuzz-messages.ts';
import { LAM_SON } from './office-of-lam-son.ts';
import { type Heard, OfficesHeard } from './offices-heard.ts';
import { openedOnce } from './open-database.ts';

type Wordings = { [key: string]: string | Wordings };
const wordingsOf = (locale: string): [string, string][] => {
  const flat = (node: Wordings, path: string): [string, string][] =>
    Object.entries(node).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
    );
  return flat(JSON.parse(readFileSync(join(root, 'locales', `${locale}.json`), 'utf8')), '');
};
const VI = wordingsOf('vi');
const KEYS = VI.map(([key]) => key).filter((key) => key.includes('.'));
const vietnamese = VI.map(([, wording]) => wording).join('\n');
/** What the English locale says of its own: some words in a row that are in no Vietnamese wording. */
const ENGLISH = [
  ...new Set(
    wordingsOf('en')
      .flatMap(([, wording]) => wording.split(/\{\{\w+\}\}|["\n]/))
      .map((part) => part.trim())
      .filter(
        (part) => part.split(' ').length >= 4 && /^[\x20-\x7e]+$/.test(part) && !vietnamese.includes(part),
      ),
  ),
];

const NEVER = [/\bundefined\b/, /\bnull\b/, /\bNaN\b/, /\[object/, /\{\{/, /\n\s+at .+:\d+/, /\b\w*Error:/];

function faultsOf({ text }: Heard, said: string): string[] {
  const own = (part: string) => !said.includes(part);
  return [
    ...NEVER.flatMap((pattern) => pattern.exec(text)?.[0] ?? []).filter(own),
    ...KEYS.filter(
      (key) => text.includes(key) && own(key) && new RegExp(`(?<![\\w./])${key}(?![\\w./])`).test(text),
    ),
    ...ENGLISH.filter((part) => text.includes(part) && own(part)),
  ];
}

const SPEAKERS = ['F:Lan', 'F:Hạnh', 'F:Thái', 'F:Việt', 'ai đó'];

export async function fuzz({
  seed,
  said,
  sent,
}: {
  seed: number;
  said: number;
  sent: number;
}): Promise<void> {
  const database = await openedOnce(embeddedDatabase);
  await database.empty();
  const offices = new OfficesHeard(database.opened, '2026-11-20 09:00');
  const rows = Array.from({ length: 30 }, (_, nth) => ({
    title: `Rà soát việc thứ ${nth + 1} của phường`,
    deadline: nth % 5 === 0 ? 'Thường xuyên' : `${1 + (nth % 28)}/12/2026`,
    lead: nth % 2 === 0 ? 'VHXH' : 'KT',
  }));
  await offices.joinAll(await offices.opens('XLS', LAM_SON, rows), 'F');
  const faults: object[] = [];
  let last: Heard[] = [];
  const note = (what: string, heard: Heard[]) => {
    for (const one of heard) {
      const found = faultsOf(one, what);
      if (found.length > 0) faults.push({ what, found, text: one.text.slice(0, 400) });
    }
    if (heard.length > 0) last = heard;
  };
  const failures = () => offices.logged.filter((line) => line.includes('"level":50'));
  const texts = messages(said, seed);
  let sendings = 0;
  // As the clients of the platforms fail: the address has the token, and the request hangs on the error.
  offices.refusal = (message) => {
    sendings += 1;
    if (sendings % 9 > 0) return null;
    const error = new Error(
      `POST https://api.example.vn/bot${SECRETS[0]}/sendMessage failed for ${SECRETS[2]}`,
    );
    return Object.assign(error, { on: { payload: message }, cause: new Error(JSON.stringify(message)) });
  };
  for (const [nth, text] of texts.entries()) {
    const speaker = SPEAKERS[nth % SPEAKERS.length] ?? '';
    const known = failures().length;
    offices.clock.set(new Date(offices.clock.now().getTime() + 15_000));
    if (nth % 11 === 0) await offices.saysIn('Nhóm F', 'F:Hạnh', '/ketnoi');
    const heard =
      nth % 7 === 0
        ? await offices.saysIn('Nhóm F', speaker, text, { addressed: nth % 2 === 0 })
        : nth % 5 === 0
          ? await offices.says(speaker, text, { replyToMessageId: last[0]?.id ?? 'none' })
          : await offices.says(speaker, text);
    note(text, heard);
    const button = heard.find(({ chat }) => chat === speaker)?.buttons[0];
    if (button !== undefined && nth % 3 === 0)
      note(text, await offices.presses(speaker, button, heard[0]?.id));
    if (failures().length > known) faults.push({ what: text, failed: failures().at(-1)?.slice(0, 600) });
  }
  offices.refusal = () => null;
  for (const { name, bytes } of await documents(sent, seed)) {
    const known = failures().length;
    const what = `${name} ${Buffer.from(bytes.slice(0, 60)).toString('hex')}`;
    const heard = await offices.sends('F:Hạnh', name, bytes);
    note(what, heard);
    if (heard.length === 0) faults.push({ what, failed: 'no answer' });
    if (failures().length > known) faults.push({ what, failed: failures().at(-1)?.slice(0, 600) });
  }
  note('', await offices.at('2026-11-23 07:45'));
  expect(faults).toEqual([]);

  const log = offices.logged.join('');
  expect(offices.logged.length).toBeGreaterThan(0);
  expect([
    ...SECRETS.filter((secret) => log.includes(secret)),
    ...texts.flatMap((text) => loggedOf(text, log)),
  ]).toEqual([]);
}

/** Words of a message, as many as nobody logs by chance. */
function loggedOf(text: string, log: string): string[] {
  const parts = [text.slice(0, 14), text.slice(Math.floor(text.length / 2)).slice(0, 14)];
  return parts.filter((part) => part.trim().length >= 12 && log.includes(JSON.stringify(part).slice(1, -1)));
}
