/** The table of permissions, tried by everybody on every way in: typed, by button and in reply. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeSetting } from '../../src/services/office/change-setting.ts';
import { LAM_SON } from '../support/office-of-lam-son.ts';
import { type TestChat, TestOffice, textOf } from '../support/test-office.ts';

const PEOPLE = ['Nam', 'Lan', 'Hưng', 'Việt', 'Thái', 'Hạnh'] as const;
type Person = (typeof PEOPLE)[number];

interface Way {
  act: string;
  /**
   * What is to be answered: a report of Lan's on #1, or her request for more time; an office that asks to be below this one,
   * or is; what the shell has changed.
   */
  after?: 'report' | 'request' | 'accepted' | 'transfer' | 'link' | 'asked-link' | 'shell';
  way: { says: string } | { presses: string } | { replies: string; to: string };
  /** Who may. Nam: officer of the unit in charge. Lan: the same, and author. Hưng: officer of another unit. Việt: head. */
  allowed: readonly Person[];
  denied: RegExp;
}

const IN_CHARGE = ['Nam', 'Lan', 'Việt'] as const;
const ALL_BUT_HUNG = ['Nam', 'Lan', 'Việt', 'Thái', 'Hạnh'] as const;
const REVIEWERS = ['Việt', 'Thái', 'Hạnh'] as const;
const ABOVE = ['Thái', 'Hạnh'] as const;
const CLERK = ['Hạnh'] as const;

const NOT_YOURS = /chủ trì nên đơn vị đó báo cáo/;
const NOT_REVIEWER = /trưởng đơn vị chủ trì duyệt|chính anh\/chị gửi/;
const NOT_GIVER = /#1 do trưởng đơn vị chủ trì, lãnh đạo hoặc đầu mối giao/;
const NOT_SEEING = /Trưởng đơn vị xem được danh sách của đơn vị mình/;
const NOT_CLERK = /Chỉ đầu mối/;

