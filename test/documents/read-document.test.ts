import {
  Document,
  ExternalHyperlink,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  UnreadableDocument,
  type UnreadableReason,
} from '../../src/documents/formats/unreadable-document.ts';
import { type ZipEntry, zipFault } from '../../src/documents/formats/zip.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { type DocumentFile, MOST_ROWS } from '../../src/services/ports/documents.ts';
import { docxFile, textFile, xlsxFile, zip } from './files.ts';

async function reasonFor(
  bytes: Uint8Array | string,
  name = 'ke-hoach.docx',
): Promise<UnreadableReason | 'readable'> {
  const file: DocumentFile = {
    name,
    bytes: typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes,
  };
  try {
    await readDocument(file);
    return 'readable';
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.reason;
    throw error;
  }
}

describe('files that cannot be read say why, whatever their name', () => {
  it.each<[string, Uint8Array | string, UnreadableReason]>([
    ['nothing in it', '', 'empty'],
    ['only blank lines', '\n \n', 'empty'],
    ['a renamed program', `MZ\x90\x00\x03${'\x00'.repeat(200)}`, 'not-a-document'],
    ['a picture', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR', 'not-a-document'],
    ['the head of a PDF', '%PDF-1.7\n%\xe2\xe3\xcf\xd3', 'broken'],
    ['a .doc', `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\x00'.repeat(600)}`, 'old-format'],
    ['an .rtf', '{\\rtf1\\ansi KH}', 'old-format'],
    ['a web page', '<!DOCTYPE html><html><body>KH</body></html>', 'old-format'],
    ['an .odt', zip([{ name: 'content.xml', text: '<a/>' }]), 'old-format'],
    [
      'a .docx with a password',
      `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${[...'EncryptedPackage'].join('\x00')}\x00`,
      'password',
    ],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1).fill(65), 'too-large'],
    ['another zip', zip([{ name: 'anh.jpg', text: 'x' }]), 'not-a-document'],
    ['a zip with a password', zip([{ name: 'word/document.xml', text: 'x', flags: 1 }]), 'password'],
    ['a docx whose text is not XML', zip([{ name: 'word/document.xml', text: 'hello' }]), 'broken'],
  ])('%s', async (_, bytes, reason) => {
    expect(await reasonFor(bytes)).toBe(reason);
    expect(await reasonFor(bytes, 'ke-hoach.txt')).toBe(reason);
  });

  it('a .docx that was cut off on the way', async () => {
    const { bytes } = await docxFile(['KẾ HOẠCH']);
    expect(await reasonFor(bytes.slice(0, bytes.length / 2))).toBe('broken');
  });

  it('tells the sender what to do', () => {
    expect(new UnreadableDocument('a.doc', 'old-format').message).toMatch(/^a\.doc: .*save it as \.docx/);
  });
});

describe('archives made to exhaust the server', () => {
  const zeros = '\x00'.repeat(8 * 1024 * 1024);

  it('one part that unpacks to a thousand times its size', async () => {
    expect(await reasonFor(zip([{ name: 'word/document.xml', text: zeros }]))).toBe('too-large');
  });

  it.each<[string, Partial<ZipEntry>, number]>([
    ['many parts that together unpack to more than 100 MB', { name: 'anh.bin', size: 2e7 }, 6],
    ['one part of XML too large to hold as a tree', { name: 'word/document.xml', size: 1.5e7 }, 1],
  ])('%s', (_, declared, parts) => {
    const part: ZipEntry = {
      name: '',
      size: 0,
      packedSize: 1e6,
      packed: zip([]),
      method: 8,
      encrypted: false,
    };
    expect(zipFault(Array.from({ length: parts }, () => ({ ...part, ...declared })))).toBe('too-large');
  });

  it.each([100, 9e6])('a part of 8 MB that declares %d bytes', async (size) => {
    const text = Array.from({ length: 1024 * 1024 }, (_, i) => String(i % 1e8).padStart(8, '0')).join('');
    expect(await reasonFor(zip([{ name: 'word/document.xml', text, size }]))).toBe('broken');
  });
});

