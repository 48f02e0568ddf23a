import { mayImport } from '../../domain/permissions.ts';
import { applyPlan, comparePlan } from '../../services/import-plan.ts';
import { applyRoster, compareRoster, isSameOffice } from '../../services/import-roster.ts';
import type { ReadPlan, Roster } from '../../services/ports/documents.ts';
import type { Button } from '../../services/ports/messenger.ts';
import { buttonData } from '../button-data.ts';
import type { FileRead } from '../read-file.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { planPreviewWords, rosterPreviewWords } from '../words/import-words.ts';

/** A file came from a clerk: shows what it would change and asks. Nothing changes before the answer. */
export async function preview(turn: MemberTurn, file: FileRead): Promise<Answer> {
  const { t, store, member, now, rules } = turn;
  if (file.kind === 'refused') return say(t(`import.refused.${file.reason}`, { file: file.name }));
  const office = await store.offices.byId(member.organizationId);
  if (file.kind === 'roster' && !isSameOffice(file.roster.office.name, office.name)) {
    return say(t('import.otherOffice', { office: file.roster.office.name }));
  }
  const lines =
    file.kind === 'plan'
      ? planPreviewWords(file.name, await comparePlan(store, office, file.plan, now, rules), t)
      : rosterPreviewWords(file.name, await compareRoster(store, file.roster), t);
  const draft = await store.plans.saveDraft(
    {
      organizationId: office.id,
      memberId: member.id,
      kind: file.kind,
      fileName: file.name,
      content: file.kind === 'plan' ? file.plan : file.roster,
    },
    now,
  );
  const buttons: Button[][] = [
    [
      { label: t('import.confirm'), data: buttonData({ press: 'confirm', number: draft.id }) },
      { label: t('import.discard'), data: buttonData({ press: 'discard', number: draft.id }) },
    ],
  ];
  return { lines: [...lines, { text: '' }, { text: t('import.confirmPlan'), style: 'quiet' }], buttons };
}

export async function confirm(turn: MemberTurn, draftId: number | null): Promise<Answer> {
  const { t, store, member, now, rules, updateId } = turn;
  if (!mayImport(member)) return say(t('import.notAllowed'));
  // Two answers to one preview must not both be carried out.
  await store.offices.lock(member.organizationId);
  const draft = await store.plans.openDraft(member.id, draftId);
  if (!draft) return say(t('import.nothingToConfirm'));
  const office = await store.offices.byId(member.organizationId);
  const author = { memberId: member.id, updateId, at: now };
  await store.plans.closeDraft(draft.id, now);
  if (draft.kind === 'roster') {
    await applyRoster(store, draft.content as Roster, office.locale, author);
    return say(t('import.rosterApplied', { office: office.name }));
  }
  const changes = await applyPlan(store, office, draft.content as ReadPlan, rules, author);
  const { added, changed, dropped } = changes;
  return say(t('import.planApplied', { added, changed, dropped }));
}

export async function discard(turn: MemberTurn, draftId: number | null): Promise<Answer> {
  const { t, store, member, now } = turn;
  const draft = await store.plans.openDraft(member.id, draftId);
  if (!draft) return say(t('import.nothingToConfirm'));
  await store.plans.closeDraft(draft.id, now);
  return say(t('import.discarded'));
}
