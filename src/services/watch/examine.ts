/** Looks at whether all is well, and changes nothing. */
import type { Clock } from '../../clock.ts';
import { officeClockAt, officeDayAt } from '../../domain/day.ts';
import type { OfficeRules } from '../office/office-rules.ts';
import type { Ailment, AilmentKind } from '../ports/ailments.ts';
import { listenerLease } from '../ports/leases.ts';
import type { PlatformName } from '../ports/messenger.ts';
import type { OutageKind } from '../ports/outages.ts';
import type { Storage } from '../ports/store.ts';
import type { Deafness, Surroundings } from '../ports/surroundings.ts';
import { within } from './within.ts';
import { yearUnknown } from './year-unknown.ts';

/** What is owed may wait for so long. */
export const LATE_MS = 5 * 60_000;
/** A line that breaks is mended within moments; only what lasts is worth a word. */
const SILENT_MS = 60_000;
/** PostgreSQL writes ahead in pieces of 16 MB. */
const LEAST_FREE_BYTES = 100 * 1024 * 1024;
/** A database that takes longer does not answer: the largest import holds the embedded one for a few seconds. */
const PROBE_LIMIT_MS = 15_000;

export const OUTAGE_AILMENTS = {
  'signed-out': 'session',
  'token-refused': 'refused',
  'used-up': 'quota',
} as const satisfies Record<OutageKind, AilmentKind>;

const PLATFORMS: Readonly<Record<PlatformName, string>> = {
  telegram: 'Telegram',
  zalo: 'Zalo',
  'zalo-bot': 'Zalo Bot',
  console: 'The console',
};

/** Of these each process knows only its own part: what another has seen counts as well. */
const SEEN_BY_OTHERS: readonly AilmentKind[] = ['silent', 'ousted', 'disk', 'redis', 'untold'];

export interface ExamineDeps {
  storage: Storage;
  surroundings: Surroundings;
  clock: Clock;
  rules: OfficeRules;
}

export interface Examined {
  /** What is seen from here. */
  own: Ailment[];
  /** What another process has seen lately, of what can be seen from there alone. */
  others: Ailment[];
}

export class Examiner {
  readonly #deps: ExamineDeps;
  readonly #silentSince = new Map<PlatformName, number>();
  #underway: Promise<Examined> | null = null;

  constructor(deps: ExamineDeps) {
    this.#deps = deps;
  }