describe('more than any plan has is refused before it is read', () => {
  /** Not so even that it looks like a bomb. */
  const noise = (count: number, written: (n: number) => string) =>
    Array.from({ length: count }, (_, i) => written((i * 7919) % 100_003)).join('');
  const markup = (element: string, count: number) =>
    `<w:document xmlns:w="x"><w:body>${noise(count, (n) => `<w:${element}><w:x n="${n}"/></w:${element}>`)}</w:body></w:document>`;
  const sheet = (element: string, count: number) => [
    { name: 'xl/workbook.xml', text: '<workbook/>' },
    {
      name: 'xl/worksheets/sheet1.xml',
      text: `<worksheet>${noise(count, (n) => `<${element} r="${n}"/>`)}</worksheet>`,
    },
  ];
  const lines = (count: number) => Array.from({ length: count }, (_, i) => `Dong thu ${i}`).join('\n');
  const tabbed = (count: number) =>
    Array.from({ length: count }, (_, i) => `${i}\tHop dan\t15/12`).join('\n');

  it.each<[string, Uint8Array | string]>([
    ['rows of a .docx', zip([{ name: 'word/document.xml', text: markup('tr', MOST_ROWS + 1) }])],
    ['cells of a .docx', zip([{ name: 'word/document.xml', text: markup('tc', 50 * MOST_ROWS + 1) }])],
    ['rows of a sheet, blank ones too', zip(sheet('row', 10 * MOST_ROWS + 1))],
    ['cells of a sheet', zip(sheet('c', 100 * MOST_ROWS + 1))],
    ['lines of a text', lines(8001)],
    ['letters in few lines', 'ba '.repeat(400_000)],
    ['rows of a text', tabbed(MOST_ROWS + 1)],
  ])('%s', async (_, bytes) => {
    expect(await reasonFor(bytes)).toBe('too-long');
  });

  it('but as many rows as there may be are read', async () => {
    expect(await reasonFor(tabbed(MOST_ROWS))).toBe('readable');
    expect(await reasonFor(zip([{ name: 'word/document.xml', text: markup('tr', MOST_ROWS) }]))).not.toBe(
      'too-long',
    );
  });

  it('a cell that spreads over two thousand columns does not make two thousand cells', async () => {
    const file = await docxFile([[[{ text: 'KẾ HOẠCH', columns: 2_000 }]]]);
    const { blocks } = await readDocument(file);
    expect(blocks[0]?.kind === 'table' && blocks[0].rows[0]?.cells.length).toBe(60);
  });
});

it('no bytes at all bring it down', async () => {
  const docx = await docxFile([
    'KẾ HOẠCH',
    [
      ['Stt', 'Nhiệm vụ', 'Tiến độ'],
      ['1', 'Họp dân', '15/12'],
    ],
  ]);
  const damaged = fc
    .tuple(fc.nat(docx.bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 12 }))
    .map(([at, noise]) => {
      const bytes = new Uint8Array(docx.bytes);
      bytes.set(noise.slice(0, bytes.length - at), at);
      return bytes;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), damaged), async (bytes) => {
      await reasonFor(bytes); // Throws anything but an UnreadableDocument.
    }),
    { numRuns: 150 },
  );
});

describe('text', () => {
  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffKẾ HOẠCH')],
    ['windows-1258 from an old Excel', Buffer.from('4bcaec20484f41f24348', 'hex')],
    ['UTF-16 from Excel', Buffer.from('\ufeffKẾ HOẠCH', 'utf16le')],
    ['decomposed letters', Buffer.from('KẾ HOẠCH'.normalize('NFD'))],
  ])('%s', async (_, bytes) => {
    const { blocks } = await readDocument({ name: 'a.docx', bytes });
    expect(blocks).toEqual([{ kind: 'paragraph', text: 'KẾ HOẠCH', source: { line: 1 } }]);
  });

  it('Markdown leaves no marks behind', async () => {
    const { blocks } = await readDocument(textFile('## **KẾ HOẠCH**\n*(Kèm theo)*'));
    expect(blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual([
      'KẾ HOẠCH',
      '(Kèm theo)',
    ]);
  });
});

