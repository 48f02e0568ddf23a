import type { OfferChoices } from '../../services/delivery/deliver-chat.ts';
import type { Button } from '../../services/ports/messenger.ts';
import type { Choice } from '../../services/ports/outbox.ts';
import type { Storage } from '../../services/ports/store.ts';
import { pressOf } from '../button-data.ts';
import { translator } from '../translate.ts';
import { choiceLine } from '../words/choice-words.ts';

/** Where nothing can be pressed: "Trả lời 1 để báo xong #12", in the office's language. */
export function choiceOffer({ storage, locale }: { storage: Storage; locale: string }): OfferChoices {
  return async (buttons, known, { organizationId }) => {
    const office = organizationId === null ? null : await storage.offices.byId(organizationId);
    const choices = choicesFor(buttons, known);
    const offered = buttons.map(({ data, label }) => ({ data, label, code: codeOf(data, choices) }));
    return { choices, lines: [choiceLine(offered, translator(office?.locale ?? locale))] };
  };
}

/** Undoes wherever it is offered: counted along, it would take the place of a task on offer in the message before. */
export const UNDO_CODE = 0;

/**
 * A number for each button, counted from 1; 0 undoes. A number that is another task's in the same message is left out: who answers
 * "2" to tasks #2 and #3 means #2. What a number has once meant it goes on meaning, for a copy may have arrived.
 */
export function choicesFor(buttons: Button[], known: Choice[] = []): Choice[] {
  const choices = [...known];
  for (const { data } of buttons) {
    if (choices.some((choice) => choice.data === data)) continue;
    if (pressOf(data)?.press === 'undo') {
      choices.push({ code: UNDO_CODE, data });
      continue;
    }
    let code = 1;
    while (choices.some((choice) => choice.code === code) || isOtherTask(code, data, buttons)) code += 1;
    choices.push({ code, data });
  }
  return choices;
}

function isOtherTask(code: number, data: string, buttons: Button[]): boolean {
  const own = taskOf(data);
  return code !== own && buttons.some((button) => taskOf(button.data) === code);
}

/** Drafts and requests are numbered too, but nobody knows them by it. */
function taskOf(data: string): number | null {
  const pressed = pressOf(data);
  return pressed && ['done', 'add', 'extend', 'task'].includes(pressed.press) ? pressed.number : null;
}

function codeOf(data: string, choices: Choice[]): number {
  return choices.find((choice) => choice.data === data)?.code ?? 0;
}
