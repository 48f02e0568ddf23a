/** What Prometheus sees of the ledger, and who may see it. */
import { afterEach, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { deliverNext } from '../../src/services/delivery/deliver-chat.ts';
import { receiveUpdate } from '../../src/services/delivery/receive-update.ts';
import { createMetrics } from '../../src/web/metrics.ts';
import { startWebServer, type WebServer } from '../../src/web/server.ts';
import { onOneDatabase } from '../support/databases.ts';
import { LedgerOffice } from '../support/ledger-office.ts';

onOneDatabase((database) => {
  test('due, sent, late, failed, taken over, waiting: each is counted', async () => {
    const office = new LedgerOffice(database.opened);
    const meter = createMetrics({
      now: () => office.clock.now(),
      waiting: () => office.storage.backlog.waiting(),
      depth: async () => [{ lane: 'outbox', jobs: 7 }],
      ailments: async () => [{ kind: 'late', subject: '1', words: '' }],
    });
    const deps = { ...office.deps, meter };
    await office.opens([]);
    const thu = await office.chatWith('Thu');
    await office.owes(thu, 'một');
    await office.owes(thu, 'hai');
    await office.storage.outbox.claim(thu.id);
    office.later(20_000);
    while (await deliverNext(deps, thu.id));
    office.console.failNext({ kind: 'temporary', retryAfterMs: 60_000 });
    await office.owes(thu, 'ba');
    while (await deliverNext(deps, thu.id));
    const update = {
      platform: 'console',
      id: '1',
      chat: { id: 'thu', kind: 'private' },
      event: { type: 'reaction', messageId: '1' },
    } as const;
    await receiveUpdate(deps)(update);
    await receiveUpdate(deps)(update);
    meter.planning()();
    office.later(10_000);
    const { text } = await meter.page();
    const lines = text.split('\n');
    for (const line of [
      'nhachan_due_total 2',
      'nhachan_sent_total 2',
      'nhachan_failed_total{platform="console",kind="temporary"} 1',
      'nhachan_claims_taken_over_total 1',
      'nhachan_inbound_total{platform="console",known="false"} 1',
      'nhachan_inbound_total{platform="console",known="true"} 1',
      'nhachan_late_seconds_bucket{le="15"} 0',
      'nhachan_late_seconds_bucket{le="60"} 2',
      'nhachan_backlog{lane="inbox"} 1',
      'nhachan_backlog{lane="outbox"} 1',
      'nhachan_backlog_oldest_seconds{lane="outbox"} 10',
      'nhachan_queue_jobs{lane="outbox"} 7',
      'nhachan_wrong{kind="late"} 1',
      'nhachan_wrong{kind="disk"} 0',
      'nhachan_planner_seconds_count 1',
    ]) {
      expect(lines).toContain(line);
    }
  });
});

let web: WebServer | null = null;
afterEach(() => web?.close());

async function ask(host: string, token: string | null, authorization?: string): Promise<number> {
  web = await startWebServer({
    host,
    port: 0,
    log: createLog('silent'),
    health: async () => ({ ok: true }),
    webhooks: [],
    shelves: [],
    calendars: null,
    metrics: { token, page: async () => ({ type: 'text/plain', text: 'x 1' }) },
  });
  const init = authorization ? { headers: { authorization } } : {};
  return (await fetch(`http://127.0.0.1:${web.port}/metrics`, init)).status;
}

const TOKEN = 'a-token-of-the-office';

test.each([
  { host: '0.0.0.0', token: null, status: 404 },
  { host: '127.0.0.1', token: null, status: 200 },
  { host: '0.0.0.0', token: TOKEN, status: 401 },
  { host: '127.0.0.1', token: TOKEN, status: 401 },
  { host: '0.0.0.0', token: TOKEN, said: 'Bearer another', status: 401 },
  { host: '0.0.0.0', token: TOKEN, said: `Bearer ${TOKEN}`, status: 200 },
])(
  'on $host with the token $token, whoever says $said gets $status',
  async ({ host, token, said, status }) => {
    expect(await ask(host, token, said)).toBe(status);
  },
);