  /** All that is wrong. Whoever asks while it is being looked at gets the same. */
  examine(): Promise<Examined> {
    this.#underway ??= this.#examine().finally(() => {
      this.#underway = null;
    });
    return this.#underway;
  }

  async #examine(): Promise<Examined> {
    const here = [...(await this.#deafness()), ...(await this.#queue()), ...(await this.#disk())];
    const { own, others } = await within(PROBE_LIMIT_MS, this.#database()).catch((error: unknown) => ({
      own: [
        {
          kind: 'database' as const,
          subject: '',
          words: `The database cannot be written: ${reason(error)}.`,
        },
      ],
      others: [],
    }));
    const out = new Set(own.filter(({ kind }) => isOutage(kind)).map(({ subject }) => subject));
    // A token that is refused keeps the bot from hearing, too.
    const heard = here.filter(({ kind, subject }) => kind !== 'silent' || !out.has(subject));
    return {
      own: [...heard, ...own],
      others: others.filter((one) => !heard.some((other) => isSame(one, other))),
    };
  }

  async #deafness(): Promise<Ailment[]> {
    const now = this.#deps.clock.now().getTime();
    const deaf = new Map([...(await this.#unheard()), ...this.#deps.surroundings.deaf()]);
    for (const platform of this.#silentSince.keys())
      if (!deaf.has(platform)) this.#silentSince.delete(platform);
    return [...deaf].flatMap(([platform, deafness]) => {
      const since = this.#silentSince.get(platform) ?? now;
      this.#silentSince.set(platform, since);
      return deafness.kind === 'silent' && now - since < SILENT_MS ? [] : [deafAilment(platform, deafness)];
    });
  }

  /** The platforms to which no process listens: the one that did may have died with all that it would have said. */
  async #unheard(): Promise<[PlatformName, Deafness][]> {
    const { storage, surroundings } = this.#deps;
    const unheard: [PlatformName, Deafness][] = [];
    for (const platform of surroundings.listenedTo) {
      // A database that does not answer says nothing of it.
      const isHeard = await within(PROBE_LIMIT_MS, storage.leases.isAnyHeld(listenerLease(platform))).catch(
        () => true,
      );
      if (!isHeard) unheard.push([platform, { kind: 'silent', why: 'no process listens to it' }]);
    }
    return unheard;
  }

  async #queue(): Promise<Ailment[]> {
    return this.#deps.surroundings.tryQueue().then(
      () => [],
      (error: unknown) => [{ kind: 'redis', subject: '', words: `Redis takes no jobs: ${reason(error)}.` }],
    );
  }

  async #disk(): Promise<Ailment[]> {
    const ill = (words: string): Ailment[] => [{ kind: 'disk', subject: '', words }];
    try {
      const free = await this.#deps.surroundings.freeBytes();
      if (free === null || free >= LEAST_FREE_BYTES) return [];
      return ill(`The disk with the data is full: ${Math.floor(free / 1024 / 1024)} MB are left.`);
    } catch (error) {
      return ill(`The disk with the data cannot be looked at: ${reason(error)}.`);
    }
  }

  async #database(): Promise<Examined> {
    const { storage, clock, rules } = this.#deps;
    await storage.backlog.probe();
    const now = clock.now();
    const seen = (await storage.ailments.present()).filter(({ kind }) => SEEN_BY_OTHERS.includes(kind));
    const offices = await storage.offices.all();
    const year = yearUnknown(officeDayAt(now), offices, rules.calendar);
    const own = [
      ...(await this.#outages()),
      ...(await this.#late(new Date(now.getTime() - LATE_MS))),
      ...(year === null ? [] : [calendarAilment(year)]),
    ];
    return { own, others: seen.map(({ kind, subject, words }) => ({ kind, subject, words })) };
  }

  async #outages(): Promise<Ailment[]> {
    const present = await this.#deps.storage.outages.present();
    return [...present].map(([platform, { kind }]) => outageAilment(platform, kind));
  }

  async #late(before: Date): Promise<Ailment[]> {
    const { backlog } = this.#deps.storage;
    const unanswered = await backlog.unansweredSince(before);
    const unsent = await backlog.unsentSince(before);
    const since = (at: Date) => `the oldest since ${officeDayAt(at)} ${officeClockAt(at)}`;
    return [
      ...(unanswered.oldestAt === null
        ? []
        : [
            {
              kind: 'late' as const,
              subject: 'inbox',
              words: `${messages(unanswered.count)} received and not handled for more than 5 minutes, ${since(unanswered.oldestAt)}.`,
            },
          ]),
      ...byOffice(
        'late',
        unsent.map(({ organizationId, count, oldestAt }) => ({
          kind: 'late' as const,
          subject: organizationId === null ? '' : String(organizationId),
          words: `${messages(count)} to ${organizationId === null ? 'chats of no office' : `office ${organizationId}`} owed for more than 5 minutes, ${since(oldestAt)}.`,
        })),
      ),
    ];
  }
}

export function outageAilment(platform: PlatformName, kind: OutageKind): Ailment {
  const words = {
    'signed-out': `${PLATFORMS[platform]}: the session is over; nothing is sent or received until somebody signs in again.`,
    'token-refused': `${PLATFORMS[platform]}: the token is refused; nothing is sent or received until it is replaced.`,
    'used-up': `${PLATFORMS[platform]}: no more messages are taken; the plan's may be used up.`,
  }[kind];
  return { kind: OUTAGE_AILMENTS[kind], subject: platform, words };
}

export function deafAilment(platform: PlatformName, { kind, why }: Deafness): Ailment {
  const words =
    kind === 'ousted'
      ? `${PLATFORMS[platform]}: the account was opened elsewhere, and nothing is received.`
      : `${PLATFORMS[platform]} is silent: ${why}.`;
  return { kind, subject: platform, words };
}

/** So many offices at once are no matter of each of them: one ailment is said of all, and their clerks are not told. */
const OFFICES_NAMED = 20;

export function byOffice(kind: AilmentKind, ailments: Ailment[]): Ailment[] {
  if (ailments.length <= OFFICES_NAMED) return ailments;
  return [{ kind, subject: '', words: `In ${ailments.length} offices, such as: ${ailments[0]?.words}` }];
}

function calendarAilment(year: number): Ailment {
  return {
    kind: 'calendar',
    subject: String(year),
    words: `The days off of ${year} are not known: reminders may come on a day off. Install a newer version, or have clerks enter them in chat.`,
  };
}

function isOutage(kind: AilmentKind): boolean {
  return Object.values<AilmentKind>(OUTAGE_AILMENTS).includes(kind);
}

function messages(count: number): string {
  return count === 1 ? '1 message' : `${count} messages`;
}

function isSame(one: Ailment, other: Ailment): boolean {
  return one.kind === other.kind && one.subject === other.subject;
}

/** In one line, without the full stop that follows. Of a query it is quoted among other words. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, quoted] = /Message: `([^`]+)`/.exec(message) ?? [];
  const words = quoted ?? message.trim().split('\n').at(-1) ?? '';
  return words.replace(/\.$/, '') || 'no reason is given';
}
