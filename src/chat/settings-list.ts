/**
 * All that an office decides for itself, once: the screen, the change in chat and from the shell, and what is told of how
 * it is done are made of this list.
 */
import { addDays, type Day, weekdayOf, writtenDay } from '../domain/day.ts';
import { comingDay, daysSaid } from '../domain/days-said.ts';
import {
  type DayRefusal,
  type OfficeRules,
  type OfficeSettings,
  rulesOf,
  type SettingName,
  STAGE_CHOICES,
  type StageChoices,
} from '../domain/office-settings.ts';
import { onlyDay } from '../domain/period-asked.ts';
import { weekdayIn } from '../domain/summary-day.ts';
import { type DaysSwapped, dayOfSwap, swapSaid } from '../domain/swap-said.ts';
import { fold } from '../domain/text-fold.ts';
import { defaultRules } from '../services/office/office-rules.ts';
import { planNamed } from '../services/plans/plan-named.ts';
import type { PlanRecord } from '../services/ports/plans.ts';
import type { Translate, WordingKey } from './translate.ts';

/** One setting: what it is called, how it is read and shown. */
export interface Setting<Name extends SettingName> {
  name: Name;
  /** As it is typed, folded. */
  words: readonly string[];
  /** Of its wordings: `settings.KEY.what`, `settings.KEY.how`. */
  key: SettingKey;
  /** Null: not understood. Undefined: as everywhere. */
  read(said: string, context: ReadContext): { value: OfficeSettings[Name] | undefined } | null;
  show(rules: OfficeRules, settings: OfficeSettings, t: Translate): string;
  /** What a change means, where the new value alone does not say it. */
  means?(settings: OfficeSettings): WordingKey;
}

type SettingKey =
  | 'hour'
  | 'quiet'
  | 'before'
  | 'overdue'
  | 'head'
  | 'leader'
  | 'monthly'
  | 'closing'
  | 'weekly'
  | 'monthlySummary'
  | 'acceptance'
  | 'off'
  | 'worked'
  | 'swapped';

interface ReadContext {
  today: Day;
  settings: OfficeSettings;
}

const HOUR: Setting<'remindFrom'> = {
  name: 'remindFrom',
  words: ['gio', 'hour'],
  key: 'hour',
  read: clockIn,
  show: ({ remindFrom }) => remindFrom,
};

const QUIET: Setting<'remindUntil'> = {
  name: 'remindUntil',
  words: ['yenlang', 'quiet'],
  key: 'quiet',
  read: clockIn,
  show: ({ remindUntil }) => remindUntil,
};

const BEFORE: Setting<'daysBefore'> = {
  name: 'daysBefore',
  words: ['nhac', 'before'],
  key: 'before',
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
  key: 'overdue',
  read: (said) => countIn(said, 10),
  show: ({ stages }) => String(stages.overdueEveryWorkingDays),
};

const HEAD: Setting<'unitHeadFromOverdueDay'> = {
  name: 'unitHeadFromOverdueDay',
  words: ['truong', 'head'],
  key: 'head',
  read: (said) => (NO.test(said) ? { value: null } : countIn(said, 30)),
  show: ({ stages }, settings, t) =>
    settings.unitHeadFromOverdueDay === null
      ? t('settings.never')
      : t('settings.fromDay', { day: stages.unitHeadFromOverdueDay }),
};

const LEADER: Setting<'leaderFromOverdueDay'> = {
  name: 'leaderFromOverdueDay',
  words: ['lanhdao', 'leader'],
  key: 'leader',
  read: (said) => (NO.test(said) ? { value: null } : countIn(said, 30)),
  show: ({ stages }, settings, t) =>
    settings.leaderFromOverdueDay === null
      ? t('settings.never')
      : t('settings.fromDay', { day: stages.leaderFromOverdueDay }),
};

const MONTHLY: Setting<'monthlyAskBeforeDay'> = {
  name: 'monthlyAskBeforeDay',
  words: ['thuongxuyen', 'monthly'],
  key: 'monthly',
  read: (said) => countIn(said, 31),
  show: ({ stages }) => String(stages.monthlyAskBeforeDay),
};

const CLOSING: Setting<'closingDay'> = {
  name: 'closingDay',
  words: ['chotso', 'closing'],
  key: 'closing',
  read: (said) => countIn(said, 31),
  show: ({ closingDay }) => String(closingDay),
};

const WEEKLY: Setting<'weeklyOn'> = {
  name: 'weeklyOn',
  words: ['tuan', 'week'],
  key: 'weekly',
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
  key: 'monthlySummary',
  read: (said) => (NO.test(said) ? { value: null } : countIn(said, 31)),
  show: ({ monthlyOn }, _settings, t) =>
    monthlyOn === null ? t('settings.never') : t('settings.ofMonth', { day: monthlyOn }),
};

const ACCEPTANCE: Setting<'acceptFirst'> = {
  name: 'acceptFirst',
  words: ['duyet', 'accept'],
  key: 'acceptance',
  read: (said) => (YES.test(said) ? { value: true } : NO.test(said) ? { value: undefined } : null),
  show: (_rules, { acceptFirst }, t) => t(acceptFirst ? 'settings.acceptFirst' : 'settings.countAtOnce'),
  means: ({ acceptFirst }) => (acceptFirst ? 'acceptance.on' : 'acceptance.off'),
};

