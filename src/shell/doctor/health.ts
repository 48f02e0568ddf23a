import type { Config } from '../../config.ts';
import { clockOf } from '../../main.ts';
import { defaultRules } from '../../services/office/office-rules.ts';
import type { AilmentKind } from '../../services/ports/ailments.ts';
import type { Storage } from '../../services/ports/store.ts';
import { Examiner } from '../../services/watch/examine.ts';
import { freeSpace } from '../../storage/free-space.ts';
import { type Finding, inOrder, wrong } from './finding.ts';

/** A service on this machine answers at once, or is not well. */
const ANSWER_LIMIT_MS = 20_000;

const MENDS: Readonly<Record<AilmentKind, string>> = {
  late: 'Look at the log of the service: is it running, with the role worker, and is the platform in order?',
  untold:
    'Look at the log of the service: is it running, with the role planner? What was missed is in /quahan and /viec.',
  silent: 'Check the way to the internet, and the address of the webhook or gateway if one is set.',
  refused: 'Put a new token into the settings and start the service again.',
  session: 'Run `nhachan zalo-login` and scan the code with the account.',
  quota: 'Look at the plan of the bot; meanwhile people may join on Telegram.',
  ousted:
    'Sign out of the account in the other browser, then start the service again or run `nhachan zalo-login`.',
  disk: 'Make room on it: without, nothing can be recorded.',
  database: 'Look at the log of the database: is it running, is its disk full, may this user write?',
  redis: 'Give Redis memory or disk. Until then messages are late by a minute, never lost.',
  calendar: 'Install a newer version, or have each clerk send the days off in chat: nghỉ Tết từ … đến …',
};

/** What /health says: by the service that runs here, or else by what stands in the database. */
export async function* checkHealth(config: Config, storage: Storage | null): AsyncGenerator<Finding> {
  const found = (await askService(config)) ?? (storage && (await lookMyself(config, storage)));
  if (found === null) return;
  if (found.wrong.length === 0) yield inOrder(`Health: ${found.by} finds nothing wrong`);
  for (const { kind, says } of found.wrong) yield wrong(`Health: ${kind}: ${says}`, MENDS[kind]);
}

interface Found {
  by: string;
  wrong: { kind: AilmentKind; says: string }[];
}

async function askService({ WEB_HOST, WEB_PORT }: Config): Promise<Found | null> {
  const here = WEB_HOST === '0.0.0.0' ? '127.0.0.1' : WEB_HOST;
  const host = here.includes(':') ? `[${here}]` : here;
  try {
    const signal = AbortSignal.timeout(ANSWER_LIMIT_MS);
    const answer = await fetch(`http://${host}:${WEB_PORT}/health`, { signal });
    const said: unknown = await answer.json();
    const isHealth = typeof said === 'object' && said !== null && 'wrong' in said;
    if (!isHealth || !Array.isArray(said.wrong)) return null;
    return { by: 'the running service', wrong: said.wrong.flatMap(asWrong) };
  } catch {
    // Nobody is there, or somebody else.
    return null;
  }
}

const kinds = Object.keys(MENDS) as AilmentKind[];

function asWrong({ kind: word, says }: { kind?: unknown; says?: unknown }): Found['wrong'] {
  const kind = kinds.find((one) => one === word);
  return kind ? [{ kind, says: String(says) }] : [];
}

async function lookMyself(config: Config, storage: Storage): Promise<Found> {
  const examiner = new Examiner({
    storage,
    clock: clockOf(config),
    rules: defaultRules,
    surroundings: {
      deaf: () => new Map(),
      // Where no service runs nobody listens, and that is seen without a doctor.
      listenedTo: [],
      freeBytes: async () => (config.DATABASE_URL ? null : freeSpace(config.DATA_DIR)),
      // Looked at by itself.
      tryQueue: async () => {},
    },
  });
  const { own, others } = await examiner.examine();
  return {
    by: 'the database',
    wrong: [...own, ...others].map(({ kind, words }) => ({ kind, says: words })),
  };
}