const WAYS: Way[] = [
  { act: 'report', way: { says: 'xong 1' }, allowed: ALL_BUT_HUNG, denied: NOT_YOURS },
  { act: 'report', way: { presses: 'done:1' }, allowed: ALL_BUT_HUNG, denied: NOT_YOURS },
  {
    act: 'report',
    way: { replies: 'xong', to: '#1' },
    allowed: ALL_BUT_HUNG,
    denied: /Chưa rõ|báo xong việc nào|chủ trì nên/,
  },
  {
    act: 'withdraw',
    after: 'report',
    way: { says: '/rut 1' },
    allowed: ['Lan', 'Việt', 'Thái', 'Hạnh'],
    denied: /mới rút được/,
  },
  {
    act: 'withdraw',
    after: 'report',
    way: { presses: 'withdraw:1' },
    allowed: ['Lan', 'Việt', 'Thái', 'Hạnh'],
    denied: /mới rút được/,
  },
  {
    act: 'withdraw-accepted',
    after: 'accepted',
    way: { says: '/rut 1' },
    allowed: ABOVE,
    denied: /không rút được nữa|mới rút được/,
  },
  { act: 'accept', after: 'report', way: { says: '/duyet 1' }, allowed: REVIEWERS, denied: NOT_REVIEWER },
  {
    act: 'accept',
    after: 'report',
    way: { presses: 'accept:REPORT' },
    allowed: REVIEWERS,
    denied: NOT_REVIEWER,
  },
  {
    act: 'return',
    after: 'report',
    way: { says: '/tralai 1 sai' },
    allowed: REVIEWERS,
    denied: NOT_REVIEWER,
  },
  {
    act: 'return',
    after: 'report',
    way: { presses: 'return:REPORT' },
    allowed: REVIEWERS,
    denied: NOT_REVIEWER,
  },
  {
    act: 'return-accepted',
    after: 'accepted',
    way: { says: '/tralai 1 sai' },
    allowed: ABOVE,
    denied: NOT_REVIEWER,
  },
  {
    act: 'undo',
    after: 'report',
    way: { presses: 'undo:CHANGE' },
    allowed: ['Lan'],
    denied: /chỉ người làm mới hoàn tác/,
  },
  {
    act: 'ask-extension',
    way: { says: 'xin gia hạn 1 đến 18/12' },
    allowed: IN_CHARGE,
    denied: /không do đơn vị của anh\/chị chủ trì/,
  },
  {
    act: 'ask-extension',
    way: { presses: 'extend:1' },
    allowed: IN_CHARGE,
    denied: /không do đơn vị của anh\/chị chủ trì/,
  },
  {
    act: 'decide-extension',
    after: 'request',
    way: { says: 'đồng ý gia hạn 1' },
    allowed: ABOVE,
    denied: /Chỉ lãnh đạo và đầu mối/,
  },
  {
    act: 'decide-extension',
    after: 'request',
    way: { presses: 'grant:REQUEST' },
    allowed: ABOVE,
    denied: /Chỉ lãnh đạo và đầu mối/,
  },
  { act: 'see-task', way: { says: '#1' }, allowed: ALL_BUT_HUNG, denied: /không thuộc đơn vị/ },
  { act: 'see-task', way: { presses: 'task:1' }, allowed: ALL_BUT_HUNG, denied: /không thuộc đơn vị/ },
  {
    act: 'see-office',
    way: { says: '/tiendo' },
    allowed: REVIEWERS,
    denied: /xem được tiến độ của đơn vị mình/,
  },
  { act: 'correct-plan', way: { says: '/han 1 30/11/2026' }, allowed: CLERK, denied: NOT_CLERK },
  {
    act: 'correct-plan',
    way: { says: '/giao 1 KT' },
    allowed: CLERK,
    denied: /Chỉ đầu mối giao #1 cho|do trưởng đơn vị chủ trì/,
  },
  { act: 'give-task', way: { says: 'giao 1 cho chị Lan' }, allowed: REVIEWERS, denied: NOT_GIVER },
  { act: 'give-task', way: { says: '/giao 1 VHXH' }, allowed: REVIEWERS, denied: NOT_GIVER },
  { act: 'correct-plan', way: { says: '/bo 1' }, allowed: CLERK, denied: NOT_CLERK },
  {
    act: 'pass-on',
    way: { says: 'chuyển 1 cho KT' },
    allowed: IN_CHARGE,
    denied: /#1 không do đơn vị của anh\/chị chủ trì/,
  },
  {
    act: 'decide-transfer',
    after: 'transfer',
    way: { says: '/khongnhan 1' },
    allowed: ['Hưng', 'Thái', 'Hạnh'],
    denied: /chính anh\/chị gửi|Trưởng đơn vị được chuyển đến/,
  },
  {
    act: 'decide-transfer',
    after: 'transfer',
    way: { presses: 'take:TRANSFER' },
    allowed: ['Hưng', 'Thái', 'Hạnh'],
    denied: /chính anh\/chị gửi|Trưởng đơn vị được chuyển đến/,
  },
  {
    act: 'record-leave',
    way: { says: 'Hà Thị Lan nghỉ từ 14/12 đến 16/12, việc chuyển anh Việt' },
    allowed: ['Lan', 'Việt', 'Thái', 'Hạnh'],
    denied: /do chính người đó, trưởng đơn vị/,
  },
  { act: 'import', way: { says: '/nhap' }, allowed: CLERK, denied: NOT_CLERK },
  { act: 'invite', way: { says: '/moi Quách' }, allowed: CLERK, denied: NOT_CLERK },
  { act: 'link-parent', way: { says: '/macaptren' }, allowed: CLERK, denied: NOT_CLERK },
  { act: 'link-parent', way: { says: '/captren ABCD2345EF' }, allowed: CLERK, denied: NOT_CLERK },
  { act: 'link-parent', way: { says: '/roicaptren' }, allowed: CLERK, denied: NOT_CLERK },
  {
    act: 'link-parent',
    after: 'asked-link',
    way: { presses: 'parent-yes:LINK' },
    allowed: CLERK,
    denied: NOT_CLERK,
  },
  {
    act: 'link-parent',
    after: 'asked-link',
    way: { presses: 'parent-no:LINK' },
    allowed: CLERK,
    denied: NOT_CLERK,
  },
  { act: 'link-parent', after: 'link', way: { says: '/roicaptren Bến' }, allowed: CLERK, denied: NOT_CLERK },
  { act: 'see-members', way: { says: '/canbo' }, allowed: REVIEWERS, denied: NOT_SEEING },
  { act: 'see-members', way: { says: '/canbo KT' }, allowed: ABOVE, denied: NOT_SEEING },
  {
    act: 'change-members',
    way: { says: 'thêm cán bộ Nguyễn Văn Minh, VHXH, chuyên viên' },
    allowed: CLERK,
    denied: NOT_CLERK,
  },
  { act: 'change-members', way: { says: '/suanguoi Nam: KT' }, allowed: CLERK, denied: NOT_CLERK },
  { act: 'change-members', way: { says: 'Lan kiêm KT' }, allowed: CLERK, denied: NOT_CLERK },
  { act: 'change-members', way: { says: 'anh Nam chuyển công tác' }, allowed: CLERK, denied: NOT_CLERK },
  {
    act: 'undo-shell',
    after: 'shell',
    way: { presses: 'undo:SHELL' },
    allowed: CLERK,
    denied: /làm từ máy chủ; chỉ đầu mối/,
  },
  { act: 'see-offices', way: { says: 'xếp hạng' }, allowed: ['Thái', 'Hạnh'], denied: /lãnh đạo và đầu mối/ },
  { act: 'see-feedback', way: { says: '/ykien' }, allowed: ABOVE, denied: /dành cho đầu mối và lãnh đạo/ },
  { act: 'drop-feedback', way: { says: '/ykien xóa 1' }, allowed: CLERK, denied: NOT_CLERK },
  { act: 'settings', way: { says: '/caidat duyet co' }, allowed: CLERK, denied: NOT_CLERK },
];