it('prose full of commas is no .csv', async () => {
  const prose = [
    'Kính gửi các phòng, ban, trung tâm',
    'Theo kế hoạch, chương trình, nghị quyết',
    'Đề nghị họp, bàn, chốt',
  ];
  const sentences = prose.map((line) => `${line} để thực hiện đầy đủ các nhiệm vụ được giao trong năm 2026`);
  const { blocks } = await readDocument(textFile(sentences.join('\n')));
  expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'paragraph']);
});

describe('Excel', () => {
  it('dates are written as officials write them, formulas give their result, hidden sheets are left out', async () => {
    const grid = [['Thời hạn', 'Kết quả']];
    const file = await xlsxFile({ 'Kế hoạch': grid, Nháp: [['cũ']] }, (workbook) => {
      const sheet = workbook.getWorksheet('Kế hoạch');
      sheet?.addRow([new Date('2026-11-30T00:00:00Z'), { formula: 'A1&"!"', result: 'xong' }]);
      sheet?.addRow([
        { text: 'Xem', hyperlink: 'https://lamkieu.example/2' },
        { richText: [{ text: 'Báo ' }, { text: 'cáo' }] },
      ]);
      const draft = workbook.getWorksheet('Nháp');
      if (draft) draft.state = 'hidden';
    });
    const { blocks } = await readDocument(file);
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['Thời hạn', 'Kết quả'],
      ['30/11/2026', 'xong'],
      ['Xem', 'Báo cáo'],
    ]);
    expect(rows[2]?.cells[0]?.links).toEqual([{ text: 'Xem', url: 'https://lamkieu.example/2' }]);
  });
});

it('what nobody has read is said: a hidden sheet', async () => {
  const file = await xlsxFile(
    { 'Kế hoạch': [['Việc']], Nháp: [['Sơn kẻ vạch', '30/6/2026']], Trống: [] },
    (book) => {
      for (const name of ['Nháp', 'Trống']) {
        const sheet = book.getWorksheet(name);
        if (sheet) sheet.state = 'hidden';
      }
    },
  );
  expect((await readDocument(file)).skipped).toEqual([
    { why: 'hidden-sheet', text: 'Nháp: Sơn kẻ vạch | 30/6/2026', source: { sheet: 'Nháp', hidden: true } },
  ]);
});

describe('Word', () => {
  it('numbers that Word writes itself, line breaks, bullets and links are kept', async () => {
    const numbered = (reference: string) =>
      new Paragraph({ text: 'Họp', numbering: { reference, level: 0 } });
    const link = new ExternalHyperlink({
      link: 'https://lamkieu.example/3',
      children: [new TextRun('Báo cáo')],
    });
    const cells = [
      [numbered('stt')],
      [
        numbered('stt'),
        new Paragraph({ children: [new TextRun('một'), new TextRun({ text: 'hai', break: 1 })] }),
      ],
      [numbered('dot'), new Paragraph({ children: [link] })],
    ].map((children) => new TableCell({ children }));
    const level = { level: 0, text: '%1.' };
    const config = [
      { reference: 'stt', levels: [{ ...level, format: LevelFormat.DECIMAL }] },
      { reference: 'dot', levels: [{ ...level, format: LevelFormat.BULLET }] },
    ];
    const table = new Table({ rows: [new TableRow({ children: cells })] });
    const bytes = await Packer.toBuffer(
      new Document({ numbering: { config }, sections: [{ children: [table] }] }),
    );
    const { blocks } = await readDocument({ name: 'a.docx', bytes });
    const row = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))[0];
    expect(row?.cells).toEqual([
      { text: '1. Họp', links: [] },
      { text: '2. Họp\nmột\nhai', links: [] },
      { text: '- Họp\nBáo cáo', links: [{ text: 'Báo cáo', url: 'https://lamkieu.example/3' }] },
    ]);
  });
});
