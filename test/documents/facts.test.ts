import { describe, expect, it } from 'vitest';
import { factsIn } from '../../src/documents/facts/facts.ts';

describe('what a document says about itself', () => {
  it('in the heading of its first page', () => {
    const facts = factsIn([
      'ỦY BAN NHÂN DÂN\nXÃ ĐỒI SIM\nSố: 27/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐồi Sim, ngày 05 tháng 12 năm 2025',
      'KẾ HOẠCH',
      'Thu gom rác thải nông thôn\nnăm 2026',
      'Căn cứ Kế hoạch số 12/KH-UBND ngày 01/3/2024 của UBND tỉnh;',
    ]);
    expect(facts).toEqual({
      number: '27/KH-UBND',
      issuedOn: '2025-12-05',
      issuer: 'UBND xã Đồi Sim',
      title: 'Kế hoạch Thu gom rác thải nông thôn năm 2026',
      year: 2026,
    });
  });

  it('in the line below an appendix', () => {
    const facts = factsIn([
      'PHỤ LỤC I',
      'DANH MỤC VIỆC LÀM NĂM 2026',
      '(Kèm theo Kế hoạch số 9 /KH-UBND ngày 07 /5/2026 của Ủy ban nhân dân xã Đồi Sim)',
    ]);
    expect(facts).toMatchObject({
      number: '9/KH-UBND',
      issuedOn: '2026-05-07',
      issuer: 'UBND xã Đồi Sim',
      year: 2026,
    });
  });

  it('in the text, where the heading is lost', () => {
    expect(factsIn(['KẾ HOẠCH', 'Trồng cây', 'UBND xã Đồi Sim ban hành Kế hoạch như sau:'])).toMatchObject({
      title: 'Kế hoạch Trồng cây',
      issuer: 'UBND xã Đồi Sim',
    });
  });

  it('of an official letter the subject', () => {
    const facts = factsIn([
      'Số: 88/UBND-VP\nV/v nộp báo cáo\nnăm 2026',
      'Đồi Sim, ngày 3 tháng 2 năm 2026',
      'Kính gửi: Các thôn',
    ]);
    expect(facts).toMatchObject({
      number: '88/UBND-VP',
      title: 'V/v nộp báo cáo năm 2026',
      issuedOn: '2026-02-03',
    });
  });

  it.each<[string, string[], string]>([
    [
      'of two offices the lower one',
      ['UBND TỈNH HÀ NGẠN', 'ỦY BAN NHÂN DÂN PHƯỜNG', 'TÂN HÒE'],
      'UBND phường Tân Hòe',
    ],
    [
      'a department with its committee',
      ['UBND XÃ ĐỒI SIM', 'PHÒNG KINH TẾ', '-------'],
      'Phòng Kinh tế, UBND xã Đồi Sim',
    ],
    ['a centre that names its ward', ['UBND HUYỆN CŨ', 'TRẠM Y TẾ XÃ ĐỒI SIM'], 'Trạm Y tế xã Đồi Sim'],
    ['a committee of the Party', ['ĐẢNG BỘ TỈNH HÀ NGẠN', 'ĐẢNG ỦY XÃ ĐỒI SIM', '*'], 'Đảng ủy xã Đồi Sim'],
    ['a name over two lines', ['SỞ NÔNG NGHIỆP VÀ MÔI', 'TRƯỜNG'], 'Sở Nông nghiệp và môi trường'],
    ['a ward that is spelled like "phương án"', ['ỦY BAN NHÂN DÂN', 'PHƯỜNG AN LÃNG'], 'UBND phường An Lãng'],
  ])('issued by %s', (_, lines, issuer) => {
    expect(factsIn([...lines, 'KẾ HOẠCH', 'Trồng cây năm 2026']).issuer).toBe(issuer);
  });

  it.each<[string[], string]>([
    [
      ['KẾ HOẠCH', 'Thực hiện Đề án dữ liệu dân cư năm 2026'],
      'Kế hoạch Thực hiện Đề án dữ liệu dân cư năm 2026',
    ],
    [['KẾ HOẠCH', '-----', 'trồng cây', '-----', 'Mở đầu'], 'Kế hoạch trồng cây'],
    [
      ['UBND XÃ ĐỒI SIM', 'BẢNG THEO DÕI NHIỆM VỤ THÁNG 3 NĂM 2026'],
      'Bảng theo dõi nhiệm vụ tháng 3 năm 2026',
    ],
    [['UBND XÃ ĐỒI SIM', 'TIẾN ĐỘ SỬA ĐƯỜNG NĂM 2026'], 'Tiến độ sửa đường năm 2026'],
  ])('%j is called %j', (lines, title) => {
    expect(factsIn(lines).title).toBe(title);
  });

  it('of the Party has a number of another form', () => {
    expect(factsIn(['Số 05-CTr/ĐU', 'CHƯƠNG TRÌNH', 'công tác năm 2026']).number).toBe('05-CTr/ĐU');
  });

  it.each<[string, string, number]>([
    ['Đồi Sim, ngày 20 tháng 12 năm 2025', 'Kết quả năm 2025, nhiệm vụ năm 2026', 2026],
    ['Đồi Sim, ngày 05 tháng 01 năm 2026', 'Kết quả năm 2025', 2025],
    ['Đồi Sim, ngày 05 tháng 01 năm 2026', 'Thực hiện Đề án đến năm 2030', 2026],
  ])('%s: "%s" is for %i', (issued, title, year) => {
    expect(factsIn([issued, 'KẾ HOẠCH', title]).year).toBe(year);
  });

  it.each<[string, string[]]>([
    [
      'a draft without number and day',
      ['Số: /KH-UBND', 'Đồi Sim, ngày tháng 12 năm 2026', 'KẾ HOẠCH', 'Trồng cây'],
    ],
    [
      'a cited number is not its own',
      ['KẾ HOẠCH', 'Trồng cây năm 2026', 'Số 15/QĐ-UBND của tỉnh đã giao chỉ tiêu.'],
    ],
    ['a day that does not exist', ['Đồi Sim, ngày 31 tháng 02 năm 2026', 'KẾ HOẠCH', 'Trồng cây năm 2026']],
  ])('%s', (_, texts) => {
    expect(factsIn(texts)).toMatchObject({ number: null, issuedOn: null, year: 2026 });
  });

  it('nothing of a text that says nothing', () => {
    expect(factsIn(['Chào cả nhà'])).toEqual({
      number: null,
      issuedOn: null,
      issuer: null,
      title: null,
      year: null,
    });
  });
});
