import { feedbackList } from '../chat/words/feedback-words.ts';
import { officeDayAt } from '../domain/day.ts';
import { chosenOffice } from './chosen-office.ts';
import { shellTranslator } from './in-shell.ts';
import { printJson, printLines } from './print.ts';
import { withStorage } from './with-storage.ts';

/** `nhachan feedback`: what the bot could not do and what people remark of it, as with "/ykien" in chat. */
export function feedbackCommand(options: { office?: string; json?: boolean }): Promise<void> {
  return withStorage(async ({ storage, clock }) => {
    const office = await chosenOffice(storage, options.office);
    const items = await storage.feedback.ofOffice(office.id);
    if (options.json) {
      for (const [index, item] of items.entries()) {
        const { words, at } = item;
        const number = index + 1;
        const said =
          item.kind === 'remark'
            ? { type: 'remark', number, by: item.by }
            : { type: 'unmet', number, times: item.times, people: item.people };
        printJson({ ...said, words, on: officeDayAt(at) });
      }
      return;
    }
    const t = shellTranslator(office.locale);
    const today = officeDayAt(clock.now());
    printLines(
      items.length === 0
        ? [{ text: t('feedback.none') }]
        : feedbackList(items, { t, today, isClerk: false }).lines,
    );
  });
}
