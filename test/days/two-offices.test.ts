/**
 * Two offices in one database, with the same people's names and the same numbers: whatever one does, with whatever it finds
 * out of the other, the other keeps every row as it is, and not a word of it comes out.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readDocument } from '../../src/documents/read-document.ts';
import { fold } from '../../src/domain/text-fold.ts';
import { inviteMember } from '../../src/services/people/invite-member.ts';
import { makeParentCode } from '../../src/services/people/parent-link.ts';
import type { OutboundFile } from '../../src/services/ports/messenger.ts';
import { embeddedDatabase } from '../support/databases.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type Heard, OfficesHeard } from '../support/offices-heard.ts';
import { type OpenDatabase, openedOnce } from '../support/open-database.ts';
import { rowsOf, tablesUnknown } from '../support/rows-of-office.ts';
import { runsBy } from '../support/runs.ts';

/** In everything that is the other's. */
const SECRET = 'Bạch Hạc';
const ROWS = ['Rà soát hộ nghèo', 'Kiểm kê tài sản', 'Báo cáo chuyển đổi số', 'Tập huấn phòng cháy'].map(
  (title, nth) => ({ title, deadline: `${20 + nth}/11/2026`, lead: nth % 2 === 0 ? 'VHXH' : 'KT' }),
);
/** Longer: TWO_OFFICES=2000. */
const { numRuns: ACTS, seed } = runsBy('TWO_OFFICES', { numRuns: 150, seed: 20261130 });

let database: OpenDatabase;
let offices: OfficesHeard;
let other: number;
/** The messages that the other office has been sent, and the codes that it has given. */
const theirs = { messages: [] as string[], buttons: [] as string[], codes: [] as string[] };
const people = ['A:Lan', 'A:Hạnh', 'A:Thái', 'A:Việt', 'A:Hưng', 'kẻ lạ'];

beforeAll(async () => {
  database = await openedOnce(embeddedDatabase);
  await database.empty();
  offices = new OfficesHeard(database.opened, '2026-11-16 08:00');
  const a = await offices.opens('XLS', LAM_SON, ROWS);
  const theirRoster = {
    ...LAM_SON,
    office: { name: `UBND xã ${SECRET}` },
    people: LAM_SON.people.map((person) => ({ ...person, title: `${person.title} ${SECRET}` })),
  };
  const b = await offices.opens(
    'XBH',
    theirRoster,
    ROWS.map((row) => ({ ...row, title: `${row.title} ${SECRET}` })),
  );
  other = b.id;
  await offices.joinAll(a, 'A');
  const accounts = await offices.joinAll(b, 'B');
  const keeps = (heard: Heard[]) => {
    theirs.messages.push(...heard.map(({ id }) => id));
    theirs.buttons.push(...heard.flatMap(({ buttons }) => buttons));
    return heard;
  };
  const lives: [string, string][] = [
    ['B:Lan', 'xong 1 https://bachhac.example.vn/1'],
    ['B:Hưng', `xin gia hạn 2 đến 25/12/2026 vì chờ ${SECRET}`],
    ['B:Lan', `vướng 3 vì kinh phí của ${SECRET}`],
    ['B:Lan', 'nhắc lại 3 vào ngày mai'],
    ['B:Việt', 'việc 3 không phải của phòng em, chuyển cho phòng Kinh tế'],
    ['B:Hạnh', '/han 4 15/12/2026'],
    ['B:Hạnh', `/themviec Họp thôn ${SECRET}, VHXH, 30/11`],
    ['B:Hạnh', 'anh Nam nghỉ từ 20/11 đến 25/11, chị Lan làm thay'],
    ['B:Hạnh', `/nhap 1. Nộp báo cáo ${SECRET} trước 30/12/2026\n2. Họp ${SECRET} ngày 29/12/2026`],
    ['B:Thái', `góp ý: bot ${SECRET} nên chậm hơn`],
    ['B:Lan', '/lich'],
    ['B:Thái', '/viec'],
  ];
  for (const [who, words] of lives) keeps(await offices.says(who, words));
  keeps(await offices.saysIn('Nhóm B', 'B:Hạnh', '/ketnoi'));
  await offices.saysIn('Nhóm A', 'A:Hạnh', '/ketnoi');
  keeps(await offices.at('2026-11-17 07:45'));
  const author = { memberId: null, updateId: null, at: offices.clock.now() };
  const clerk = accounts.get('B:Hạnh');
  if (!clerk) throw new Error('There is a clerk');
  await offices.storage.transaction(async (store) => {
    theirs.codes.push((await inviteMember(store, clerk, author)).code);
    const made = await makeParentCode(store, { member: clerk, updateId: 1, at: author.at });
    if (made.kind !== 'made') throw new Error('No code');
  });
});

