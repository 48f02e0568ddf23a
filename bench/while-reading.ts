/**
 * How long "xong 1" of one person waits while the longest plan that is taken is read for another: read in the process
 * that answers, and read aside. `npx tsx bench/while-reading.ts`
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringInRoster } from '../src/chat/commands/bring-in-roster.ts';
import { readConfig } from '../src/config.ts';
import { ReaderPool } from '../src/documents/apart/reader-pool.ts';
import { type Reading, readHere } from '../src/documents/reading.ts';
import { createLog } from '../src/log.ts';
import { startOffice } from '../src/main.ts';
import { ConsolePlatform } from '../src/platforms/console/console-platform.ts';
import { defaultRules } from '../src/services/office/office-rules.ts';
import { MOST_ROWS, type Roster } from '../src/services/ports/documents.ts';

const CLERK = 'Đỗ Thị Hạnh';
const OFFICER = 'Hà Thị Lan';

const ROSTER: Roster = {
  office: { name: 'UBND xã Bản Mơ' },
  units: [{ name: 'Phòng Kinh tế', aliases: ['KT'] }],
  people: [CLERK, OFFICER].map((name) => ({
    name,
    unit: 'Phòng Kinh tế',
    title: 'Chuyên viên',
    role: name === CLERK ? 'clerk' : 'officer',
    unitHead: false,
  })),
  problems: [],
};

function plan(rows: number): string {
  const tasks = Array.from(
    { length: rows },
    (_, i) =>
      `${i + 1}\tRà soát, cập nhật hồ sơ nhóm ${i + 1}, công khai kết quả\tTrước ngày 30/11/2026\tPhòng Kinh tế`,
  );
  return ['TT\tNhiệm vụ\tTiến độ\tChủ trì', ...tasks].join('\n');
}

/** @returns what each "xong 1" took, in ms, from its arrival to its answer, as long as the plan was not answered. */
async function answerTimes(read: Reading): Promise<{ ms: number[]; planMs: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'while-reading-'));
  const file = join(folder, 'ke-hoach.tsv');
  await writeFile(file, plan(MOST_ROWS - 1));
  const heard = new Map<string, () => void>();
  const platform = new ConsolePlatform(({ chat, lines }) => {
    if (chat.id === CLERK && lines.some(({ text }) => text.startsWith('Đang đọc'))) return;
    heard.get(chat.id)?.();
  });
  const office = await startOffice({
    config: readConfig({ DATA_DIR: join(folder, 'data') }),
    log: createLog('silent'),
    roles: ['worker'],
    messengers: [platform],
    read,
  });
  const answer = (chat: string) => new Promise<void>((resolve) => heard.set(chat, resolve));
  try {
    await office.storage.transaction((store) =>
      bringInRoster(store, ROSTER, 'vi', { memberId: null, updateId: null, at: new Date() }, defaultRules),
    );
    const [{ id = 0 } = {}] = await office.storage.offices.all();
    const people = await office.storage.offices.members(id);
    await office.storage.transaction(async (store) => {
      for (const member of people) {
        const chat = await store.chats.at({
          platform: 'console',
          chat: { id: member.name, kind: 'private' },
        });
        await store.offices.linkAccount(member.id, 'console', member.name, new Date());
        await store.chats.bindToMember(chat.id, member);
      }
    });
    const ask = async (from: number) => {
      const answered = answer(OFFICER);
      await platform.says(office.receive, OFFICER, { text: 'xong 1' });
      await answered;
      return performance.now() - from;
    };
    for (let i = 0; i < 5; i++) await ask(performance.now());
    const ms: number[] = [];
    const from = performance.now();
    let planMs = 0;
    const planAnswered = answer(CLERK).then(() => {
      planMs = performance.now() - from;
    });
    await platform.says(office.receive, CLERK, { text: '', file });
    while (planMs === 0) {
      // From the moment at which it was to come: what blocks the process keeps it from coming, too.
      const due = performance.now() + 20;
      await new Promise((resolve) => setTimeout(resolve, 20));
      ms.push(await ask(due));
    }
    await planAnswered;
    return { ms, planMs };
  } finally {
    await office.stop();
    await rm(folder, { recursive: true });
  }
}

const pool = new ReaderPool();
for (const [name, read] of [
  ['in the same process', readHere],
  ['aside', pool.read],
] as const) {
  const { ms, planMs } = await answerTimes(read);
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  process.stdout.write(
    `read ${name}: plan answered after ${Math.round(planMs)} ms; "xong 1" meanwhile ${ms.length} times: ` +
      `median ${at(0.5)} ms, longest ${at(1)} ms\n`,
  );
}
pool.close();
