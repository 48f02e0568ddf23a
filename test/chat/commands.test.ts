import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CommandName, CommandOf } from '../../src/chat/command.ts';
import { COMMANDS } from '../../src/chat/commands/all.ts';
import { commandMenus } from '../../src/chat/commands/command-menus.ts';
import { briefLines } from '../../src/chat/commands/help.ts';
import { LOCALES, type Locale, translator } from '../../src/chat/translate.ts';
import { fold } from '../../src/domain/text-fold.ts';
import { root } from '../../src/root.ts';
import { commandOf } from '../support/command-of.ts';

const kinds = Object.values(COMMANDS);
const slashes = kinds.flatMap((kind) => kind.slash ?? []);
const helpLines = kinds.flatMap((kind) => kind.help ?? []);
const menuLines = slashes.flatMap(({ menu }) => menu?.line ?? []);

/** The keys of a group of wordings, in their order: "help.report". */
function keysOf(locale: Locale, group: 'help' | 'brief' | 'menu'): string[] {
  const wordings = JSON.parse(readFileSync(join(root, 'locales', `${locale}.json`), 'utf8'));
  return Object.keys(wordings[group]).map((key) => `${group}.${key}`);
}

describe.each(LOCALES)('the lines of the commands in "%s"', (locale) => {
  test('stand in the help in the order of the locale, all of them', () => {
    expect(['help.heading', ...helpLines, 'help.more', 'help.unknown']).toEqual(keysOf(locale, 'help'));
  });

  test('stand in the menu in the order of the locale, all of them', () => {
    const t = translator(locale);
    const lineOf = new Map(menuLines.map((line) => [t(line), line]));
    const menu = commandMenus().find(({ language }) => language === locale);
    const shown = menu?.commands.map(({ description }) => lineOf.get(description));
    expect(shown).toEqual(keysOf(locale, 'menu'));
  });

  test('name slash words of that language, and what they tell to type is read', () => {
    const t = translator(locale);
    const briefs = kinds.flatMap(({ brief }) => brief?.line ?? []);
    const examples = [...helpLines, ...briefs, ...menuLines].flatMap(
      (line) => t(line).match(/(?<![\w\p{L}])\/[a-z]+(?: [\p{L}\d/]+)*/gu) ?? [],
    );
    expect(examples.length).toBeGreaterThan(15);
    for (const typed of examples) {
      const word = /^\/([a-z]+)/.exec(typed)?.[1] ?? '';
      expect(slashes.filter(({ words }) => words[locale].includes(word)).length, typed).toBe(1);
      expect(commandOf(readable(typed))?.name, typed).not.toMatch(/^(?:help|unknown|unclear)$/);
    }
  });
});

/** "/tralai 12 và lý do" goes on behind its example, as do "/ketnoi trong nhóm …" and "/xong 12 kèm liên kết". */
function readable(example: string): string {
  return example.replace(/ (?:và|and|trong|in|kèm|with) .*$/, '');
}

describe.each(LOCALES)('the help in "%s"', (locale) => {
  const t = translator(locale);
  const member = {
    id: 1,
    organizationId: 1,
    unitId: 1,
    name: 'Hà Thị Lan',
    title: 'Chuyên viên',
    phone: null,
    further: [],
  };
  const linesFor = (role: 'officer' | 'leader' | 'clerk', unitHead: boolean) =>
    briefLines({ ...member, role, unitHead }, COMMANDS).map((line) => t(line));

  test.each([
    ['an officer', linesFor('officer', false), 17],
    ['a head', linesFor('officer', true), 21],
    ['a leader', linesFor('leader', false), 21],
    ['a clerk', linesFor('clerk', false), 24],
  ])('is one screen of a phone for %s', (_who, lines, most) => {
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.length).toBeLessThanOrEqual(most);
    expect(lines.filter((line) => line.length > 50)).toEqual([]);
    expect(lines.join('\n').length).toBeLessThanOrEqual(1200);
  });

  test('shows nobody what only others may do', () => {
    expect(linesFor('officer', false).join()).not.toMatch(/caidat|settings|themviec|addtask/);
    expect(linesFor('clerk', false).join()).toMatch(/caidat|settings/);
  });

  test('is all in the locale', () => {
    const briefs = kinds.flatMap(({ brief }) => brief?.line ?? []);
    expect(briefs.toSorted()).toEqual(keysOf(locale, 'brief').toSorted());
  });
});

describe('the command menus', () => {
  const menus = commandMenus();

  test('are Vietnamese for everybody, and in each language for its apps', () => {
    expect(menus.map(({ language }) => language)).toEqual([undefined, ...LOCALES]);
    expect(menus[0]?.commands).toEqual(menus[1]?.commands);
  });

  test.each(menus.flatMap(({ commands }) => commands))('keep to what Telegram takes: /$command', (entry) => {
    expect(entry.command).toMatch(/^[a-z0-9_]{1,32}$/);
    expect(entry.description.length).toBeGreaterThan(0);
    expect(entry.description.length).toBeLessThanOrEqual(256);
  });

  test('offer the same in every language, all of it understood', () => {
    const [first = [], ...others] = menus.map(({ commands }) =>
      commands.map(({ command }) => commandOf(`/${command}`)?.name),
    );
    for (const names of others) expect(names).toEqual(first);
    expect(first).not.toContain('unknown');
  });
});

