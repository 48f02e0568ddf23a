import { describe, expect, it } from 'vitest';
import { planEvidenceIn } from '../../src/documents/plan-evidence.ts';

describe('the column of evidence', () => {
  it.each<[string, [string, string][]]>([
    ['', []],
    [
      '- Quyết định số 73/QĐ-UBND;\n- Báo cáo 12/BC-ĐKT',
      [
        ['document', 'Quyết định số 73/QĐ-UBND'],
        ['document', 'Báo cáo 12/BC-ĐKT'],
      ],
    ],
    ['QĐ 190/QĐ-UBND ngày 14/11/2026', [['document', 'QĐ 190/QĐ-UBND ngày 14/11/2026']]],
    ['Xem chi tiết tại: https://lamkieu.example/a.', [['link', 'https://lamkieu.example/a']]],
    ['Đạt 02/04 đơn vị', [['words', 'Đạt 02/04 đơn vị']]],
  ])('%j', (text, expected) => {
    expect(planEvidenceIn(text, []).map(({ kind, value }) => [kind, value])).toEqual(expected);
  });

  it('a link behind words keeps both', () => {
    const links = [{ text: 'Báo cáo số 5/BC-UBND', url: 'https://lamkieu.example/5' }];
    expect(planEvidenceIn('Báo cáo số 5/BC-UBND', links)).toEqual([
      { kind: 'link', value: 'https://lamkieu.example/5' },
      { kind: 'document', value: 'Báo cáo số 5/BC-UBND' },
    ]);
  });

  it('words that only lead to the link are left out', () => {
    const links = [{ text: 'tại đây', url: 'https://lamkieu.example/6' }];
    expect(planEvidenceIn('Xem chi tiết tại đây', links)).toEqual([
      { kind: 'link', value: 'https://lamkieu.example/6' },
    ]);
  });
});
