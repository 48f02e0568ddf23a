import type { PersonalNews } from '../../domain/giving.ts';
import { sameValue } from '../../domain/same-value.ts';
import type { ChangeMade } from '../../services/ports/changes.ts';
import type { InboundMessage } from '../../services/ports/messenger.ts';
import { doneForGood } from '../../services/undo/done-for-good.ts';
import { undoChange, versionThatDid } from '../../services/undo/undo-change.ts';
import type { Command } from '../command.ts';
import { byOf, tellOthers } from '../commands/undo.ts';
import { saidIn } from '../reading/read-update.ts';
import type { MemberTurn } from '../turn.ts';
import { parseChoice } from '../understanding/choice.ts';
import { forGoodWords, undoWords } from '../words/undo-words.ts';

export type Edited =
  /** It means what it meant before: nothing is said twice. */
  | { isSame: true }
  /** What its first version did is taken back, as far as it can be. */
  | { isSame: false; lines: string[]; news: PersonalNews[]; wakes: number[]; undone: ChangeMade[] };

/** An edited message counts as it reads now. Null for any other, or where nothing is known of its earlier version. */
export async function editedMessage(turn: MemberTurn): Promise<Edited | null> {
  const { store, member, update, updateId, now: at, rules, t } = turn;
  const { event } = update;
  if (event.type !== 'message' || !event.edited) return null;
  const versions = await store.inbox.ofMessage(update, event.messageId, updateId);
  const said = versions[0]?.update.event;
  if (said?.type !== 'message') return null;
  if (isSameMeaning(turn, said, event)) return { isSame: true };
  const earlier = await versionThatDid(store, versions);
  if (earlier === null) {
    const stays = (await doneForGood(store, versions)).map((done) => forGoodWords(done, t));
    const lines = stays.length > 0 ? [t('undo.editedNot'), ...stays] : [];
    return { isSame: false, lines, news: [], wakes: [], undone: [] };
  }
  const outcome = await undoChange(store, {
    ...byOf(member),
    of: { update: earlier },
    updateId,
    at,
    rules,
  });
  const wakes = await tellOthers(turn, outcome);
  if (outcome.kind === 'undone') {
    const undone = outcome.results.flatMap(({ made, builtOn }) => (builtOn === null ? [made] : []));
    const stays = outcome.results.filter(({ builtOn }) => builtOn !== null);
    const why = undoWords({ kind: 'undone', results: stays, news: [] }, t);
    const lines = [t(undone.length > 0 ? 'undo.edited' : 'undo.editedNot'), ...why];
    return { isSame: false, lines, news: outcome.news, wakes, undone };
  }
  const isRefused = outcome.kind === 'too-late' || outcome.kind === 'not-allowed';
  const lines = isRefused ? [t('undo.editedNot'), ...undoWords(outcome, t)] : [];
  return { isSame: false, lines, news: [], wakes, undone: [] };
}

/** The new words ask that back which the editing has taken back already: done as well, they would take what was before it. */
export function isDoneByEditing(commands: readonly Command[], undone: readonly ChangeMade[]): boolean {
  const isBack = (kind: ChangeMade['kind']) => (number: number) =>
    undone.some((made) => made.kind === kind && 'number' in made && made.number === number);
  return (
    undone.length > 0 &&
    commands.length > 0 &&
    commands.every((command) => {
      if (command.name === 'undo') return true;
      if (command.name === 'withdraw') return command.numbers.every(isBack('report'));
      return command.name === 'withdraw-extension' && command.numbers.every(isBack('ask-extension'));
    })
  );
}

function isSameMeaning({ update, today }: MemberTurn, one: InboundMessage, other: InboundMessage): boolean {
  const filesOf = ({ attachments }: InboundMessage) => attachments.map(({ fileId }) => fileId);
  if (!sameValue(filesOf(one), filesOf(other))) return false;
  if (one.text.normalize('NFC').trim() === other.text.normalize('NFC').trim()) return true;
  if (parseChoice(one.text)?.code !== parseChoice(other.text)?.code) return false;
  const [was, is] = [one, other].map((event) => saidIn({ ...update, event }, today));
  // What is not understood may still be a plan, and is another one in other words.
  if (was?.sure !== true || is?.sure !== true) return false;
  return sameValue([was.commands, was.byName ?? null], [is.commands, is.byName ?? null]);
}