const OFF: Setting<'daysOff'> = {
  name: 'daysOff',
  words: ['nghi', 'off'],
  key: 'off',
  read: (said, { today, settings: { daysOff = [] } }) => daysIn(said, today, daysOff),
  show: (_rules, { daysOff = [] }, t) => daysWords(daysOff, t),
};

const WORKED: Setting<'workedDays'> = {
  name: 'workedDays',
  words: ['lambu', 'worked'],
  key: 'worked',
  read: (said, { today, settings: { workedDays = [] } }) => daysIn(said, today, workedDays),
  show: (_rules, { workedDays = [] }, t) => daysWords(workedDays, t),
};

const SWAPPED: Setting<'swaps'> = {
  name: 'swaps',
  words: ['hoandoi', 'swap'],
  key: 'swapped',
  read: (said, { today, settings: { swaps = [] } }) => swapsIn(said, today, swaps),
  show: (_rules, { swaps = [] }, t) =>
    swaps.length === 0
      ? t('settings.none')
      : swaps
          .map(({ off, worked }) =>
            t('settings.swap', { off: weekdayWords(off, t), worked: weekdayWords(worked, t) }),
          )
          .join('; '),
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
  ACCEPTANCE,
  OFF,
  WORKED,
  SWAPPED,
] as const;

type AnySetting = Setting<SettingName>;
/** What a single plan may have otherwise. The hour is the office's: everybody has one message a morning. */
type Plan = Pick<PlanRecord, 'id' | 'number' | 'title'>;

const YES = /^(?:co|yes|on|truoc)$/;
const NO = /^(?:khong|ko|k|no|never|off)$/;
const AS_EVERYWHERE = /^(?:macdinh|mac dinh|default)$/;
const OF_PLAN = /^(.*?) ?\b(?:cho |cua |for )?(?:ke hoach|kh|plan) (.+)$/;

export type SettingAsked =
  | { kind: 'unknown'; known: string[] }
  | { kind: 'no-such-plan'; words: string }
  /** Those of the stages alone may differ by plan. */
  | { kind: 'not-by-plan' }
  | { kind: 'shown' | 'not-understood'; setting: AnySetting; plan: Plan | null }
  | {
      kind: 'change';
      setting: AnySetting;
      plan: Plan | null;
      change: { setting: SettingName; value: OfficeSettings[SettingName] };
    };

/** "gio 7h30", "nghi Tết từ 14/2 đến 22/2", "nhac 10, 5 kế hoạch 12/KH-UBND"; without a value it is shown. */
export function settingAsked(
  words: string,
  { today, settings, plans }: ReadContext & { plans: PlanRecord[] },
): SettingAsked {
  const [word = '', ...rest] = fold(words).split(' ');
  const setting = (SETTINGS as readonly AnySetting[]).find((one) => one.words.includes(word));
  if (!setting) return { kind: 'unknown', known: SETTINGS.map((one) => one.words[0] ?? '') };
  const tail = rest.join(' ');
  const [, value = tail, planWords] = OF_PLAN.exec(tail) ?? [];
  const plan = planWords === undefined ? null : planNamed(planWords, plans);
  if (plan === undefined) return { kind: 'no-such-plan', words: planWords ?? '' };
  const choice = STAGE_CHOICES.find((name) => name === setting.name);
  if (plan !== null && choice === undefined) return { kind: 'not-by-plan' };
  if (value.trim() === '') return { kind: 'shown', setting, plan };
  const read = AS_EVERYWHERE.test(value)
    ? { value: undefined }
    : setting.read(value, { today, settings: settingsFor(settings, plan) });
  if (read === null) return { kind: 'not-understood', setting, plan };
  const change =
    plan === null || choice === undefined
      ? { setting: setting.name, value: read.value }
      : { setting: 'plans' as const, value: withChoice(settings, plan, choice, read.value) };
  return { kind: 'change', setting, plan, change };
}

/** Without what is as in the rest of the office. */
function withChoice(
  { plans = {} }: OfficeSettings,
  { id }: Plan,
  name: keyof StageChoices,
  value: OfficeSettings[SettingName],
): OfficeSettings['plans'] {
  const { [name]: _former, ...others } = plans[id] ?? {};
  const { [id]: _plan, ...otherPlans } = plans;
  const own: StageChoices = value === undefined ? others : { ...others, [name]: value };
  const all = Object.keys(own).length === 0 ? otherPlans : { ...otherPlans, [id]: own };
  return Object.keys(all).length === 0 ? undefined : all;
}

function settingsFor(settings: OfficeSettings, plan: Plan | null): OfficeSettings {
  return plan === null ? settings : { ...settings, ...settings.plans?.[plan.id] };
}

/** "07:45" */
export function shownValue(
  setting: AnySetting,
  settings: OfficeSettings,
  t: Translate,
  plan: Plan | null = null,
): string {
  const own = settingsFor(settings, plan);
  return setting.show(rulesOf(defaultRules, own), own, t);
}