describe('slash words', () => {
  const claimed = slashes.map(({ words }) => [...new Set([...words.vi, ...words.en])]);

  test('are claimed once', () => {
    const all = claimed.flat();
    expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([]);
  });

  test('are written as they are compared', () => {
    for (const word of claimed.flat()) expect(word).toBe(fold(word).replace(/[_-]/g, ''));
  });

  test.each(claimed.flat())('"/%s" is known, in capitals and with a mention too', (word) => {
    const read = commandOf(`/${word}`);
    expect(read).not.toMatchObject({ name: 'unknown' });
    expect(commandOf(`/${word.toUpperCase()}@nhachan_bot`)).toEqual(read);
  });

  test('that no command claims are not known', () => {
    expect(commandOf('/lenhla')).toEqual({ name: 'unknown', command: '/lenhla' });
  });
});

/** How the bot tells people to type it, when it is not sure that they mean it. */
const TYPED: { [Name in CommandName]?: CommandOf<Name>[] } = {
  'ask-extension': [{ name: 'ask-extension', number: 12, until: 'đến 20/12', reason: '' }],
  'withdraw-extension': [{ name: 'withdraw-extension', numbers: [12, 13] }],
  'decide-extension': [
    { name: 'decide-extension', grants: true, of: { task: 12 } },
    { name: 'decide-extension', grants: false, of: { task: 12 } },
  ],
  undo: [{ name: 'undo' }],
  withdraw: [{ name: 'withdraw', numbers: [12, 13] }],
  review: [
    { name: 'review', accepts: true, of: { numbers: [12, 13] }, reason: null },
    { name: 'review', accepts: true, of: 'all', reason: null },
    { name: 'review', accepts: false, of: { numbers: [12] }, reason: null },
  ],
  press: [
    { name: 'press', numbers: [12, 13] },
    { name: 'press', numbers: [], unit: 'phòng VHXH' },
  ],
  'clear-obstacle': [{ name: 'clear-obstacle', numbers: [12, 13] }],
  explain: [{ name: 'explain', numbers: [12], asks: true }],
  snooze: [
    { name: 'snooze', numbers: [12], when: 'thứ 6' },
    { name: 'snooze', numbers: [12], when: '15h' },
    { name: 'snooze', numbers: [], when: '3 ngày' },
  ],
  resume: [
    { name: 'resume', numbers: [12] },
    { name: 'resume', numbers: [] },
  ],
  'call-off': [
    { name: 'call-off', numbers: [12], when: '' },
    { name: 'call-off', numbers: [], when: '15h' },
    { name: 'call-off', numbers: [12], when: '15h' },
  ],
  invite: [
    { name: 'invite', who: 'Lan' },
    { name: 'invite', who: null },
  ],
  'set-deadline': [{ name: 'set-deadline', number: 8, words: '15/12/2026' }],
  'take-dates': [{ name: 'take-dates', number: 19, from: 12 }],
  'add-task': [{ name: 'add-task', words: 'Báo cáo nhanh mưa lũ, VHXH, trước 16h 20/11' }],
  'start-task': [{ name: 'start-task', number: 9, when: '10/11' }],
  assign: [{ name: 'assign', numbers: [8], leads: 'VHXH', supports: null }],
  'record-leave': [{ name: 'record-leave', who: 'Lan', days: 'từ 12/11 đến 20/11', substitute: 'Minh' }],
  members: [
    { name: 'members', does: 'add', words: 'Nguyễn Văn Minh, VHXH, chuyên viên' },
    { name: 'members', does: 'set', who: 'Lan', words: 'KT, đầu mối' },
    { name: 'members', does: 'remove', who: 'anh Minh' },
  ],
  'decide-transfer': [{ name: 'decide-transfer', takes: true, of: { task: 8 } }],
  'parent-code': [{ name: 'parent-code' }],
  'ask-parent': [{ name: 'ask-parent', code: 'ABCD2345EF' }],
  'leave-parent': [
    { name: 'leave-parent', office: '' },
    { name: 'leave-parent', office: 'Lâm Sơn' },
  ],
  calendar: [
    { name: 'calendar', does: 'make' },
    { name: 'calendar', does: 'end' },
  ],
  remark: [{ name: 'remark', words: 'nhắc sớm hơn' }],
  feedback: [
    { name: 'feedback', does: 'list' },
    { name: 'feedback', does: 'drop', number: 2 },
  ],
  'confirm-retirement': [{ name: 'confirm-retirement', people: 12 }],
  'leave-out': [{ name: 'leave-out', numbers: [8, 9] }],
  'take-back': [{ name: 'take-back', number: 8 }],
};

function typed<Name extends CommandName>(name: Name, command: CommandOf<Name>): string | null {
  return COMMANDS[name].typed?.(command) ?? null;
}

describe('what the bot tells people to type so that it is done at once', () => {
  const asked = Object.values(TYPED).flat();

  test('is tried here for every command that says it', () => {
    const saying = Object.entries(COMMANDS).flatMap(([name, kind]) => (kind.typed ? [name] : []));
    expect(Object.keys(TYPED).toSorted()).toEqual(saying.toSorted());
  });

  test.each(asked.map((command) => [typed(command.name, command), command]))('%s', (words, command) => {
    expect(commandOf(words ?? '')).toEqual(command);
  });
});

test('strangers are answered when they join or ask for help, and nothing else', () => {
  const open = (to: string) =>
    Object.entries(COMMANDS).flatMap(([name, kind]) => (kind.openTo === to ? [name] : []));
  expect(open('anybody')).toEqual(['join', 'help']);
  expect(open('members')).toEqual(['bind']);
});