const LARGE = 60;
const PRESSES = [
  ...['undo', 'accept', 'return', 'grant', 'refuse', 'take', 'decline', 'parent-yes', 'parent-no', 'invite'],
  ...['unbind', 'confirm', 'discard', 'browse', 'drop', 'keep', 'alone', 'task', 'extend', 'withdraw'],
  ...['done', 'picture', 'table', 'ranking-picture', 'ranking-table'],
];
const WORDS = [
  ...[
    'xong 1',
    'xong 2 https://a.example.vn',
    '#3',
    '/viec',
    '/tiendo',
    '/quahan',
    '/nhatky 1',
    'rút 1',
    '/vuongmac',
  ],
  ...[
    'duyệt 1',
    'trả lại 1 thiếu biểu',
    'đồng ý gia hạn 2',
    'xin gia hạn 2 đến 20/12',
    '/xuat excel',
    '/xuat word',
  ],
  ...[
    '/xuat lich',
    '/tiendo Lan',
    '/timviec Bạch Hạc',
    'tìm rà soát',
    'đôn đốc 1',
    '/dondoc KT',
    'nhận 3',
    '/hoantac',
  ],
  ...[
    'hoàn tác',
    '/nhom',
    '/donvi',
    '/nhansu',
    '/danhba',
    'đồng ý',
    'hủy',
    'đồng ý cho nghỉ 2 người',
    '/xem',
    '/kenh',
  ],
  ...[
    '/moi Lan',
    '/caidat gio 7h',
    '/han 1 20/12/2026',
    '/giao 1 Lan',
    '/bo 3',
    '/laylai 3',
    'nghỉ từ 18/11 đến 19/11',
  ],
  ...[
    '/xephang',
    '/macaptren',
    '/roicaptren',
    '/gopy',
    'xóa chị Lan',
    'thêm Mạc Thị Sen, VHXH',
    '/choduyet',
    '/lich',
  ],
  ...[
    'ai chưa báo cáo việc 1',
    'phòng KT tháng 11 thế nào',
    '/xuat kết quả quý 4',
    '/xuat theo người tháng 11',
    '1',
    '0',
  ],
];

