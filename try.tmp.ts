import { readFileSync } from 'node:fs';
import { openPdf } from './src/documents/pdf/pdfjs.ts';
import { readPage } from './src/documents/pdf/read-page.ts';
import { blocksOf } from './src/documents/pdf/document-blocks.ts';
export async function load(path: string) {
  const doc = await openPdf(new Uint8Array(readFileSync(path)));
  const pages = [];
  for (let i = 1; i <= doc.numPages; i++) pages.push(await readPage(await doc.getPage(i)));
  return pages;
}
async function main(){
  const pages = await load(process.argv[2]);
  for (const b of blocksOf(pages)) {
    if (b.kind === 'paragraph') console.log(`P${b.source.page} ${JSON.stringify(b.text)}`);
    else for (const r of b.rows) console.log(`  R${r.source.page}.${r.source.row} ${r.cells.map(c => (c.merged ? `<${c.merged}>` : '') + JSON.stringify(c.text)).join(' | ')}`);
  }
}
if (process.argv[1].includes('try')) main();
