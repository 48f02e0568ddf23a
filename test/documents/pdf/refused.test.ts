import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../../../src/documents/formats/unreadable-document.ts';
import { pdfContents } from '../../../src/documents/pdf/pdf-contents.ts';
import { readDocument } from '../../../src/documents/read-document.ts';
import { pdfFile, words } from './pdf-file.ts';

const plan = (name: string) => readFile(new URL(`../../fixtures/plans/${name}.pdf`, import.meta.url));
const SCANNED_PAGE = { content: `q 595 0 0 842 0 0 cm /I Do Q\n${words(300, 20, 'Trang 1')}` };

async function reasonFor(bytes: Uint8Array, name = 'ke-hoach.pdf'): Promise<string> {
  try {
    await readDocument({ name, bytes });
    return 'readable';
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.reason;
    throw error;
  }
}

describe('a PDF that cannot be read says why', () => {
  it('a scan, whose only text is a page number', async () => {
    expect(await reasonFor(pdfFile([SCANNED_PAGE, SCANNED_PAGE]))).toBe('scanned');
  });

  it('a letter whose appendix was scanned', async () => {
    const letter = { content: words(50, 700, 'UBND xa ban hanh Ke hoach; nhiem vu tai Phu luc kem theo.') };
    expect(await reasonFor(pdfFile([letter, SCANNED_PAGE, SCANNED_PAGE]))).toBe('scanned');
  });

  it('one with a password', async () => {
    expect(await reasonFor(await readFile(new URL('password.pdf', import.meta.url)))).toBe('password');
  });

  it('one that was cut off on the way', async () => {
    const whole = await plan('xa-na-pheo-van-hoa-du-lich');
    expect(await reasonFor(whole.subarray(0, whole.length * 0.9))).toBe('broken');
    const written = pdfFile([{ content: words(50, 700, 'Hop dan truoc ngay 15 thang 12 nam 2026') }]);
    expect(await reasonFor(written)).toBe('readable');
    expect(await reasonFor(written.subarray(0, -40))).toBe('broken');
  });

  it('one of more than 300 pages', async () => {
    const page = { content: words(50, 700, 'Hop dan truoc ngay 15 thang 12 nam 2026') };
    const pages = (count: number) => Array.from({ length: count }, () => page);
    expect(await reasonFor(pdfFile(pages(300)))).toBe('readable');
    expect(await reasonFor(pdfFile(pages(301)))).toBe('too-large');
  });
});

it('is known by its content, whatever its name', async () => {
  expect(await reasonFor(await plan('xa-na-pheo-van-hoa-du-lich'), 'ke-hoach.docx')).toBe('readable');
});

it('no bytes at all bring it down', async () => {
  const whole = new Uint8Array(await plan('xa-na-pheo-van-hoa-du-lich'));
  const damaged = fc
    .tuple(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 40 }))
    .map(([at, noise]) => {
      const bytes = new Uint8Array(whole);
      bytes.set(noise.slice(0, bytes.length - at), at);
      return bytes;
    });
  await fc.assert(
    fc.asyncProperty(damaged, async (bytes) => {
      // Whatever it is, "broken" is said of it; nothing may be thrown behind its back.
      await pdfContents(bytes).catch((error) => expect(error).toBeInstanceOf(Error));
    }),
    { numRuns: 40 },
  );
});