const who = fc.constantFrom(...people);
const id = fc.integer({ min: 1, max: LARGE });
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('says'), who, words: fc.constantFrom(...WORDS) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('presses'),
      who,
      press: fc.constantFrom(...PRESSES),
      id,
      more: id,
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('presses-theirs'), who, nth: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('replies'),
      who,
      words: fc.constantFrom(...WORDS),
      nth: fc.nat(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('edits'),
      who,
      words: fc.constantFrom(...WORDS),
      nth: fc.nat(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('reacts'), who, nth: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('in-their-group'),
      who,
      words: fc.constantFrom(...WORDS),
      nth: fc.nat(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('code'),
      who: fc.constantFrom(...people.slice(0, 5)),
      nth: fc.nat(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('roster'), code: fc.constantFrom('', 'XBH', 'XLS') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('group-moves'), from: fc.constantFrom('Nhóm A', 'A:Lan') }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

const oneOf = (some: string[], nth: number) => some[nth % some.length] ?? '';

function happens(one: Act): Promise<Heard[]> {
  if ('press' in one) {
    const data = one.more % 3 === 0 ? `${one.press}:${one.id}@${one.more}` : `${one.press}:${one.id}`;
    return offices.presses(one.who, one.more % 5 === 0 ? `give:${one.id % 5}/m${one.more}@${one.id}` : data);
  }
  switch (one.does) {
    case 'roster': {
      const lines = [
        `Cơ quan: UBND xã ${SECRET}`,
        ...('code' in one && one.code !== '' ? [`Mã cơ quan: ${one.code}`] : []),
        'Họ và tên;Chức vụ;Đơn vị;Vai trò',
        'Tô Thị Hạnh;Văn thư;Văn phòng HĐND và UBND;đầu mối',
      ];
      return offices.sends('A:Hạnh', 'can-bo.csv', Buffer.from(lines.join('\n')));
    }
    case 'group-moves':
      return offices.hears(
        null,
        { id: 'from' in one ? one.from : '', kind: 'group' },
        { type: 'chat-moved', to: 'Nhóm B' },
      );
  }
  if (!('who' in one && 'nth' in one))
    return 'words' in one ? offices.says(one.who, one.words) : Promise.resolve([]);
  const message = oneOf(theirs.messages, one.nth);
  const words = 'words' in one ? one.words : '';
  switch (one.does) {
    case 'presses-theirs':
      return offices.presses(one.who, oneOf(theirs.buttons, one.nth), message);
    case 'replies':
      return offices.says(one.who, words, { replyToMessageId: message });
    case 'edits':
      return offices.says(one.who, words, { messageId: message, edited: true });
    case 'reacts':
      return offices.hears(
        one.who,
        { id: one.who, kind: 'private' },
        { type: 'reaction', messageId: message },
      );
    case 'code':
      return offices.says(one.who, `/start ${oneOf(theirs.codes, one.nth)}`);
    default:
      return offices.saysIn('Nhóm B', one.who, words, { replyToMessageId: message });
  }
}

async function wordsIn(file: OutboundFile): Promise<string> {
  if (!/\.(?:docx|xlsx|txt|csv)$/.test(file.name)) return Buffer.from(file.bytes).toString('utf8');
  return JSON.stringify((await readDocument({ name: file.name, bytes: file.bytes })).blocks);
}

/** Not counting what the bot answers in the other's group to whoever is none of its people. */
async function rowsOfOther(): Promise<string[]> {
  const rows = await rowsOf(database.sql, other);
  const sent = new Set(answersToMine);
  return rows.filter(
    (row) => !(row.startsWith('Notice ') && sent.has(/"key": "(reply:\d+)"/.exec(row)?.[1] ?? '')),
  );
}
const answersToMine: string[] = [];

test('every table is known here', async () => {
  expect(await tablesUnknown(database.sql)).toEqual([]);
});

test(`${ACTS} acts of one office change no row of the other and bring out no word of it`, async () => {
  const before = await rowsOfOther();
  expect(before.length).toBeGreaterThan(80);
  const secret = new RegExp(fold(SECRET));
  for (const one of fc.sample(act, { numRuns: ACTS, ...(seed === undefined ? {} : { seed }) })) {
    const what = JSON.stringify(one);
    const heard = await happens(one);
    const [{ last = 0 } = {}] = await database.sql<{ last: number }>('SELECT max(id) AS last FROM "Update"');
    answersToMine.push(`reply:${last}`);
    for (const { chat, text, file } of heard) {
      expect(chat, what).not.toMatch(/^B:/);
      // A file or a search is named by what its sender has written.
      const said = 'words' in one && fold(one.words).match(secret) ? '' : text;
      if (!('does' in one && one.does === 'roster'))
        expect(fold(said), `${what}: ${chat}`).not.toMatch(secret);
      if (file) expect(fold(await wordsIn(file)), what).not.toMatch(secret);
    }
    expect(await rowsOfOther(), what).toEqual(before);
  }
  expect(offices.logged.filter((line) => line.includes('could not be handled'))).toEqual([]);
});

test('on the mornings after, nobody is reminded of what is the other’s', async () => {
  const heard = [...(await offices.at('2026-11-19 07:45')), ...(await offices.at('2026-11-23 07:45'))];
  const isTheirs = ({ chat }: Heard) => /^(?:B:|Nhóm B)/.test(chat);
  expect(heard.filter(isTheirs).length).toBeGreaterThan(0);
  for (const one of heard.filter((any) => !isTheirs(any))) expect(fold(one.text)).not.toMatch(fold(SECRET));
});
