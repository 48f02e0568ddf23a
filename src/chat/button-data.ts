/**
 * What a button carries. Telegram allows 64 bytes and sends back whatever a client claims was pressed, so the data
 * names things by number and is checked like typed text; who may do it is checked where it is done.
 */
import type { Command } from './command.ts';
import { LARGEST_TASK_NUMBER } from './typed-numbers.ts';

export type PressedButton =
  /** `evidenceOf`: with the evidence of that stored update. `occurrence`: for this date and no other. */
  | { press: 'done'; number: number; evidenceOf?: number; occurrence?: number }
  | { press: 'task' | 'extend' | DraftPress | ExtensionPress; number: number };

/** What may be done about a request for more time, which the number names. */
type ExtensionPress = 'grant' | 'refuse';

/** What may be done about a draft, which the number names. */
type DraftPress = keyof typeof DRAFT_PRESSES;

const DRAFT_PRESSES = {
  confirm: (draft: number): Command => ({ name: 'confirm', draft }),
  discard: (draft: number): Command => ({ name: 'discard', draft }),
  browse: (draft: number): Command => ({ name: 'browse', page: null, draft }),
  drop: (draft: number): Command => ({ name: 'missing', drops: true, draft }),
  keep: (draft: number): Command => ({ name: 'missing', drops: false, draft }),
  alone: (draft: number): Command => ({ name: 'stand-alone', draft }),
};

/** What a button was made of; null for data that {@link parseButton} does not take either. */
export function pressOf(
  data: string,
): { press: PressedButton['press']; number: number; isOfOneDate: boolean } | null {
  const [, press, number, date] = BUTTON.exec(data) ?? [];
  if (!press) return null;
  return { press: press as PressedButton['press'], number: Number(number), isOfOneDate: date !== undefined };
}

export function buttonData(button: PressedButton): string {
  const named = `${button.press}:${button.number}`;
  if (button.press !== 'done') return named;
  const date = button.occurrence === undefined ? '' : `/${button.occurrence}`;
  return named + date + (button.evidenceOf === undefined ? '' : `@${button.evidenceOf}`);
}

/** Null for data that no button of the bot carries: forged, or from a version long gone. */
export function parseButton(data: string): Command | null {
  const [, press, number, date, update] = BUTTON.exec(data) ?? [];
  if (press === 'done') return doneReport(Number(number), date, update);
  if (update !== undefined || date !== undefined || Number(number) > LARGEST_ID) return null;
  if (press && press in DRAFT_PRESSES) return DRAFT_PRESSES[press as DraftPress](Number(number));
  if (press === 'grant' || press === 'refuse') {
    return { name: 'decide-extension', grants: press === 'grant', of: { extension: Number(number) } };
  }
  if (Number(number) > LARGEST_TASK_NUMBER) return null;
  if (press === 'extend') return { name: 'ask-extension', number: Number(number), until: '', reason: '' };
  return press === 'task' ? { name: 'task', number: Number(number) } : null;
}

const BUTTON =
  /^(done|task|extend|grant|refuse|confirm|discard|browse|drop|keep|alone):([1-9]\d{0,9})(?:\/([1-9]\d{0,9}))?(?:@([1-9]\d{0,9}))?$/;
/** Of a database integer; more would be an error there. */
const LARGEST_ID = 2 ** 31 - 1;

function doneReport(number: number, date: string | undefined, update: string | undefined): Command | null {
  if (number > LARGEST_TASK_NUMBER || Number(update ?? 0) > LARGEST_ID || Number(date ?? 0) > LARGEST_ID) {
    return null;
  }
  const report = { numbers: [number], words: '', month: null, evidence: [], explicit: true };
  return {
    name: 'report',
    ...report,
    ...(date === undefined ? {} : { occurrence: Number(date) }),
    ...(update === undefined ? {} : { evidenceOf: Number(update) }),
  };
}
