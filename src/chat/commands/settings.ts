import { addDays, type Day, writtenDay, yearOf } from '../../domain/day.ts';
import {
  type OfficeRules,
  type OfficeSettings,
  rulesOf,
  type SettingName,
} from '../../domain/office-settings.ts';
import { onlyDay } from '../../domain/period-asked.ts';
import { may } from '../../domain/permissions.ts';
import { weekdayIn } from '../../domain/summary-day.ts';
import { fold } from '../../domain/text-fold.ts';
import { changeSetting } from '../../services/office/change-setting.ts';
import { defaultRules } from '../../services/office/office-rules.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import type { Translate, WordingKey } from '../translate.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { acceptanceAsked, setAcceptance } from './set-acceptance.ts';

/** "/caidat": all that the office decides for itself, on one screen; "/caidat gio 7h30": one of it. */
export const settingsCommand: CommandKind<'settings'> = {
  slash: [
    {
      words: { vi: ['caidat'], en: ['settings'] },
      read: (tail) => acceptanceAsked(tail) ?? { name: 'settings', words: tail.trim() },
    },
  ],
  help: ['help.settings'],
  answer: settings,
};

/** One setting: what it is called, how it is read and shown. */
interface Setting<Name extends SettingName> {
  name: Name;
  words: readonly string[];
  line: WordingKey;
  /** Null: not understood. */
  read(said: string, context: ReadContext): { value: OfficeSettings[Name] | undefined } | null;
  show(rules: OfficeRules, settings: OfficeSettings, t: Translate): string;
}

interface ReadContext {
  today: Day;
  settings: OfficeSettings;
}

const HOUR: Setting<'remindFrom'> = {
  name: 'remindFrom',
  words: ['gio', 'hour'],
  line: 'settings.hour',
  read: (said, { settings: { remindUntil = defaultRules.remindUntil } }) => {
    const clock = clockIn(said);
    return clock !== null && clock < remindUntil ? { value: clock } : null;
  },
  show: ({ remindFrom }) => remindFrom,
};

const QUIET: Setting<'remindUntil'> = {
  name: 'remindUntil',
  words: ['yenlang', 'quiet'],
  line: 'settings.quiet',
  read: (said, { settings: { remindFrom = defaultRules.remindFrom } }) => {
    const clock = clockIn(said);
    return clock !== null && clock > remindFrom ? { value: clock } : null;
  },
  show: ({ remindUntil }) => remindUntil,
};

const BEFORE: Setting<'daysBefore'> = {
  name: 'daysBefore',
  words: ['nhac', 'before'],
  line: 'settings.before',
  read: (said) => {
    const days = (said.match(/\d+/g) ?? []).map(Number);
    const isUsable = days.length > 0 && days.length <= 6 && days.every((day) => day >= 1 && day <= 60);
    return isUsable && !/[a-z]/.test(said) ? { value: [...new Set(days)].toSorted((a, b) => b - a) } : null;
  },
  show: ({ stages }) => stages.daysBefore.join(', '),
};

const OVERDUE: Setting<'overdueEveryWorkingDays'> = {
  name: 'overdueEveryWorkingDays',
  words: ['quahan', 'overdue'],
  line: 'settings.overdue',
  read: (said) => countIn(said, 10),
  show: ({ stages }) => String(stages.overdueEveryWorkingDays),
};

const HEAD: Setting<'unitHeadFromOverdueDay'> = {
  name: 'unitHeadFromOverdueDay',
  words: ['truong', 'head'],
  line: 'settings.head',
  read: (said) => (NO.test(said) ? { value: null } : countIn(said, 30)),
  show: ({ stages }, settings, t) =>
    settings.unitHeadFromOverdueDay === null
      ? t('settings.never')
      : t('settings.fromDay', { day: stages.unitHeadFromOverdueDay }),
};

const LEADER: Setting<'leaderFromOverdueDay'> = {
  name: 'leaderFromOverdueDay',
  words: ['lanhdao', 'leader'],
  line: 'settings.leader',
  read: (said) => (NO.test(said) ? { value: null } : countIn(said, 30)),
  show: ({ stages }, settings, t) =>
    settings.leaderFromOverdueDay === null
      ? t('settings.never')
      : t('settings.fromDay', { day: stages.leaderFromOverdueDay }),
};

const MONTHLY: Setting<'monthlyAskBeforeDay'> = {
  name: 'monthlyAskBeforeDay',
  words: ['thuongxuyen', 'monthly'],
  line: 'settings.monthly',
  read: (said) => countIn(said, 31),
  show: ({ stages }) => String(stages.monthlyAskBeforeDay),
};

const CLOSING: Setting<'closingDay'> = {
  name: 'closingDay',
  words: ['chotso', 'closing'],
  line: 'settings.closing',
  read: (said) => countIn(said, 31),
  show: ({ closingDay }) => String(closingDay),
};

const WEEKLY: Setting<'weeklyOn'> = {
  name: 'weeklyOn',
  words: ['tuan', 'week'],
  line: 'settings.weekly',
  read: (said) => {
    if (NO.test(said)) return { value: null };
    const value = weekdayIn(said);
    return value === null ? null : { value };
  },
  show: ({ weeklyOn }, _settings, t) =>
    weeklyOn === null ? t('settings.never') : t(`weekday.${weeklyOn}` as WordingKey),
};

