/** An office's fortnight, told once and performed on any platform. */
import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { planFile } from '../plan-file.ts';
import type { PlanRow, TestOffice } from '../test-office.ts';
import type { Chat, Group, Person, Saying, World } from './world.ts';

const PLAN: PlanRow[] = [
  { title: 'Rà soát hộ nghèo, hộ cận nghèo <đợt 2>', deadline: '20/11/2026', lead: 'VHXH', support: 'KT' },
  { title: 'Kiểm kê tài sản công', deadline: '18/12/2026', lead: 'Phòng Kinh tế' },
  { title: 'Chỉnh lý hồ sơ lưu trữ', deadline: '25/11/2026', lead: 'Tổ Lưu trữ' },
  { title: 'Báo cáo kết quả chuyển đổi số', deadline: 'Trước ngày 25 hằng tháng', lead: 'VHXH' },
  { title: 'Trang trí hội trường', deadline: '18/11/2026', lead: 'VHXH' },
  { title: 'Diễn tập phòng cháy', deadline: '30/11/2026', lead: 'KT' },
  { title: 'Cập nhật trang tin điện tử', deadline: 'Thường xuyên', lead: 'VHXH' },
  { title: 'Lập danh sách khen thưởng', deadline: 'Khi có hướng dẫn của tỉnh', lead: 'VP' },
  // Enough of them that a list is longer than one message of Zalo's.
  ...Array.from({ length: 24 }, (_, n) => ({
    title: `Tổ chức tuyên truyền chuyên đề số ${n + 1} tại các thôn, bản trên địa bàn xã Lâm Sơn Thử`,
    deadline: '27/11/2026',
    lead: 'VHXH',
  })),
];

/** Weeks later: one date moved, one row more, one gone. */
const AMENDED: PlanRow[] = [
  ...PLAN.slice(0, 1),
  { ...(PLAN[1] as PlanRow), deadline: '30/11/2026' },
  ...PLAN.slice(2, -1),
  { title: 'Tổng hợp ý kiến cử tri', deadline: '26/11/2026', lead: 'VP' },
];

const MORNINGS = ['17', '18', '19', '20', '23', '25', '26', '27'];

export class Fortnight {
  readonly #world: World;
  readonly #office: TestOffice;
  readonly #read = new Map<string, number>();

  constructor(world: World, office: TestOffice) {
    this.#world = world;
    this.#office = office;
  }

