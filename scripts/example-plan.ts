/** The example plan as an office issues one. Form: Nghị định 30/2020/NĐ-CP, Phụ lục I. */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { SECTIONS } from './example-tasks.ts';

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];
type Look = { bold?: boolean; italics?: boolean; size?: number; underline?: object };

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE };
const BODY_SIZE = 28;
const TABLE_SIZE = 24;

const DUTIES = [
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Cụ thể hóa nghị quyết của HĐND phường thành việc làm có người chịu trách nhiệm, có thời hạn và có sản phẩm kiểm đếm được.',
  '2. Mỗi nhiệm vụ có một đơn vị chủ trì; đơn vị chủ trì tự rà soát, kịp thời đề xuất điều chỉnh khi có thay đổi.',
  'II. NHIỆM VỤ',
  'Các nhiệm vụ, thời hạn và đơn vị thực hiện nêu tại Phụ lục kèm theo Kế hoạch này.',
  'III. TỔ CHỨC THỰC HIỆN',
  '1. Các phòng, ban chuyên môn, Trung tâm Phục vụ hành chính công và Công an phường gửi kết quả thực hiện về Văn phòng HĐND và UBND trước ngày 20 hằng tháng.',
  '2. Văn phòng HĐND và UBND theo dõi, đôn đốc, tổng hợp kết quả, báo cáo Chủ tịch UBND phường trước ngày 25 hằng tháng.',
  '3. Phòng Kinh tế, Hạ tầng và Đô thị bố trí kinh phí theo khả năng ngân sách.',
];

export async function examplePlan(): Promise<Uint8Array> {
  const document = new Document({
    creator: 'UBND phường Lam Kiều',
    title: 'Kế hoạch công tác trọng tâm năm 2026',
    styles: { default: { document: { run: { font: 'Times New Roman', size: BODY_SIZE } } } },
    sections: [letter(), appendix()],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function letter(): ISectionOptions {
  return {
    ...pageNumbering(),
    properties: { titlePage: true, page: { size: A4, margin: margins(20, 20, 30, 20) } },
    children: [
      nationalHeading(),
      centred('', {}),
      centred('KẾ HOẠCH', { bold: true }),
      centred('Công tác trọng tâm năm 2026 của UBND phường Lam Kiều', { bold: true }),
      centred('', {}),
      bodyText(
        'Thực hiện Nghị quyết số 41/NQ-HĐND ngày 22 tháng 12 năm 2025 của HĐND phường Lam Kiều về nhiệm vụ năm 2026;',
      ),
      bodyText('UBND phường ban hành Kế hoạch công tác trọng tâm năm 2026 như sau:'),
      ...DUTIES.map((duty) => bodyText(duty, { bold: /^[IVX]+\. /.test(duty) })),
      bodyText(
        'Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Văn phòng HĐND và UBND để tổng hợp, trình Chủ tịch UBND phường xem xét./.',
      ),
      centred('', {}),
      signature(),
    ],
  };
}

function appendix(): ISectionOptions {
  return {
    ...pageNumbering(),
    properties: {
      titlePage: true,
      page: {
        size: { ...A4, orientation: PageOrientation.LANDSCAPE },
        margin: margins(20, 20, 20, 20),
        pageNumbers: { start: 1 },
      },
    },
    children: [
      centred('PHỤ LỤC', { bold: true }),
      centred('DANH MỤC NHIỆM VỤ TRỌNG TÂM NĂM 2026', { bold: true }),
      centred('(Kèm theo Kế hoạch số 15/KH-UBND ngày 12 tháng 01 năm 2026 của UBND phường Lam Kiều)', {
        italics: true,
      }),
      centred('', {}),
      taskTable(),
    ],
  };
}

const A4 = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };

function margins(top: number, bottom: number, left: number, right: number) {
  const [t, b, l, r] = [top, bottom, left, right].map(convertMillimetersToTwip);
  return { top: t, bottom: b, left: l, right: r };
}

/** In the middle of the top margin, not on the first page. */
function pageNumbering(): Pick<ISectionOptions, 'headers'> {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
  });
  return { headers: { default: new Header({ children: [number] }), first: new Header({ children: [] }) } };
}

