import { type Limits, type Pace, type PaceKept, paceOf } from '../../domain/pace.ts';
import type { Inbox } from '../../services/ports/inbox.ts';
import type { InboundUpdate } from '../../services/ports/messenger.ts';
import type { Command, CommandName } from '../command.ts';
import { type Answer, say, type Turn } from '../turn.ts';

/** At what pace this comes, of the messages or of the files that are to be read. */
export async function paceAt(
  inbox: Inbox,
  { from }: InboundUpdate,
  id: number,
  { of, limits }: { of: keyof Limits; limits: Limits },
): Promise<Pace> {
  const { most } = limits[of];
  if (!from || !Number.isFinite(most)) return 'within';
  const ages = await inbox.agesBefore(id, { from: from.id, most: most + 1, filesOnly: of === 'files' });
  return paceOf(ages, limits[of]);
}

/** What too many messages are answered: once, and then nothing until it is over. Undefined where they are to be answered. */
export function tooFast(
  { t }: Turn,
  pace: PaceKept | undefined,
  commands: (Command | null)[],
): Answer | null | undefined {
  if (pace === undefined || pace.messages === 'within' || commands.some(tellsOfWork)) return undefined;
  return pace.messages === 'beyond' ? null : say(t('pace.messages', { count: pace.limits.messages.most }));
}

/** Likewise of files, which were not read. */
export function tooManyFiles({ t }: Turn, pace: PaceKept | undefined): Answer | null | undefined {
  if (pace === undefined || pace.files === 'within') return undefined;
  return pace.files === 'beyond' ? null : say(t('pace.files', { count: pace.limits.files.most }));
}

/** Nothing of this is lost, however fast it comes; what may be meant so is asked about. */
function tellsOfWork(command: Command | null): boolean {
  if (command === null) return false;
  if (command.name === 'unclear') return command.commands.some(tellsOfWork);
  return TELLS_OF_WORK.has(command.name);
}

const TELLS_OF_WORK: ReadonlySet<CommandName> = new Set([
  'report',
  'add-evidence',
  'read-as',
  'partial',
  'obstacle',
  'explain',
  'not-done',
  'ask-extension',
  'withdraw',
  'undo',
  'review',
]);