/** "Giờ nhắc buổi sáng: 07:45" */
export function settingWhat(
  setting: AnySetting,
  settings: OfficeSettings,
  t: Translate,
  plan: Plan | null = null,
): string {
  return t(`settings.${setting.key}.what`, { value: shownValue(setting, settings, t, plan) });
}

/** "• Giờ nhắc buổi sáng: 07:45. Đổi: /caidat gio 7h30" */
export function settingLine(
  setting: AnySetting,
  settings: OfficeSettings,
  t: Translate,
  plan: Plan | null = null,
): string {
  const what = settingWhat(setting, settings, t, plan);
  const how = t(`settings.${setting.key}.how`);
  if (plan === null) return t('settings.line', { what, how });
  return t('settings.lineOfPlan', { what, how, plan: plan.number ?? plan.title });
}

/** Of the whole office, and then what single plans have otherwise. */
export function settingLines(settings: OfficeSettings, plans: readonly Plan[], t: Translate): string[] {
  const ofPlans = plans.flatMap((plan) =>
    (SETTINGS as readonly AnySetting[])
      .filter(
        ({ name }) => STAGE_CHOICES.some((choice) => choice === name) && isChosenFor(settings, plan, name),
      )
      .map((setting) => settingLine(setting, settings, t, plan)),
  );
  return [...(SETTINGS as readonly AnySetting[]).map((one) => settingLine(one, settings, t)), ...ofPlans];
}

function isChosenFor({ plans }: OfficeSettings, { id }: Plan, name: SettingName): boolean {
  return name in (plans?.[id] ?? {});
}

function clockIn(said: string): { value: string } | null {
  const [, hours, minutes = '0'] =
    /^(?:nhac)?(\d{1,2})(?:h|:|gio)?(\d{2})?$/.exec(said.replace(/ /g, '')) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return { value: `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}` };
}

function countIn(said: string, most: number): { value: number } | null {
  const [, digits] = /^(?:ngay )?(\d{1,2})(?: ngay)?$/.exec(said) ?? [];
  const count = Number(digits ?? 0);
  return count >= 1 && count <= most ? { value: count } : null;
}

/** "thứ Hai 31/8 sang thứ Bảy 22/8": added; "bo 31/8": that swap is none. */
function swapsIn(said: string, today: Day, before: DaysSwapped[]): { value: DaysSwapped[] } | null {
  const [, removes, words = ''] = REMOVING.exec(said) ?? [];
  const has = (day: Day | null) => before.some(({ off, worked }) => off === day || worked === day);
  const dayNamed = (one: string) => {
    const past = onlyDay(one, today);
    const coming = comingDay(one, today);
    // What is over is taken away as it stands there.
    return removes !== undefined && !has(coming) && has(past) ? past : coming;
  };
  const swap = swapSaid(words, dayNamed);
  if (removes !== undefined) {
    const day = swap?.off ?? dayOfSwap(words, dayNamed);
    const others = before.filter(({ off, worked }) => off !== day && worked !== day);
    return others.length < before.length ? { value: others } : null;
  }
  if (swap === null) return null;
  const others = before.filter(({ off, worked }) => off !== swap.off || worked !== swap.worked);
  return { value: [...others, swap].toSorted((one, other) => (one.off < other.off ? -1 : 1)) };
}

/** "thứ Bảy 22/08/2026 là ngày nghỉ sẵn" */
export function dayRefusedWords({ why, day }: DayRefusal, t: Translate): string {
  return t(`settings.dayRefused.${why}`, { day: weekdayWords(day, t) });
}

/** "thứ Hai 31/08/2026" */
function weekdayWords(day: Day, t: Translate): string {
  return `${t(`weekday.${weekdayOf(day)}` as WordingKey)} ${writtenDay(day)}`;
}

const REMOVING = /^(bo |xoa |remove )?(.+)$/;

/** "20/11", "Tết từ 14/2 đến 22/2": added; "bo 20/11": taken away. */
function daysIn(said: string, today: Day, before: Day[]): { value: Day[] } | null {
  const [, removes, words = ''] = REMOVING.exec(said) ?? [];
  const dayNamed = (one: string) => {
    const past = onlyDay(one, today);
    // What is over is taken away as it stands there.
    return removes !== undefined && past !== null && before.includes(past) ? past : comingDay(one, today);
  };
  const days = daysSaid(words, dayNamed);
  if (days === null) return null;
  const others = before.filter((day) => !days.includes(day));
  return { value: removes === undefined ? [...others, ...days].toSorted() : others };
}

/** Three days and more that follow each other are told by the first and the last. */
function daysWords(days: Day[], t: Translate): string {
  if (days.length === 0) return t('settings.none');
  const runs: Day[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && addDays(run.at(-1) ?? day, 1) === day) run.push(day);
    else runs.push([day]);
  }
  return runs
    .flatMap((run) =>
      run.length < 3 ? run.map(writtenDay) : `${writtenDay(run[0] ?? '')} – ${writtenDay(run.at(-1) ?? '')}`,
    )
    .join(', ');
}
