import { may } from '../../domain/permissions.ts';
import { compareRoster, type RosterChanges } from '../../services/people/import-roster.ts';
import { mayBeOf } from '../../services/people/which-office.ts';
import { openDraft } from '../../services/plans/correct-draft.ts';
import { discardDraft, importPlan, rosterImported } from '../../services/plans/decide-draft.ts';
import { draftOf, type PlanDraft } from '../../services/plans/plan-draft.ts';
import type { Author } from '../../services/ports/audit-log.ts';
import { MOST_ROWS, type ReadFile, type RefusalReason, type Roster } from '../../services/ports/documents.ts';
import type { Draft } from '../../services/ports/plans.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { retirementIn } from '../understanding/formal/retirement.ts';
import { draftIn } from '../understanding/formal/typed-numbers.ts';
import { planAppliedWords } from '../words/plan-preview-words.ts';
import { rosterPreviewWords } from '../words/roster-preview-words.ts';
import { bringInRoster } from './bring-in-roster.ts';
import { draftButtons, showDraft, showOutdated } from './draft.ts';
import { decideBriefly } from './extensions.ts';
import { whatWaits } from './what-waits.ts';

/** "/nhap 1. Nộp báo cáo trước 30/11 …": what is behind it was read before; here it is missing, or not for this person. */
export const readTextCommand: CommandKind<'read-text'> = {
  slash: [
    { words: { vi: ['nhap'], en: ['import'] }, read: (tail) => ({ name: 'read-text', text: tail.trim() }) },
  ],
  help: ['help.clerk'],
  brief: { line: 'brief.clerk', for: 'import' },
  answer: ({ member, t }) => say(t(may(member, 'import') ? 'import.sendText' : 'import.notAllowed')),
};

/** What a file, or a text, sent by a clerk turned out to be. The name is empty for a text. */
export type FileRead = { name: string } & (
  | ReadFile
  | { kind: 'refused'; reason: RefusalReason | 'not-fetched' }
);

/** A file came from a clerk: shows what it would change and asks. Nothing changes before the answer. */
export async function preview(turn: MemberTurn, file: FileRead): Promise<Answer> {
  const { t } = turn;
  const name = file.name || t('import.message');
  if (file.kind === 'refused')
    return say(t(`import.refused.${file.reason}`, { file: name, rows: MOST_ROWS }));
  if (file.kind === 'roster') return previewRoster(turn, name, file.roster);
  const content = draftOf(file.plan);
  return showDraft(turn, { draft: await keptDraft(turn, 'plan', name, content), content });
}

async function previewRoster(turn: MemberTurn, fileName: string, roster: Roster): Promise<Answer> {
  const { t, store, member } = turn;
  const office = await store.offices.byId(member.organizationId);
  if (!mayBeOf(roster.office, office)) {
    return say(t('import.otherOffice', { office: roster.office.name, code: office.code }));
  }
  const changes = await compareRoster(store, roster, { kind: 'known', office });
  return showRoster(turn, await keptDraft(turn, 'roster', fileName, roster), changes);
}

/** What a staff list would change; where many leave by it, one tap does not bring it in. */
function showRoster({ t }: MemberTurn, { id, fileName }: Draft, changes: RosterChanges): Answer {
  const { large, retired } = changes;
  const how = large
    ? t('import.rosterLarge', { count: retired.length, total: large.of })
    : t('import.confirmPlan');
  const [[confirms, discards] = []] = draftButtons(t, id);
  return {
    lines: [
      ...rosterPreviewWords(fileName, changes, t),
      { text: '' },
      large ? { text: how } : { text: how, style: 'quiet' },
    ],
    buttons: [[...(confirms && !large ? [confirms] : []), ...(discards ? [discards] : [])]],
  };
}

function keptDraft(
  { store, member, now }: MemberTurn,
  kind: Draft['kind'],
  fileName: string,
  content: unknown,
): Promise<Draft> {
  const { organizationId, id: memberId } = member;
  return store.plans.saveDraft({ organizationId, memberId, kind, fileName, content }, now);
}