let office: TestOffice;
/** Of the office that asks. */
let linkId: number;
const people = new Map<Person, { id: number; chat: TestChat }>();

beforeAll(async () => {
  office = await TestOffice.open('2026-11-20 14:00');
  await office.hires(LAM_SON);
  const others = [{ name: 'Mạc Thị Sen', unit: null, title: '', role: 'clerk' as const, unitHead: false }];
  await office.hires({ office: { name: 'UBND xã Bến Thử' }, units: [], people: others, problems: [] });
  await office.join(...PEOPLE);
  await office.importsPlan([{ title: 'Rà soát hộ nghèo', deadline: 'Trước ngày 26/11/2026', lead: 'VHXH' }]);
  for (const name of PEOPLE) {
    people.set(name, { id: (await office.member(name)).id, chat: await office.person(name) });
  }
});
afterAll(() => office.close());

function the(person: Person) {
  const found = people.get(person);
  if (!found) throw new Error(`${person} is not here`);
  return found;
}

/** What the bot said last to somebody; whatever it has said to anybody is taken. */
function lastTo(person: Person): string {
  const messages = office.messagesTo(the(person).chat);
  for (const { chat } of people.values())
    for (const message of office.messagesTo(chat)) message.isRead = true;
  const last = messages.at(-1);
  return last ? textOf(last.message) : '';
}

async function says(person: Person, words: string): Promise<string> {
  await the(person).chat.says(words);
  return lastTo(person);
}

/** Another office is below this one, or asks to be. */
async function linked(state: 'asked' | 'linked'): Promise<void> {
  const [parent, below] = await office.storage.offices.all();
  if (!parent || !below) throw new Error('There are two offices');
  const ids = { parentId: parent.id, officeId: below.id };
  const link =
    (await office.storage.parents.above(below.id)) ?? (await office.storage.parents.ask(ids, office.now));
  await office.storage.parents.setState(link.id, state);
  linkId = link.id;
}

async function shellChanges(): Promise<void> {
  const [own] = await office.storage.offices.all();
  const value = { setting: 'remindFrom', value: '06:45' } as const;
  const author = { organizationId: own?.id ?? 0, by: null, updateId: null, at: office.now };
  await office.storage.transaction((store) => changeSetting(store, { ...author, ...value }));
}

/** What a button names: the latest report, change and request there are. */
async function filledIn(data: string): Promise<string> {
  const [{ id = 0 } = {}] = await office.storage.offices.all();
  const [task] = await office.storage.plans.board(id);
  const reports = await office.storage.reports.ofTask(task?.id ?? 0);
  const [change] = await office.storage.changes.latestOf(the('Lan').id, new Date(0));
  const [ofShell] = await office.storage.changes.latestOfShell(id, new Date(0));
  const [request] = await office.storage.extensions.openOfOffice(id, '2026-11-20');
  return data
    .replace('REPORT', String(reports.at(-1)?.id))
    .replace('CHANGE', String(change?.id))
    .replace('SHELL', String(ofShell?.id))
    .replace('LINK', String(linkId))
    .replace('REQUEST', String(request?.id))
    .replace('TRANSFER', String((await office.storage.transfers.openOfOffice(id))[0]?.id));
}

async function goes(person: Person, { way }: Way): Promise<string> {
  const { chat } = the(person);
  if ('says' in way) return says(person, way.says);
  if ('presses' in way) {
    await chat.pressesForged(await filledIn(way.presses));
    return lastTo(person);
  }
  await says(person, way.to);
  await chat.replies(way.replies);
  return lastTo(person);
}

/** Everything is as it was, whoever did it; what others have built on is undone after what they did. */
async function allUndone(): Promise<void> {
  for (;;) {
    let isUndone = true;
    for (const { id, chat } of people.values()) {
      const [change] = await office.storage.changes.latestOf(id, new Date(0));
      if (!change) continue;
      isUndone = false;
      await chat.pressesForged(`undo:${change.id}`);
    }
    if (isUndone) break;
  }
  lastTo('Lan');
}

test.each(WAYS.map((way) => ({ ...way, how: JSON.stringify(way.way) })))('$act: $how', async (way) => {
  for (const person of PEOPLE) {
    if (way.after === 'link') await linked('linked');
    if (way.after === 'asked-link') await linked('asked');
    if (way.after === 'shell') await shellChanges();
    if (way.after === 'transfer') await says('Lan', 'chuyển 1 cho KT');
    if (way.after === 'request') await says('Lan', 'xin gia hạn 1 đến 18/12');
    if (way.after === 'report' || way.after === 'accepted') await says('Lan', 'xong 1');
    if (way.after === 'accepted') await says('Việt', '/duyet 1');
    const answer = await goes(person, way);
    const isAllowed = way.allowed.includes(person);
    if (isAllowed) expect(answer, `${person} may`).not.toMatch(way.denied);
    else expect(answer, `${person} may not`).toMatch(way.denied);
    await allUndone();
  }
});
