import type { Member, Unit } from '../../domain/member.ts';
import { ownPart } from '../../domain/own-part.ts';
import type { Occurrence, Task } from '../../domain/task.ts';
import type { AskOutcome } from '../../services/extensions/ask-extension.ts';
import type { DecideOutcome } from '../../services/extensions/decide-extension.ts';
import type { Extension } from '../../services/ports/extensions.ts';
import type { Line } from '../../services/ports/messenger.ts';
import { type DayContext, dayWords, dueWords } from './due-words.ts';
import { shortTitle } from './task-words.ts';

export interface Request {
  task: Task;
  occurrence: Occurrence;
  extension: Extension;
  member: Member;
  units: Unit[];
}

/** What a leader or a clerk reads: who asks, for which task, from when to when, and why. */
export function requestLines(request: Request, context: DayContext): Line[] {
  const { task, occurrence, extension, member, units } = request;
  const { t } = context;
  const { number, title } = task;
  const unitId = ownPart(member, task) ?? member.unitId;
  const unit = units.find(({ id }) => id === unitId)?.name ?? '';
  const { reason } = extension;
  return [
    { text: t('extension.request', { name: member.name, unit }), style: 'heading' },
    { text: t('task.heading', { number, title: shortTitle(title) }) },
    {
      text: t('extension.days', {
        due: dueWords(occurrence, context),
        day: decidedWords(extension, context),
      }),
    },
    { text: reason === '' ? t('extension.noReason') : t('extension.reason', { reason }) },
    { text: t('extension.howToDecide', { number }), style: 'quiet' },
  ];
}

/** The day asked for. */
export function decidedWords({ askedDay }: Extension, { today }: DayContext): string {
  return dayWords(askedDay, today);
}

/** Why nothing was asked, and what to type. */
export function notAskedWords(
  outcome: Exclude<AskOutcome, { kind: 'asked' }>,
  number: number,
  context: DayContext,
): string {
  const { t, today } = context;
  switch (outcome.kind) {
    case 'no-such-task':
      return t('report.noSuchTask', { number });
    case 'not-yours':
      return t('extension.notYours', { number });
    case 'nothing-due':
      return t('extension.nothingDue', { number });
    case 'already-reported':
      return t('extension.alreadyReported', { number });
    case 'asked-already':
      return t('extension.askedAlready', { number, day: decidedWords(outcome.extension, context) });
    case 'no-date':
    case 'no-day':
    case 'past':
    case 'not-later':
    case 'too-far': {
      const due = dueWords(outcome.occurrence, context);
      const howTo = t('extension.howTo', { number, due, example: dayWords(outcome.example, today) });
      const why = {
        'no-date': null,
        'no-day': 'noDay',
        past: 'past',
        'not-later': 'notLater',
        'too-far': 'tooFar',
      } as const;
      const said = why[outcome.kind];
      return said === null ? howTo : `${t(`extension.${said}`)} ${howTo}`;
    }
  }
}

/** `mine`: to whoever decides. `told`: to whoever asked; null where there is nothing to tell. */
export function decisionWords(
  outcome: DecideOutcome,
  decider: Member,
  context: DayContext,
): { mine: string; told: string | null } {
  const { t } = context;
  const only = (mine: string) => ({ mine, told: null });
  switch (outcome.kind) {
    case 'not-allowed':
      return only(t('extension.notAllowed'));
    case 'no-such':
      return only(t('extension.noSuch'));
    case 'own':
      return only(t('extension.own'));
    case 'decided': {
      const { number } = outcome.task;
      const name = outcome.by?.name ?? '';
      const day = decidedWords(outcome.extension, context);
      const isGranted = outcome.extension.state === 'granted';
      return only(t(isGranted ? 'extension.wasGranted' : 'extension.wasRefused', { number, name, day }));
    }
    case 'reported':
      return only(t('extension.alreadyReported', { number: outcome.task.number }));
    case 'past':
      return only(
        t('extension.tooLate', {
          number: outcome.task.number,
          day: decidedWords(outcome.extension, context),
        }),
      );
    case 'granted':
    case 'refused': {
      const values = {
        number: outcome.task.number,
        title: shortTitle(outcome.task.title),
        due: dueWords(outcome.occurrence, context),
        name: outcome.asker?.name ?? '',
        by: decider.name,
      };
      const mine = t(outcome.kind === 'granted' ? 'extension.granted' : 'extension.refused', values);
      return {
        mine,
        told: t(outcome.kind === 'granted' ? 'extension.youMay' : 'extension.youMayNot', values),
      };
    }
  }
}