const MONTHLY_SUMMARY: Setting<'monthlyOn'> = {
  name: 'monthlyOn',
  words: ['thang', 'month'],
  line: 'settings.monthlySummary',
  read: (said) => (NO.test(said) ? { value: null } : countIn(said, 31)),
  show: ({ monthlyOn }, _settings, t) =>
    monthlyOn === null ? t('settings.never') : t('settings.ofMonth', { day: monthlyOn }),
};

const OFF: Setting<'daysOff'> = {
  name: 'daysOff',
  words: ['nghi', 'off'],
  line: 'settings.off',
  read: (said, { today, settings: { daysOff = [] } }) => daysIn(said, today, daysOff),
  show: (_rules, { daysOff = [] }, t) => daysWords(daysOff, t),
};

const WORKED: Setting<'workedDays'> = {
  name: 'workedDays',
  words: ['lambu', 'worked'],
  line: 'settings.worked',
  read: (said, { today, settings: { workedDays = [] } }) => daysIn(said, today, workedDays),
  show: (_rules, { workedDays = [] }, t) => daysWords(workedDays, t),
};

/** In the order of the screen. */
export const SETTINGS = [
  HOUR,
  QUIET,
  BEFORE,
  OVERDUE,
  HEAD,
  LEADER,
  MONTHLY,
  CLOSING,
  WEEKLY,
  MONTHLY_SUMMARY,
  OFF,
  WORKED,
] as const;

const NO = /^(?:khong|ko|k|no|never|off)$/;
const AS_EVERYWHERE = /^(?:macdinh|mac dinh|default)$/;

async function settings(turn: MemberTurn, { words }: CommandOf<'settings'>): Promise<Answer> {
  const { store, member, t } = turn;
  if (!may(member, 'settings')) return say(t('acceptance.notAllowed'));
  if (words === '') return screen(turn);
  const [word = '', ...rest] = fold(words).split(' ');
  const setting = SETTINGS.find((one) => one.words.includes(word));
  if (!setting) return say(t('settings.unknown'));
  const { settings: before } = await store.offices.byId(member.organizationId);
  return changed(turn, setting as Setting<SettingName>, rest.join(' '), before);
}

async function changed(
  turn: MemberTurn,
  setting: Setting<SettingName>,
  said: string,
  before: OfficeSettings,
): Promise<Answer> {
  const { store, member, t, today, updateId, now: at } = turn;
  if (said === '') return say(lineOf(setting, before, t));
  const value = AS_EVERYWHERE.test(said)
    ? { value: undefined }
    : setting.read(said, { today, settings: before });
  if (value === null) return say(t('settings.notUnderstood', { line: lineOf(setting, before, t) }));
  const request = { member, setting: setting.name, value: value.value, updateId, at };
  const outcome = await changeSetting(store, request);
  if (outcome.kind === 'not-allowed') return say(t('acceptance.notAllowed'));
  return say(
    t(outcome.kind === 'same' ? 'settings.same' : 'settings.changed', {
      line: lineOf(setting, outcome.settings, t),
    }),
  );
}

/** All of it: what holds, and how each is changed. */
async function screen(turn: MemberTurn): Promise<Answer> {
  const { store, member, t } = turn;
  const office = await store.offices.byId(member.organizationId);
  const lines = SETTINGS.map((one) => ({ text: lineOf(one as Setting<SettingName>, office.settings, t) }));
  const { lines: acceptance } = await setAcceptance(turn, { asks: null });
  return {
    lines: [
      { text: t('settings.heading', { name: office.name }), style: 'heading' },
      ...lines,
      ...acceptance.map(({ text }) => ({ text: `• ${text}` })),
      { text: t('settings.default'), style: 'quiet' },
    ],
  };
}

function lineOf(setting: Setting<SettingName>, settings: OfficeSettings, t: Translate): string {
  const value = setting.show(rulesOf(defaultRules, settings), settings, t);
  return t(setting.line, { value });
}

function clockIn(said: string): string | null {
  const [, hours, minutes = '0'] =
    /^(?:nhac)?(\d{1,2})(?:h|:|gio)?(\d{2})?$/.exec(said.replace(/ /g, '')) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}

function countIn(said: string, most: number): { value: number } | null {
  const [, digits] = /^(?:ngay )?(\d{1,2})(?: ngay)?$/.exec(said) ?? [];
  const count = Number(digits ?? 0);
  return count >= 1 && count <= most ? { value: count } : null;
}

/** "20/11", "2/9, 3/9": added; "bo 20/11": taken away. */
function daysIn(said: string, today: Day, before: Day[]): { value: Day[] } | null {
  const [, removes, words = ''] = /^(bo |xoa |remove )?(.+)$/.exec(said) ?? [];
  const named = words
    .split(/[,;]| va /)
    .map((one) => (removes === undefined ? comingDay(one.trim(), today) : onlyDay(one.trim(), today)));
  const days = named.flatMap((day) => day ?? []);
  if (days.length < named.length) return null;
  const others = before.filter((day) => !days.includes(day));
  return { value: removes === undefined ? [...others, ...days].toSorted() : others };
}

/** In November "1/1" is next January's. */
function comingDay(words: string, today: Day): Day | null {
  const day = onlyDay(words, today);
  const isYearSaid = /\d{4}/.test(words);
  if (day === null || day >= today || isYearSaid)
    return day !== null && day < addDays(today, -LONGEST_PAST) ? null : day;
  return onlyDay(`${words}/${yearOf(today) + 1}`, today) ?? day;
}

/** A day off long past is a slip. */
const LONGEST_PAST = 31;

function daysWords(days: Day[], t: Translate): string {
  return days.length === 0 ? t('settings.none') : days.map(writtenDay).join(', ');
}