  async play(): Promise<Chat[]> {
    const clerk = await this.#joins('Tô Thị Hạnh');
    await this.#bringsInPlan(clerk, PLAN);
    await this.#says(clerk, '/han 2 11/12/2026', /✏️ #2/);
    await this.#says(clerk, 'giao 3 cho VP, phối hợp KT', /✏️ #3/);
    await this.#says(clerk, 'bo 6', /✖ #6/);
    await this.#says(clerk, '/xem', /#7 Cập nhật/);
    await this.#says(clerk, 'đồng ý', /Đã nhập kế hoạch/);
    const lan = await this.#joins('Hà Thị Lan');
    const hung = await this.#joins('Khổng Minh Hưng');
    const head = await this.#joins('Lương Quốc Việt');
    const leader = await this.#joins('Đinh Văn Thái');
    const group = this.#world.group('UBND xã Lâm Sơn', [clerk, lan, hung]);
    await this.#saysIn(group, clerk, '/ketnoi', /Đã kết nối/);
    const chats: Chat[] = [clerk, lan, hung, head, leader, group];

    for (const day of MORNINGS) {
      await this.#office.at(`2026-11-${day} 07:45`);
      this.#skim(chats);
      await this.#office.at(`2026-11-${day} 09:00`);
      if (day === '17') {
        await this.#says(lan, '/viec', /Việc của/);
        await this.#says(lan, 'xong 1 https://lamson.example.vn/ho-ngheo?a=1&b=2', /Đã ghi nhận #1/);
        await this.#says(lan, 'xong 99', /Không có việc số 99/);
        await this.#says(lan, '#12', /#12 /);
        await this.#says(lan, 'xong 2', /#2 do Phòng Kinh tế chủ trì/);
      }
      if (day === '18') {
        const notice = this.#latest(group, /#5 Trang trí/);
        await this.#saysIn(group, hung, 'họp xong mọi người về nhé', null);
        await this.#saysIn(group, lan, 'xong 9', /Đã ghi nhận #9/, { quotes: notice });
        await this.#says(lan, 'da xong viec 10, bc so 248/BC-UBND ngay 12/11/2026', /Đã ghi nhận #10/);
        await this.#stranger(chats);
      }
      if (day === '20') {
        await this.#says(lan, 'Báo cáo kết quả chuyển đổi số đã xong'.normalize('NFD'), /Đã ghi nhận #4/);
        this.#latest(head, /QUÁ HẠN[\s\S]*#5 Trang trí/);
        await this.#says(leader, '/tiendo', /Tiến độ/);
        await this.#says(leader, '/tiendo ảnh', /📷/);
        await this.#says(leader, '/xuat excel', /📎 .*xlsx/);
        await this.#says(leader, '/quahan', /#5/);
        await this.#says(head, '/tiendo VHXH', /Tiến độ/);
      }
      if (day === '23') {
        this.#latest(leader, /QUÁ HẠN[\s\S]*#5 Trang trí/);
        await this.#bringsInPlan(clerk, AMENDED);
        await this.#says(clerk, 'đồng ý', /Đã nhập kế hoạch|Đã cập nhật/);
        await this.#says(leader, '#5', /#5 Trang trí/);
      }
      if (day === '25') {
        const notice = this.#latest(hung, /#2 Kiểm kê/);
        const file = { name: 'biên bản kiểm kê.pdf', content: Buffer.from('%PDF-1.4') };
        await this.#says(hung, '', /Đã ghi nhận #2/, { quotes: notice, file });
        await this.#says(lan, 'xong 5', /Đã ghi nhận #5[\s\S]*sau hạn/);
        await this.#says(lan, 'xog 11 nhe', /./);
      }
    }
    for (const chat of chats) expect(chat.received().length, chat.name).toBeGreaterThan(1);
    return chats;
  }

  async #joins(name: string): Promise<Person> {
    const person = this.#world.person(name);
    person.starts(await this.#office.invitationOf(name));
    await this.#hears(person, /Xin chào anh\/chị/);
    return person;
  }

  async #stranger(chats: Chat[]): Promise<void> {
    const stranger = this.#world.person('Người Lạ');
    chats.push(stranger);
    stranger.starts();
    await this.#hears(stranger, /chưa biết/);
    for (const words of ['/viec', '/tiendo', '#1', 'xong 1', 'đồng ý']) {
      await this.#says(stranger, words, /chưa biết/);
    }
  }

  async #bringsInPlan(clerk: Person, rows: PlanRow[]): Promise<void> {
    const content = await readFile(await planFile(rows));
    await this.#says(clerk, '', /Đọc được kế hoạch/, { file: { name: 'ke-hoach.docx', content } });
  }

  async #says(who: Person, words: string, answer: RegExp, more: Saying = {}): Promise<void> {
    who.says(words, more);
    await this.#hears(who, answer);
  }

  /** @param answer null when it is none of the bot's business */
  async #saysIn(
    group: Group,
    who: Person,
    words: string,
    answer: RegExp | null,
    more: Saying = {},
  ): Promise<void> {
    group.says(who, words, more);
    if (answer) await this.#hears(group, answer);
  }

  /** Everything that comes now, in one message or several, must have these words. */
  async #hears(chat: Chat, words: RegExp): Promise<void> {
    const read = this.#read.get(chat.id) ?? 0;
    await this.#world.until(
      () => chat.received()[read],
      `an answer to ${chat.name} with ${words} on ${this.#world.name}`,
    );
    await this.#office.settle();
    const unread = chat.received().slice(read);
    expect(unread.map(({ text }) => text).join('\n'), chat.name).toMatch(words);
    this.#read.set(chat.id, read + unread.length);
  }

  #skim(chats: Chat[]): void {
    for (const chat of chats) this.#read.set(chat.id, chat.received().length);
  }

  /** @returns the id of the newest message there with these words */
  #latest(chat: Chat, words: RegExp): string {
    const message = chat.received().findLast(({ text }) => words.test(text));
    if (!message) throw new Error(`${chat.name} has received nothing with ${words}`);
    return message.id;
  }
}
