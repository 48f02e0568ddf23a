import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/chat/translate.ts';
import {
  assignedNames,
  deadlineText,
  owingNames,
  shortTitle,
  taskLine,
  unitNames,
} from '../../../src/chat/words/task-words.ts';
import { addDays } from '../../../src/domain/day.ts';
import { anOccurrence, aTask, aUnit, dueBefore } from '../../support/builders.ts';
import { onDay } from './on-day.ts';

const LONGEST = 110;
const words = (count: number) => Array.from({ length: count }, () => 'nhiệm').join(' ');

describe('a short title', () => {
  it.each<[string, string, string]>([
    ['stays', 'Báo cáo chuyển đổi số', 'Báo cáo chuyển đổi số'],
    ['is one line', '  Báo cáo\n\tchuyển đổi\u00a0số ', 'Báo cáo chuyển đổi số'],
    ['of just the length stays', 'a'.repeat(LONGEST), 'a'.repeat(LONGEST)],
    ['is cut at a space', words(30), `${words(18)}…`],
    ['keeps a word that just fits', `${'a '.repeat(53)}cuối thêm`, `${'a '.repeat(53)}cuối…`],
    ['without spaces is cut all the same', 'a'.repeat(300), `${'a'.repeat(LONGEST)}…`],
    ['keeps most of a long address', `Xem ${'a'.repeat(300)}`, `Xem ${'a'.repeat(LONGEST - 4)}…`],
    ['does not halve an emoji', `${'a'.repeat(LONGEST - 1)}🔔🔔`, `${'a'.repeat(LONGEST - 1)}…`],
    [
      'does not part a letter from its marks',
      `${'a'.repeat(LONGEST - 2)}${'ệ'.normalize('NFD')}bc`,
      `${'a'.repeat(LONGEST - 2)}…`,
    ],
  ])('%s', (_name, title, expected) => {
    expect(shortTitle(title)).toBe(expected);
  });

  it('is the beginning of the title, well-formed and short', () => {
    const title = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(title, (typed) => {
        const line = typed.replace(/\s+/g, ' ').trim();
        const short = shortTitle(typed);
        const begin = short === line ? short : short.replace(/…$/, '');
        expect(line.startsWith(begin)).toBe(true);
        expect(begin.length).toBeLessThanOrEqual(LONGEST);
        expect(/\p{Cs}/u.test(short)).toBe(/\p{Cs}/u.test(line));
        if (line.length > LONGEST) expect(short.endsWith('…')).toBe(true);
      }),
    );
  });
});

const culture = aUnit({ name: 'Phòng Văn hóa - Xã hội' });
const economy = aUnit({ name: 'Phòng Kinh tế' });
const units = [culture, economy];

describe('the units of a task', () => {
  it('are named in the order given', () => {
    expect(unitNames([economy.id, culture.id], units)).toBe('Phòng Kinh tế; Phòng Văn hóa - Xã hội');
    expect(unitNames([], units)).toBe('');
  });

  it('keep the words of the plan where the office knows no such unit', () => {
    const { leads } = aTask({ leads: [economy, 'Công an phường'] });
    expect(assignedNames(leads, units)).toBe('Phòng Kinh tế; Công an phường');
    expect(assignedNames(leads, [])).toBe('Phòng Kinh tế; Công an phường');
    expect(assignedNames(leads, [{ ...economy, name: 'Phòng Kinh tế - Hạ tầng' }])).toBe(
      'Phòng Kinh tế - Hạ tầng; Công an phường',
    );
  });
});

describe('who still owes a report', () => {
  const t = translator('vi');
  const office = [culture, economy, aUnit({ name: 'Văn phòng' })];
  const ids = office.map(({ id }) => id);
  const shared = aTask({ leads: office });

  it('is named unit by unit', () => {
    expect(owingNames(shared, [economy.id], office, t)).toBe('Phòng Kinh tế');
    expect(owingNames(shared, ids.slice(0, 2), office, t)).toBe('Phòng Văn hóa - Xã hội; Phòng Kinh tế');
  });

  it('is everybody, where all units of the office do, and there are more than two', () => {
    expect(owingNames(shared, ids, office, t)).toBe('tất cả đơn vị');
    expect(owingNames(shared, ids, office, translator('en'))).toBe('all units');
    expect(owingNames(shared, ids, [...office, aUnit({ name: 'Trung tâm' })], t)).toBe(
      'Phòng Văn hóa - Xã hội; Phòng Kinh tế; Văn phòng',
    );
    expect(owingNames(shared, ids.slice(0, 2), units, t)).toBe('Phòng Văn hóa - Xã hội; Phòng Kinh tế');
  });

  it('is in the words of the plan, where they name no unit of the office', () => {
    expect(owingNames(aTask({ leads: ['Công an tỉnh', 'Kho bạc'] }), [], office, t)).toBe(
      'Công an tỉnh; Kho bạc',
    );
    expect(owingNames(aTask(), [], office, t)).toBe('');
  });
});

