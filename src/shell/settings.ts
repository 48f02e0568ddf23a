import { tellOfShell } from '../chat/delivery/tell-of-shell.ts';
import {
  dayRefusedWords,
  SETTINGS,
  settingAsked,
  settingLine,
  settingLines,
  shownValue,
} from '../chat/settings-list.ts';
import { translator } from '../chat/translate.ts';
import { officeDayAt } from '../domain/day.ts';
import type { OfficeSettings } from '../domain/office-settings.ts';
import { changeSetting } from '../services/office/change-setting.ts';
import type { Organization } from '../services/ports/offices.ts';
import type { PlanRecord } from '../services/ports/plans.ts';
import { chosenOffice } from './chosen-office.ts';
import { ShellFailure } from './failure.ts';
import { shellTranslator } from './in-shell.ts';
import { print, printJson } from './print.ts';
import { withStorage } from './with-storage.ts';

export interface SettingsOptions {
  office?: string;
  /** Of one plan: its number, or words of its title. */
  plan?: string;
  json?: boolean;
}

/** `nhachan settings`: what an office decides for itself, as with "/caidat" in chat. */
export function settingsCommand(action: string, words: string, options: SettingsOptions): Promise<void> {
  return withStorage(async ({ storage, clock }) => {
    const office = await chosenOffice(storage, options.office);
    const plans = await storage.plans.ofOrganization(office.id);
    if (action === 'list') {
      list(office, plans, options);
      return;
    }
    const now = clock.now();
    const today = officeDayAt(now);
    const said = options.plan === undefined ? words : `${words} kế hoạch ${options.plan}`;
    const { setting, plan, change } = changeIn(said, today, office, plans);
    const outcome = await storage.transaction(async (store) => {
      const author = { organizationId: office.id, by: null, updateId: null, at: now };
      const done = await changeSetting(store, { ...author, ...change });
      await tellOfShell(store, office, now);
      return done;
    });
    if (outcome.kind === 'hours-cross') throw new ShellFailure('Reminders would begin after they end');
    if (outcome.kind === 'day-refused')
      throw new ShellFailure(dayRefusedWords(outcome.refusal, shellTranslator('en')));
    if (outcome.kind === 'not-allowed') throw new ShellFailure('Not allowed');
    const t = shellTranslator(office.locale);
    if (options.json) {
      const value = choiceIn(outcome.settings, change.setting);
      printJson({ type: outcome.kind, setting: setting.words[0], plan: plan?.number ?? null, value });
    } else print(settingLine(setting, outcome.settings, t, plan));
  });
}

function list(office: Organization, plans: PlanRecord[], { json }: SettingsOptions): void {
  const { settings, locale } = office;
  const t = shellTranslator(locale);
  if (!json) {
    for (const line of settingLines(settings, plans, t)) print(line);
    return;
  }
  for (const setting of SETTINGS) {
    printJson({
      type: 'setting',
      setting: setting.words[0],
      name: setting.name,
      value: choiceIn(settings, setting.name),
      shown: shownValue(setting, settings, t),
      example: translator(locale)(`settings.${setting.key}.how`),
    });
  }
}

/** Null: as everywhere. */
function choiceIn(settings: OfficeSettings, name: keyof OfficeSettings): unknown {
  return settings[name] ?? null;
}

function changeIn(words: string, today: string, { settings }: Organization, plans: PlanRecord[]) {
  const asked = settingAsked(words, { today, settings, plans });
  switch (asked.kind) {
    case 'change':
      return asked;
    case 'unknown':
      throw new ShellFailure(`No setting in "${words}". Known: ${asked.known.join(', ')}`);
    case 'no-such-plan':
      throw new ShellFailure(`No plan, or several, "${asked.words}"`);
    case 'not-by-plan':
      throw new ShellFailure('Of a single plan only the stages may differ: nhac, quahan, truong, lanhdao');
    case 'shown':
    case 'not-understood': {
      const how = shellTranslator('en')(`settings.${asked.setting.key}.how`);
      throw new ShellFailure(`This value is not understood: "${words}". ${how}`);
    }
  }
}
