import { LOCALES, type Locale, translator } from '../translate.ts';
import { COMMANDS } from './all.ts';

export interface CommandMenu {
  /** Absent: for everybody whose app speaks another language. */
  language?: Locale;
  commands: { command: string; description: string }[];
}

/** What a platform offers when somebody types "/": in Vietnamese for everybody, in English for English apps. */
export function commandMenus(): CommandMenu[] {
  return [menuIn('vi'), ...LOCALES.map((language) => ({ language, ...menuIn(language) }))];
}

function menuIn(locale: Locale): CommandMenu {
  const t = translator(locale);
  const items = Object.values(COMMANDS)
    .flatMap((kind) => kind.slash ?? [])
    .flatMap(
      ({
        words: {
          [locale]: [command],
        },
        menu,
      }) => (menu && command ? { command, ...menu } : []),
    )
    .toSorted((one, other) => Number(other.isFirst ?? false) - Number(one.isFirst ?? false));
  return { commands: items.map(({ command, line }) => ({ command, description: t(line) })) };
}