/** "Đồng ý" answers a draft, or a request for more time; with the number of a draft only that. */
export const confirmCommand: CommandKind<'confirm'> = {
  slash: [
    {
      words: { vi: ['xacnhan', 'dongy'], en: ['confirm'] },
      read: (tail) => retirementIn(`đồng ý ${tail}`) ?? { name: 'confirm', draft: draftIn(tail) },
    },
  ],
  answer: async (turn, { draft, orCourtesy }) =>
    (draft === null ? await decideBriefly(turn, true) : null) ??
    confirm(turn, { draftId: draft, orCourtesy: orCourtesy === true }),
};

/** "Đồng ý cho nghỉ 12 người": to a staff list, and to no other number than the one that it says. */
export const confirmRetirementCommand: CommandKind<'confirm-retirement'> = {
  typed: ({ people }) => `đồng ý cho nghỉ ${people} người`,
  answer: (turn, { people }) => confirm(turn, { draftId: null, kind: 'roster', people }),
};

/** "Hủy", likewise. */
export const discardCommand: CommandKind<'discard'> = {
  slash: [
    {
      words: { vi: ['huy', 'boqua'], en: ['cancel'] },
      read: (tail) => ({ name: 'discard', draft: draftIn(tail) }),
    },
  ],
  answer: async (turn, { draft }) =>
    (draft === null ? await decideBriefly(turn, false) : null) ?? discard(turn, draft),
};

interface Confirmation {
  draftId: number | null;
  kind?: Draft['kind'];
  orCourtesy?: boolean;
  /** How many may leave by it, said in words. */
  people?: number;
}

async function confirm(
  turn: MemberTurn,
  { draftId, kind, orCourtesy = false, people }: Confirmation,
): Promise<Answer> {
  const { t, store, member, now, updateId } = turn;
  // "Ok" and "đồng ý" are also what people answer to a reminder.
  if (!may(member, 'import'))
    return (orCourtesy ? null : await whatWaits(turn)) ?? say(t('unknown.courtesy'));
  // Two answers to one preview must not both be carried out.
  await store.offices.lock(member.organizationId);
  const draft = await openDraft(store, member, draftId, now, kind);
  if (!draft) return say(t('import.nothingToConfirm'));
  const author = { memberId: member.id, updateId, at: now };
  return draft.kind === 'plan'
    ? confirmPlan(turn, draft)
    : confirmRoster(turn, draft, author, people ?? null);
}

async function confirmPlan(turn: MemberTurn, draft: Draft): Promise<Answer> {
  const { t, store, rules, updateId, now: at } = turn;
  const outcome = await importPlan(store, draft, rules, { updateId, at });
  const content = draft.content as PlanDraft;
  if (outcome.kind === 'outdated') return showOutdated(turn, { draft, content });
  const lines = [...planAppliedWords(outcome.comparison, t), ...(await waitingDraft(turn))];
  return { lines, news: outcome.news };
}

async function confirmRoster(
  turn: MemberTurn,
  draft: Draft,
  author: Author,
  people: number | null,
): Promise<Answer> {
  const { t, store, updateId, now: at } = turn;
  const office = await store.offices.byId(draft.organizationId);
  const roster = draft.content as Roster;
  const of = { kind: 'known', office } as const;
  const changes = await compareRoster(store, roster, of);
  if (changes.large && people !== changes.retired.length) return showRoster(turn, draft, changes);
  const { changed, news, wakes } = await bringInRoster(store, roster, of, office.locale, author, turn.rules);
  await rosterImported(store, draft, changed, { updateId, at });
  const applied = { text: t('import.rosterApplied', { office: office.name }) };
  return { lines: [applied, ...(await waitingDraft(turn))], news, wakes };
}

/** An earlier file that was never decided on is not forgotten in silence. */
async function waitingDraft({ t, store, member, now }: MemberTurn): Promise<{ text: string }[]> {
  const waiting = await openDraft(store, member, null, now);
  return waiting ? [{ text: t('import.waiting', { file: waiting.fileName }) }] : [];
}

async function discard(turn: MemberTurn, draftId: number | null): Promise<Answer> {
  const { t, store, member, updateId, now: at } = turn;
  if (!may(member, 'import')) return (await whatWaits(turn)) ?? say(t('decide.nothing'));
  await store.offices.lock(member.organizationId);
  const draft = await openDraft(store, member, draftId, at);
  if (!draft) return (await whatWaits(turn)) ?? say(t('import.nothingToConfirm'));
  await discardDraft(store, draft, { updateId, at });
  return say(t('import.discarded'));
}
