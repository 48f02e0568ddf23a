/** `npm run bench:reading`: how well and how fast plans and deadlines are read. */
import { fixtureFiles, planAt, scoreOf, seedFiles } from '../test/documents/plan-score.ts';
import { accuracyByKind, corpusLabels, type Label, ownLabels } from './labels.ts';
import { readLongPlan } from './long-plan.ts';
import { daysRight, phrasesPerSecond } from './speed.ts';

const say = (line = '') => process.stdout.write(`${line}\n`);
const percent = (part: number) => `${(100 * part).toFixed(1)} %`.padStart(8);

const corpus = corpusLabels();
if (corpus.length === 0) say('No labelled phrases beside the repository: only our own table is measured.\n');
showDeadlines('deadline-dev.json', corpus);
showDeadlines('our own table', ownLabels());
showSpeed([...corpus, ...ownLabels()]);
await showPlans();
await showLongPlan();

function showDeadlines(name: string, labels: readonly Label[]): void {
  if (labels.length === 0) return;
  say(`Deadlines, ${name}`);
  const kinds = accuracyByKind(labels);
  const sum = { kind: 'all', right: kinds.reduce((n, { right }) => n + right, 0), of: labels.length };
  for (const { kind, right, of } of [...kinds, sum])
    say(`  ${kind.padEnd(12)} ${`${right}/${of}`.padStart(8)} ${percent(right / of)}`);
  say();
}

function showSpeed(labels: readonly Label[]): void {
  say(`Speed, ${labels.length} phrases`);
  const speeds = phrasesPerSecond(labels);
  for (const { name, right, of } of daysRight(labels)) {
    const speed = Math.round(speeds.get(name) ?? 0).toLocaleString('en');
    say(`  ${name.padEnd(16)} ${speed.padStart(8)} phrases/s; of the single days right ${right}/${of}`);
  }
  say();
}

async function showPlans(): Promise<void> {
  say(`${'Plans'.padEnd(46)} rows  recall    precision deadlines leads`);
  for (const file of [...fixtureFiles(), ...seedFiles()]) {
    const score = scoreOf(file.truth, await planAt(file));
    const shares = [score.recall, score.precision, score.deadlines, score.leads].map(percent).join('  ');
    say(`  ${file.name.padEnd(44)} ${String(score.rows).padStart(4)} ${shares}`);
    for (const fault of score.faults) say(`      ${fault.replace(/\s+/g, ' ').slice(0, 160)}`);
  }
  say();
}

async function showLongPlan(): Promise<void> {
  const { tasks, seconds, peakMegabytes } = await readLongPlan();
  say(`A plan of ${tasks} tasks: ${seconds.toFixed(1)} s, at most ${Math.round(peakMegabytes)} MB`);
}
