import { readFileSync, readdirSync } from 'node:fs';
import { pdfBlocks } from './src/documents/pdf/pdf-blocks.ts';
for (let k=0;k<2;k++) for (const f of readdirSync('test/fixtures/plans').filter(f=>f.endsWith('.pdf'))) { const t=performance.now(); const b = await pdfBlocks(new Uint8Array(readFileSync('test/fixtures/plans/'+f))); console.log(f, b.length, Math.round(performance.now()-t)); }
