/**
 * What a button carries. Telegram allows 64 bytes and sends back whatever a client claims was pressed, so the data
 * names things by number and is checked like typed text; who may do it is checked where it is done.
 */
import type { Chosen } from '../domain/giving.ts';
import type { Command } from './command.ts';
import { LARGEST_TASK_NUMBER } from './understanding/entities.ts';

export type PressedButton =
  /** `evidenceOf`: with the evidence of that stored update. `occurrence`: for this date and no other. */
  | { press: 'done'; number: number; evidenceOf?: number; occurrence?: number }
  | { press: 'add'; number: number; evidenceOf: number }
  /** `because`: the words of that stored update are the reason. */
  | { press: 'return'; number: number; because?: number }
  /** The words of that stored update give it; of those who share a name in them, these are meant. */
  | { press: 'give'; number: number; saidIn: number; chosen: readonly Chosen[] }
  /** The words of that stored update are said of this member. */
  | { press: 'member'; number: number; saidIn: number }
  | {
      press:
        | 'task'
        | 'extend'
        | 'withdraw'
        | 'undo'
        | 'unbind'
        | DraftPress
        | ExtensionPress
        | ReviewPress
        | TransferPress;
      number: number;
    };

/** What may be done about a request for more time, which the number names. */
type ExtensionPress = 'grant' | 'refuse';

/** What may be done about a task that is passed on; the number is the request's. */
type TransferPress = 'take' | 'decline';

/** What may be done about a report, which the number names, without a word more. */
type ReviewPress = 'accept';

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
  const [, press, number, date] = BUTTON.exec(data) ?? GIVE.exec(data) ?? [];
  if (!press) return null;
  return { press: press as PressedButton['press'], number: Number(number), isOfOneDate: date !== undefined };
}

export function buttonData(button: PressedButton): string {
  if (button.press === 'give') {
    const meant = button.chosen.map(({ kind, id }) => `${kind === 'unit' ? 'u' : 'm'}${id}`).join('.');
    return `give:${button.number}${meant === '' ? '' : `/${meant}`}@${button.saidIn}`;
  }
  const date = 'occurrence' in button && button.occurrence !== undefined ? `/${button.occurrence}` : '';
  const update =
    'evidenceOf' in button
      ? button.evidenceOf
      : 'because' in button
        ? button.because
        : 'saidIn' in button
          ? button.saidIn
          : undefined;
  return `${button.press}:${button.number}${date}${update === undefined ? '' : `@${update}`}`;
}

/** Null for data that no button of the bot carries: forged, or from a version long gone. */
export function parseButton(data: string): Command | null {
  const [, press, number, date, update] = BUTTON.exec(data) ?? [];
  if (press === undefined) return given(data);
  if (press === 'done') return doneReport(Number(number), date, update);
  if (date !== undefined) return null;
  const readWithUpdate = WITH_UPDATE[press];
  if (readWithUpdate) return readWithUpdate(Number(number), update);
  if (update !== undefined || Number(number) > LARGEST_ID) return null;
  if (press && press in DRAFT_PRESSES) return DRAFT_PRESSES[press as DraftPress](Number(number));
  if (press === 'grant' || press === 'refuse') {
    return { name: 'decide-extension', grants: press === 'grant', of: { extension: Number(number) } };
  }
  if (press === 'take' || press === 'decline') {
    return { name: 'decide-transfer', takes: press === 'take', of: { transfer: Number(number) } };
  }
  if (press === 'accept')
    return { name: 'review', accepts: true, of: { report: Number(number) }, reason: null };
  if (press === 'unbind') return { name: 'groups', does: 'unbind', number: null, chat: Number(number) };
  if (press === 'undo') return { name: 'undo', change: Number(number) };
  if (Number(number) > LARGEST_TASK_NUMBER) return null;
  if (press === 'withdraw') return { name: 'withdraw', numbers: [Number(number)] };
  if (press === 'extend') return { name: 'ask-extension', number: Number(number), until: '', reason: '' };
  return press === 'task' ? { name: 'task', number: Number(number) } : null;
}

/** Those that bring back an earlier message. */
const WITH_UPDATE: Readonly<Record<string, (number: number, update: string | undefined) => Command | null>> =
  { add: addedEvidence, return: returned, member: memberChosen };

const BUTTON =
  /^(done|add|task|extend|withdraw|undo|accept|return|grant|refuse|take|decline|confirm|discard|browse|drop|keep|alone|member|unbind):([1-9]\d{0,9})(?:\/([1-9]\d{0,9}))?(?:@([1-9]\d{0,9}))?$/;
/** "give:17/m42.u3@99" */
const GIVE = /^(give):([1-9]\d{0,3})(?:\/((?:[mu][1-9]\d{0,9}\.?){1,4}))?@([1-9]\d{0,9})$/;
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

function given(data: string): Command | null {
  const [, , number, meant = '', update] = GIVE.exec(data) ?? [];
  if (update === undefined || Number(update) > LARGEST_ID) return null;
  const chosen = [...meant.matchAll(/([mu])(\d+)/g)].map(([, kind, id]): Chosen => {
    return { kind: kind === 'u' ? 'unit' : 'member', id: Number(id) };
  });
  return {
    name: 'assign',
    numbers: [Number(number)],
    leads: '',
    supports: null,
    saidIn: Number(update),
    chosen,
  };
}

function memberChosen(member: number, update: string | undefined): Command | null {
  const saidIn = Number(update ?? 0);
  if (member > LARGEST_ID || saidIn === 0 || saidIn > LARGEST_ID) return null;
  return { name: 'members', does: 'choose', member, saidIn };
}

function returned(report: number, update: string | undefined): Command | null {
  if (report > LARGEST_ID || Number(update ?? 0) > LARGEST_ID) return null;
  const command = { name: 'review', accepts: false, of: { report }, reason: null } as const;
  return update === undefined ? command : { ...command, because: Number(update) };
}

function addedEvidence(number: number, update: string | undefined): Command | null {
  if (number > LARGEST_TASK_NUMBER || update === undefined || Number(update) > LARGEST_ID) return null;
  return { name: 'add-evidence', number, evidenceOf: Number(update) };
}
