import { may } from '../../domain/permissions.ts';
import {
  comparisonOf,
  type OpenPlanDraft,
  openPlanDraft,
  reviseDraft,
} from '../../services/plans/correct-draft.ts';
import type { PlanDraft } from '../../services/plans/plan-draft.ts';
import type { Button } from '../../services/ports/messenger.ts';
import { buttonData } from '../button-data.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import type { Translate } from '../translate.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { lettersIn } from '../understanding/formal/correction.ts';
import { draftIn } from '../understanding/formal/typed-numbers.ts';
import { planPreviewWords } from '../words/plan-preview-words.ts';
import { letterOf, rowLine } from '../words/plan-row-words.ts';
import { taskDetail } from './tasks.ts';

/** Rows on one page: about two screens of a phone. */
const ROWS_ON_PAGE = 12;

/** A plan that was read, against what the office has; nothing changes before "đồng ý". */
export async function showDraft(turn: MemberTurn, open: OpenPlanDraft): Promise<Answer> {
  const { t, store, updateId, now: at, rules } = turn;
  const comparison = await reviseDraft(store, open, { updateId, at, rules });
  const { id, fileName } = open.draft;
  const { base, missing, dropsMissing, facts } = comparison;
  const choices: Button[] = [];
  if (missing.length > 0 && !comparison.isReport) {
    const label = t(dropsMissing ? 'draft.keepMissing' : 'draft.dropMissing', { count: missing.length });
    choices.push({ label, data: buttonData({ press: dropsMissing ? 'keep' : 'drop', number: id }) });
  }
  if (base && base.key !== facts.key) {
    choices.push({ label: t('draft.standAlone'), data: buttonData({ press: 'alone', number: id }) });
  }
  return {
    lines: [
      ...planPreviewWords(fileName, comparison, t),
      { text: '' },
      { text: t('draft.howTo'), style: 'quiet' },
      { text: t('import.confirmPlan'), style: 'quiet' },
    ],
    buttons: [...draftButtons(t, id), ...(choices.length > 0 ? [choices] : [])],
  };
}

/** What was shown last is no longer what would happen. */
export async function showOutdated(turn: MemberTurn, open: OpenPlanDraft): Promise<Answer> {
  const shown = await showDraft(turn, open);
  return { ...shown, lines: [{ text: turn.t('draft.outdated') }, { text: '' }, ...shown.lines] };
}

export function draftButtons(t: Translate, draft: number): Button[][] {
  return [
    [
      { label: t('import.confirm'), data: buttonData({ press: 'confirm', number: draft }) },
      { label: t('import.discard'), data: buttonData({ press: 'discard', number: draft }) },
      { label: t('draft.browse'), data: buttonData({ press: 'browse', number: draft }) },
    ],
  ];
}

/** "/xem 2"; without a draft a number is a task's. */
export const browseCommand: CommandKind<'browse'> = {
  slash: [
    {
      words: { vi: ['xem'], en: ['view'] },
      read: (tail) => ({ name: 'browse', page: draftIn(tail), draft: null }),
    },
  ],
  answer: browse,
};

async function browse(turn: MemberTurn, { page, draft }: CommandOf<'browse'>): Promise<Answer> {
  const { t, store, member, now, rules } = turn;
  const open = await openPlanDraft(store, member, draft, now);
  if (!open) return page === null ? say(t('import.nothingToConfirm')) : taskDetail(turn, page);
  const { rows } = await comparisonOf(store, open, now, rules);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_ON_PAGE));
  const shown = Math.min(page ?? 1, pages);
  const onPage = rows.slice((shown - 1) * ROWS_ON_PAGE, shown * ROWS_ON_PAGE);
  const lines = [
    { text: t('draft.page', { file: open.draft.fileName, page: shown, pages }), style: 'heading' as const },
    ...onPage.map((row) => ({ text: rowLine(row, t) })),
  ];
  if (shown < pages) lines.push({ text: t('draft.nextPage', { page: shown + 1 }), style: 'heading' });
  return { lines, buttons: draftButtons(t, open.draft.id) };
}

/** "/them A": duties of the text become tasks of the draft. */
export const takeUpCommand: CommandKind<'take-up'> = {
  slash: [
    {
      words: { vi: ['them'], en: ['add'] },
      read: (tail) => ({ name: 'take-up', letters: lettersIn(tail) }),
    },
  ],
  answer: takeUp,
};

async function takeUp(turn: MemberTurn, { letters }: CommandOf<'take-up'>): Promise<Answer> {
  const { t, store, member, now, rules } = turn;
  const open = await openPlanDraft(store, member, null, now);
  if (!open) return say(t('import.nothingToConfirm'));
  const { offered } = await comparisonOf(store, open, now, rules);
  const wanted = offered.filter(({ index }) => letters === 'all' || letters.includes(letterOf(index)));
  if (wanted.length === 0) return say(t('draft.noSuchDuty'));
  const accepted = [...open.content.accepted, ...wanted.map(({ task }) => task.key)];
  return revised(turn, open, { accepted });
}

/** "/bocu", "/giucu". */
export const missingCommand: CommandKind<'missing'> = {
  slash: [
    {
      words: { vi: ['bocu'], en: ['dropold'] },
      read: () => ({ name: 'missing', drops: true, draft: null }),
    },
    {
      words: { vi: ['giucu'], en: ['keepold'] },
      read: () => ({ name: 'missing', drops: false, draft: null }),
    },
  ],
  answer: (turn, { drops, draft }) => revisedOpen(turn, draft, { dropsOthers: drops }),
};

/** "/rieng". */
export const standAloneCommand: CommandKind<'stand-alone'> = {
  slash: [{ words: { vi: ['rieng'], en: ['separate'] }, read: () => ({ name: 'stand-alone', draft: null }) }],
  answer: (turn, { draft }) => revisedOpen(turn, draft, { standsAlone: true }),
};

async function revisedOpen(turn: MemberTurn, id: number | null, change: Partial<PlanDraft>): Promise<Answer> {
  const { t, store, member, now } = turn;
  if (!may(member, 'import')) return say(t('import.notAllowed'));
  const open = await openPlanDraft(store, member, id, now);
  return open ? revised(turn, open, change) : say(t('import.nothingToConfirm'));
}

function revised(
  turn: MemberTurn,
  { draft, content }: OpenPlanDraft,
  change: Partial<PlanDraft>,
): Promise<Answer> {
  return showDraft(turn, { draft, content: { ...content, ...change } });
}
