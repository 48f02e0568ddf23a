import { type Translate, translator, type WordingKey } from '../chat/translate.ts';

/** The wordings of the chat at the shell: what they advise to type is a command of the shell, or said to be of the chat. */
export function shellTranslator(locale: string): Translate {
  const t = translator(locale);
  const inChat = t('shell.inChat');
  const command = new RegExp(`(?<=^|[\\s(])(?<!${inChat} )/(?=[a-z])`, 'g');
  return (key, values) =>
    t(OWN[key] ?? key, values)
      .replace(/(?<=^|[\s(])\/(?:caidat|settings)(?= \S)/g, 'nhachan settings set')
      .replace(command, `${inChat} /`);
}

/** Where the shell has a command for it whose words are others. */
const OWN: Partial<Record<WordingKey, WordingKey>> = {
  'units.howTo': 'shell.units',
  'groups.howTo': 'shell.groups',
  'undo.instead.change-setting': 'shell.settings',
  'undo.instead.change-member': 'shell.members',
  'undo.nothing': 'shell.nothingToUndo',
};