describe('a task on one line', () => {
  const due = anOccurrence({ lastDay: '2025-11-28' });
  const task = aTask({ number: 12, title: 'Báo cáo chuyển đổi số', occurrences: [due] });
  const context = onDay('2025-11-24');

  it('has its number, its title and what is left', () => {
    expect(taskLine(task, [due], '', context)).toBe('#12 Báo cáo chuyển đổi số — hạn 28/11, còn 4 ngày');
  });

  it('names the units where they are asked for', () => {
    expect(taskLine(task, [due], 'Phòng Kinh tế', context)).toBe(
      '#12 Báo cáo chuyển đổi số — hạn 28/11, còn 4 ngày — Phòng Kinh tế',
    );
  });

  it('names its other dates', () => {
    const others = [anOccurrence({ lastDay: '2025-12-04' }), dueBefore('2026-01-06')];
    expect(taskLine(task, [due, ...others], '', context)).toBe(
      '#12 Báo cáo chuyển đổi số — hạn 28/11, còn 4 ngày (và kỳ 04/12, 05/01/2026)',
    );
    expect(taskLine(task, [due, ...others], 'Phòng Kinh tế', context)).toMatch(
      /05\/01\/2026\) — Phòng Kinh tế$/,
    );
  });

  it('without a date shows the plan’s words', () => {
    const undated = aTask({ number: 5, title: 'Lập danh sách' });
    expect(taskLine(undated, [], '', context)).toBe('#5 Lập danh sách — Theo hướng dẫn của tỉnh');
  });

  it('shortens a long title', () => {
    expect(taskLine({ ...task, title: words(40) }, [due], '', context)).toBe(
      `#12 ${words(18)}… — hạn 28/11, còn 4 ngày`,
    );
  });

  it.each(['$t(help.plain)', '{{count}}', '{{due}}', '$& $1 $$', '<b>A & B</b>'])(
    'leaves a title like "%s" as it is',
    (title) => {
      expect(taskLine({ ...task, title }, [due], '', context)).toBe(`#12 ${title} — hạn 28/11, còn 4 ngày`);
    },
  );

  it.each([
    [2, 'quá hạn 2 kỳ: 13/11, 14/11; lâu nhất 11 ngày'],
    [
      10,
      'quá hạn 10 kỳ: 13/11, 14/11, 15/11, 16/11, 17/11, 18/11, 19/11, 20/11, 21/11, 22/11; lâu nhất 11 ngày',
    ],
    [11, 'quá hạn 11 kỳ, từ 13/11 đến 23/11; lâu nhất 11 ngày'],
  ])('names %i overdue dates as far as they can be read', (count, said) => {
    const dates = Array.from({ length: count }, (_, at) =>
      anOccurrence({ lastDay: addDays('2025-11-13', at) }),
    );
    expect(taskLine(task, dates, '', context)).toBe(`#12 Báo cáo chuyển đổi số — ${said}`);
  });
});

describe('the words of a deadline', () => {
  const withText = (text: string) => aTask({ deadline: { kind: 'none', text, reason: 'blank' } });

  it('are those of the plan, shortened', () => {
    expect(deadlineText(withText(' Theo  hướng dẫn '), translator('vi'))).toBe('Theo hướng dẫn');
    expect(deadlineText(withText(words(40)), translator('vi'))).toBe(`${words(18)}…`);
  });

  it('say so where the plan has none', () => {
    expect(deadlineText(withText(' \n'), translator('vi'))).toBe('không ghi thời hạn');
    expect(deadlineText(withText(''), translator('en'))).toBe('no deadline stated');
  });
});
