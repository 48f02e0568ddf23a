import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import type vietnamese from '../../locales/vi.json';
import { root } from '../root.ts';

export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

type Paths<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Key : `${Key}.${Paths<Node[Key]>}`;
}[keyof Node & string];

/** A wording in locales/, "report.recorded". Vietnamese is first and complete. */
export type WordingKey = Paths<typeof vietnamese>;

/** Puts a wording in words. Values go in as they are: what leaves here is plain text, escaped by the platform. */
export type Translate = (key: WordingKey, values?: Record<string, string | number>) => string;

export function translator(locale: string): Translate {
  const known = LOCALES.find((one) => one === locale) ?? 'vi';
  return translators[known];
}

const translators: Record<Locale, Translate> = { vi: load('vi'), en: load('en') };

function load(locale: Locale): Translate {
  const resources = JSON.parse(readFileSync(join(root, 'locales', `${locale}.json`), 'utf8'));
  const instance = i18next.createInstance({
    lng: locale,
    initAsync: false,
    resources: { [locale]: { translation: resources } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  instance.init();
  // i18next would look for {{…}} in the values as well, and a task's title may hold anything.
  return (key, values = {}) =>
    instance
      .t(key, { ...values, skipInterpolation: true })
      .replace(/\{\{(\w+)\}\}/g, (whole, name) => String(values[name] ?? whole));
}
