import { readFileSync, readdirSync } from 'node:fs';
import { readDocument } from './src/documents/read-document.ts';
import { readPlan } from './src/documents/plan.ts';
const folder = process.argv[2];
const norm = (s: string) => s.normalize('NFC').replace(/\s+/g, ' ').trim();
for (const f of readdirSync(folder).filter((f) => f.endsWith('.pdf'))) {
  const t0 = performance.now();
  const truthName = f.replace(/(\.[a-z-]+)?\.pdf$/, '.expected.json');
  let plan: any;
  try { plan = readPlan(await readDocument({ name: f, bytes: new Uint8Array(readFileSync(`${folder}/${f}`)) }), {}); } catch (e) { console.log(f, String(e)); continue; }
  const ms = Math.round(performance.now() - t0);
  if (plan.kind !== 'plan') { console.log(f, JSON.stringify(plan)); continue; }
  const truth = JSON.parse(readFileSync(`test/fixtures/plans/${truthName}`, 'utf8'));
  const left = [...plan.tasks];
  const found: [any, any][] = [];
  for (const t of truth.tasks) {
    const i = left.findIndex((x: any) => norm(x.title) === norm(t.title));
    if (i >= 0) found.push([t, left.splice(i, 1)[0]]);
    else console.log('   MISSING', norm(t.title).slice(0, 150));
  }
  for (const x of left) console.log('   EXTRA', norm(x.title).slice(0,200));
  const right = (name: string, ok: (t: any, x: any) => boolean) => {
    for (const [t, x] of found) if (!ok(t, x)) console.log(`   ${name}`, t.no, JSON.stringify(t[name]), '!=', JSON.stringify(name === 'deadline' ? x.deadline.text : x[name]));
    return found.filter(([t, x]) => ok(t, x)).length / found.length;
  };
  const res = { recall: found.length / truth.tasks.length, precision: found.length / plan.tasks.length,
    deadline: right('deadline', (t, x) => norm(x.deadline.text) === norm(t.deadline)),
    lead: right('lead', (t, x) => norm(x.lead.join('|')) === norm(t.lead.join('|'))),
    support: right('support', (t, x) => norm(x.support.join('|')) === norm(t.support.join('|'))),
    product: right('product', (t, x) => norm(x.product ?? '') === norm(t.product)),
    section: right('section', (t, x) => x.section === t.section), no: right('no', (t, x) => x.no === t.no) };
  console.log(f, ms + 'ms', Object.entries(res).map(([k, v]) => `${k} ${v.toFixed(3)}`).join(' '), JSON.stringify(plan.facts) === JSON.stringify(truth.facts) ? 'facts ok' : JSON.stringify(plan.facts));
  for (const u of plan.unread) console.log('   unread', u.why, u.text.slice(0, 100));
}
