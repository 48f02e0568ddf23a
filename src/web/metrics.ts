import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Ailment, AilmentKind } from '../services/ports/ailments.ts';
import type { Waiting } from '../services/ports/backlog.ts';
import type { Meter } from '../services/ports/meter.ts';
import type { Job } from '../services/ports/queue.ts';

/** What is asked of the database and the queue each time somebody looks. */
export interface Gauged {
  now(): Date;
  waiting(): Promise<Waiting[]>;
  depth(): Promise<{ lane: Job['name']; jobs: number }[]>;
  ailments(): Promise<Ailment[]>;
}

export interface Metrics extends Meter {
  /** In the text format of Prometheus. */
  page(): Promise<{ type: string; text: string }>;
}

/** From a message that goes out at once to a morning of which half is late. */
const LATE_SECONDS = [1, 5, 15, 60, 300, 900, 3600, 14_400];
const PLANNER_SECONDS = [0.01, 0.05, 0.25, 1, 5, 15, 60];

/** Every kind has its line also while it is not seen: a curve that is missing tells nothing. */
const KINDS: Readonly<Record<AilmentKind, true>> = {
  late: true,
  untold: true,
  silent: true,
  refused: true,
  session: true,
  quota: true,
  ousted: true,
  disk: true,
  database: true,
  redis: true,
  calendar: true,
};

export function createMetrics({ now, waiting, depth, ailments }: Gauged): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `nhachan_${name}`, help, labelNames, registers });
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `nhachan_${name}`, help, buckets, registers });

  const due = counter('due_total', 'Messages whose turn has come.');
  const sent = counter('sent_total', 'Messages that have been sent.');
  const failed = counter('failed_total', 'Sendings that failed, by what that means.', ['platform', 'kind']);
  const throttled = counter('throttled_total', 'Answers that too much is sent (429).', ['platform']);
  const takenOver = counter('claims_taken_over_total', 'Messages taken over from a sender that had died.');
  const inbound = counter('inbound_total', 'What came in, and whether it had come before.', [
    'platform',
    'known',
  ]);
  const untold = counter('untold_total', 'Dates that the auditor found should have been told and were not.');
  const late = histogram('late_seconds', 'From when a message was owed until it was sent.', LATE_SECONDS);
  const planner = histogram('planner_seconds', 'How long the planner runs.', PLANNER_SECONDS);

  new Gauge({
    name: 'nhachan_backlog',
    help: 'What is owed and not done, by the kind of its lane.',
    labelNames: ['lane'],
    registers,
    async collect() {
      for (const { lane, count } of await waiting()) this.set({ lane }, count);
    },
  });
  new Gauge({
    name: 'nhachan_backlog_oldest_seconds',
    help: 'How long the oldest of it has been owed.',
    labelNames: ['lane'],
    registers,
    async collect() {
      for (const { lane, oldestAt } of await waiting()) {
        const owedMs = oldestAt === null ? 0 : now().getTime() - oldestAt.getTime();
        this.set({ lane }, Math.max(0, owedMs / 1000));
      }
    },
  });
  new Gauge({
    name: 'nhachan_queue_jobs',
    help: 'Jobs in the queue.',
    labelNames: ['lane'],
    registers,
    async collect() {
      for (const { lane, jobs } of await depth()) this.set({ lane }, jobs);
    },
  });
  new Gauge({
    name: 'nhachan_wrong',
    help: 'How many things of that kind /health finds wrong.',
    labelNames: ['kind'],
    registers,
    async collect() {
      const found = await ailments();
      for (const kind of Object.keys(KINDS)) {
        this.set({ kind }, found.filter((one) => one.kind === kind).length);
      }
    },
  });

  return {
    due: () => due.inc(),
    sent(lateMs) {
      sent.inc();
      late.observe(Math.max(0, lateMs / 1000));
    },
    failed: (platform, kind) => failed.inc({ platform, kind }),
    throttled: (platform) => throttled.inc({ platform }),
    tookOver: () => takenOver.inc(),
    received: (platform, isNew) => inbound.inc({ platform, known: String(!isNew) }),
    untold: (dates) => untold.inc(dates),
    planning: () => planner.startTimer(),
    page: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
