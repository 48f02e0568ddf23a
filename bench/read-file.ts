/** Reads one plan and tells how many tasks it has and the memory that took, as JSON. */
import { readFile } from 'node:fs/promises';
import { readPlan } from '../src/documents/plan.ts';
import { readDocument } from '../src/documents/read-document.ts';

const [path = ''] = process.argv.slice(2);
const reading = readPlan(await readDocument({ name: path, bytes: new Uint8Array(await readFile(path)) }));
const tasks = reading.kind === 'plan' ? reading.tasks.length : 0;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ tasks, peakMegabytes }));
