import { may } from '../../domain/permissions.ts';
import { changeSetting } from '../../services/office/change-setting.ts';
import { unreached } from '../../services/reminders/unreached.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { dayRefusedWords, settingAsked, settingLine, settingLines } from '../settings-list.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';

/** "/caidat": all that the office decides for itself, on one screen; "/caidat gio 7h30": one of it. */
export const settingsCommand: CommandKind<'settings'> = {
  slash: [
    {
      words: { vi: ['caidat'], en: ['settings'] },
      read: (tail) => ({ name: 'settings', words: tail.trim() }),
    },
  ],
  help: ['help.settings'],
  brief: { line: 'brief.settings', for: 'settings' },
  answer: settings,
};

async function settings(turn: MemberTurn, { words }: CommandOf<'settings'>): Promise<Answer> {
  const { store, member, t, today, updateId, now: at } = turn;
  const { organizationId } = member;
  if (!may(member, 'settings')) return say(t('settings.notAllowed'));
  if (words === '') return screen(turn);
  const { settings: before } = await store.offices.byId(organizationId);
  const plans = await store.plans.ofOrganization(organizationId);
  const asked = settingAsked(words, { today, settings: before, plans });
  switch (asked.kind) {
    case 'unknown':
      return say(t('settings.unknown', { known: asked.known.join(', ') }));
    case 'no-such-plan':
      return say(t('settings.noSuchPlan', { words: asked.words }));
    case 'not-by-plan':
      return say(t('settings.notByPlan'));
    case 'shown':
      return say(settingLine(asked.setting, before, t, asked.plan));
    case 'not-understood':
      return say(t('settings.notUnderstood', { line: settingLine(asked.setting, before, t, asked.plan) }));
    case 'change': {
      const { setting, plan, change } = asked;
      const outcome = await changeSetting(store, { organizationId, by: member, ...change, updateId, at });
      if (outcome.kind === 'not-allowed') return say(t('settings.notAllowed'));
      if (outcome.kind === 'hours-cross') return say(t('settings.hoursCross'));
      if (outcome.kind === 'day-refused') return say(dayRefusedWords(outcome.refusal, t));
      const meaning = outcome.kind === 'changed' ? setting.means?.(outcome.settings) : undefined;
      if (meaning) return say(t(meaning));
      const line = settingLine(setting, outcome.settings, t, plan);
      return say(t(outcome.kind === 'same' ? 'settings.same' : 'settings.changed', { line }));
    }
  }
}

/** All of it: what holds, and how each is changed. */
async function screen({ store, member, t }: MemberTurn): Promise<Answer> {
  const { organizationId } = member;
  const { name, settings: own } = await store.offices.byId(organizationId);
  const lines = settingLines(own, await store.plans.ofOrganization(organizationId), t);
  const { people } = await unreached(store, organizationId);
  return {
    lines: [
      { text: t('settings.heading', { name }), style: 'heading' },
      ...lines.map((text) => ({ text })),
      { text: t('settings.unreached', { count: people.length }) },
      { text: t('settings.default'), style: 'quiet' },
    ],
  };
}
