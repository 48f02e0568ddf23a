import { LOCALES, type Locale, translator } from './translate.ts';

export interface CommandMenu {
  /** Absent: for everybody whose app speaks another language. */
  language?: Locale;
  commands: { command: string; description: string }[];
}

type MenuItem = 'tasks' | 'done' | 'progress' | 'overdue' | 'channel' | 'invite' | 'bind' | 'help';

const NAMES: Record<Locale, Record<MenuItem, string>> = {
  vi: {
    tasks: 'viec',
    done: 'xong',
    progress: 'tiendo',
    overdue: 'quahan',
    channel: 'kenh',
    invite: 'moi',
    bind: 'ketnoi',
    help: 'help',
  },
  en: {
    tasks: 'tasks',
    done: 'done',
    progress: 'progress',
    overdue: 'overdue',
    channel: 'channel',
    invite: 'invite',
    bind: 'connect',
    help: 'help',
  },
};

/** What a platform offers when somebody types "/": in Vietnamese for everybody, in English for English apps. */
export function commandMenus(): CommandMenu[] {
  return [menuIn('vi'), ...LOCALES.map((language) => ({ language, ...menuIn(language) }))];
}

function menuIn(locale: Locale): CommandMenu {
  const t = translator(locale);
  const names = NAMES[locale];
  return {
    commands: (Object.keys(names) as (keyof typeof names)[]).map((key) => ({
      command: names[key],
      description: t(`menu.${key}`),
    })),
  };
}