function nationalHeading(): Table {
  const left = [
    centred('ỦY BAN NHÂN DÂN', { bold: true, size: 24 }),
    centred('PHƯỜNG LAM KIỀU', { bold: true, size: 24, underline: {} }),
    centred('Số: 15/KH-UBND', { size: 26 }),
  ];
  const right = [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 24 }),
    centred('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 26, underline: {} }),
    centred('Lam Kiều, ngày 12 tháng 01 năm 2026', { italics: true, size: 26 }),
  ];
  return plainTable([left, right], [36, 64]);
}

function signature(): Table {
  const receivers = [
    '- UBND tỉnh (báo cáo);',
    '- TT. HĐND phường;',
    '- Các phòng, ban, đơn vị;',
    '- Lưu: VT.',
  ];
  const left = [
    paragraph('Nơi nhận:', { bold: true, italics: true, size: 24 }, AlignmentType.LEFT),
    ...receivers.map((receiver) => paragraph(receiver, { size: 22 }, AlignmentType.LEFT)),
  ];
  const right = [
    centred('TM. ỦY BAN NHÂN DÂN', { bold: true }),
    centred('CHỦ TỊCH', { bold: true }),
    ...['', '', '', ''].map((blank) => centred(blank, {})),
    centred('Trần Quốc Bảo', { bold: true }),
  ];
  return plainTable([left, right], [50, 50]);
}

function plainTable(columns: Paragraph[][], percent: number[]): Table {
  const cells = columns.map(
    (children, i) =>
      new TableCell({
        children,
        borders: NO_BORDERS,
        width: { size: percent[i] ?? 50, type: WidthType.PERCENTAGE },
      }),
  );
  return new Table({
    rows: [new TableRow({ children: cells })],
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...NO_BORDERS, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
  });
}

const COLUMNS: [name: string, millimetres: number][] = [
  ['Stt', 12],
  ['Nhiệm vụ', 80],
  ['Sản phẩm/Kết quả', 48],
  ['Tiến độ', 36],
  ['Chủ trì', 38],
  ['Phối hợp', 43],
];
const CENTRED_COLUMNS = new Set([0, 3]);

function taskTable(): Table {
  const heading = COLUMNS.map(([name]) => tableCell(name, true, { bold: true }));
  const rows = SECTIONS.flatMap((section, index) => [
    new TableRow({
      children: [ROMAN[index] ?? '', section.title, '', '', '', ''].map((text, i) =>
        tableCell(text, CENTRED_COLUMNS.has(i), { bold: true }),
      ),
    }),
    ...section.tasks.map((task, i) => {
      const texts = [String(i + 1), task.title, task.product, task.deadline, task.lead, task.support];
      return new TableRow({
        cantSplit: true,
        children: texts.map((text, column) => tableCell(text, CENTRED_COLUMNS.has(column), {})),
      });
    }),
  ]);
  return new Table({
    rows: [new TableRow({ tableHeader: true, children: heading }), ...rows],
    layout: TableLayoutType.FIXED,
    columnWidths: COLUMNS.map(([, millimetres]) => convertMillimetersToTwip(millimetres)),
    width: { size: 100, type: WidthType.PERCENTAGE },
  });
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

function tableCell(text: string, isCentred: boolean, look: Look): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    children: [
      paragraph(text, { size: TABLE_SIZE, ...look }, isCentred ? AlignmentType.CENTER : AlignmentType.LEFT),
    ],
  });
}

function centred(text: string, look: Look): Paragraph {
  return paragraph(text, look, AlignmentType.CENTER);
}

function bodyText(text: string, look: Look = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: convertMillimetersToTwip(10) },
    spacing: { before: 120 },
    children: [new TextRun({ text, ...look })],
  });
}

function paragraph(text: string, look: Look, alignment: Alignment): Paragraph {
  return new Paragraph({ alignment, children: [new TextRun({ text, ...look })] });
}
