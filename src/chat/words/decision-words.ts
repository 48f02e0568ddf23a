import type { Button, Line } from '../../services/ports/messenger.ts';
import { countOf, type Decisions } from '../../services/reminders/decisions.ts';
import type { NoticeItems } from '../../services/reminders/notice-items.ts';
import { buttonData, type PressedButton } from '../button-data.ts';
import type { WordingKey } from '../translate.ts';
import { type DayContext, dayWords, dueWords } from './due-words.ts';
import { reportedLines } from './review-words.ts';
import { shortTitle } from './task-words.ts';

/** A phone shows no more of a kind beside the others. */
const MOST_OF_A_KIND = 5;
/** With two buttons each. */
const MOST_ANSWERED = 4;

interface Decision {
  number: number;
  lines: string[];
  /** Yes and no. */
  answers: { label: WordingKey; button: PressedButton }[];
}

/** What waits for a leader's answer: each in a line or two, with its buttons; nothing where nothing waits. */
export function decisionWords(
  notice: Pick<NoticeItems, 'decisions' | 'members' | 'units'>,
  context: DayContext,
): { lines: Line[]; buttons: Button[][]; count: number } {
  const { decisions } = notice;
  if (decisions === undefined) return { lines: [], buttons: [], count: 0 };
  const { t } = context;
  const kinds: [WordingKey, Decision[]][] = [
    ['decide.reports', decisions.reports.map((one) => ofReport(one, context))],
    ['decide.extensions', decisions.extensions.map((one) => ofExtension(one, notice, context))],
    ['decide.transfers', decisions.transfers.map((one) => ofTransfer(one, notice, context))],
  ];
  const waiting = kinds.filter(([, all]) => all.length > 0);
  const lines = waiting.flatMap(([heading, all]): Line[] => {
    const hidden = all.length - MOST_OF_A_KIND;
    return [
      { text: '' },
      { text: t(heading, { count: all.length }), style: 'heading' },
      ...all.slice(0, MOST_OF_A_KIND).flatMap((one) => one.lines.map((text) => ({ text }))),
      ...(hidden > 0 ? [{ text: t('decide.more', { count: hidden }), style: 'quiet' as const }] : []),
    ];
  });
  const shown = waiting.flatMap(([, all]) => all.slice(0, MOST_OF_A_KIND)).slice(0, MOST_ANSWERED);
  const buttons = shown.map(({ number, answers }) =>
    answers.map(({ label, button }) => ({ label: `#${number} ${t(label)}`, data: buttonData(button) })),
  );
  return { lines, buttons, count: countOf(decisions) };
}

function ofReport(reported: Decisions['reports'][number], context: DayContext): Decision {
  const number = reported.reports[0].id;
  return {
    number: reported.task.number,
    lines: reportedLines(reported, context),
    answers: [
      { label: 'review.accept', button: { press: 'accept', number } },
      { label: 'review.return', button: { press: 'return', number } },
    ],
  };
}

function ofExtension(
  { extension, task, occurrence }: Decisions['extensions'][number],
  { members }: Pick<NoticeItems, 'members'>,
  context: DayContext,
): Decision {
  const { t, today } = context;
  const { id, memberId, reason, askedDay } = extension;
  const said = {
    number: task.number,
    title: shortTitle(task.title),
    due: dueWords(occurrence, context),
    name: members.find((one) => one.id === memberId)?.name ?? '',
    day: dayWords(askedDay, today),
    why: reason === '' ? t('extension.noReason') : t('extension.reason', { reason }),
  };
  return {
    number: task.number,
    lines: [t('decide.extension', said), t('decide.extensionBy', said)],
    answers: [
      { label: 'extension.grant', button: { press: 'grant', number: id } },
      { label: 'extension.refuse', button: { press: 'refuse', number: id } },
    ],
  };
}

function ofTransfer(
  { transfer, task }: Decisions['transfers'][number],
  { members, units }: Pick<NoticeItems, 'members' | 'units'>,
  { t }: DayContext,
): Decision {
  const { id, memberId, fromUnitId, toUnitId } = transfer;
  const nameOf = (unitId: number | null) => units.find((unit) => unit.id === unitId)?.name ?? '';
  const said = {
    number: task.number,
    title: shortTitle(task.title),
    name: members.find((one) => one.id === memberId)?.name ?? '',
    from: nameOf(fromUnitId),
    to: nameOf(toUnitId),
  };
  const decline = { label: 'passOn.decline', button: { press: 'decline', number: id } } as const;
  const take = { label: 'passOn.take', button: { press: 'take', number: id } } as const;
  return {
    number: task.number,
    lines: [
      t('decide.transfer', said),
      t(toUnitId === null ? 'decide.transferNotOurs' : 'decide.transferBy', said),
    ],
    answers: toUnitId === null ? [decline] : [take, decline],
  };
}
