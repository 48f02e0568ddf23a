import type { Member } from '../../domain/member.ts';
import type { Notice, Offer } from '../../services/ports/outbox.ts';
import { parseButton } from '../button-data.ts';
import type { Command } from '../command.ts';
import { UNDO_CODE } from '../delivery/offer-choices.ts';
import { type Answer, say, type Turn } from '../turn.ts';
import { parseChoice } from '../understanding/choice.ts';
import { answeredUpdate, offerTaken } from './offer-taken.ts';

/** Who comes across an older message would not know any more what its numbers stood for. */
const VALID_DAYS = 7;
const DAY_MS = 24 * 3600_000;

/**
 * What a number stands for that was sent back: a button of the message it quotes, or of the latest message that offered
 * this person choices here. What may be done is checked as for any command.
 * @returns null where the number is no choice, and means what it always does: a task
 */
export async function choiceMade(turn: Turn, member: Member): Promise<Command | Answer | null> {
  const { store, update, chat, t, now } = turn;
  const { event } = update;
  if (event.type !== 'message' || !event.addressed) return null;
  if (chat.kind === 'group' && chat.organizationId !== member.organizationId) return null;
  const typed = parseChoice(event.text);
  if (typed === null) return null;
  const quotedId = event.replyToMessageId;
  const { code } = typed;
  const { offer, isPlain } =
    quotedId === undefined
      ? meant(await offersTo(turn, code), code)
      : { offer: await store.outbox.byMessage(chat.id, quotedId), isPlain: true };
  if (!isPlain) return say(t('choice.which', { code }));
  if (offer === null || offer.choices.length === 0) return null;

  const choice = offer.choices.find((one) => one.code === code);
  if (choice === undefined) {
    const isTask = quotedId === undefined && (await isTaskNumber(turn, member, code));
    const codes = offer.choices.map((one) => one.code).toSorted((a, b) => a - b);
    return isTask ? null : say(t('choice.outside', { code, codes: codes.join(', ') }));
  }
  if (isOld(offer, now)) return say(t('choice.old', { code, count: VALID_DAYS }));
  await offerTaken(store, offer);
  const command = parseButton(choice.data);
  if (command?.name === 'report') return { ...command, evidence: typed.evidence, offeredIn: offer.id };
  const hasEvidence = typed.evidence.length > 0 || event.attachments.length > 0;
  return hasEvidence ? say(t('choice.noEvidence', { code })) : (command ?? say(t('unknown.staleButton')));
}

/** The choice that somebody may have meant who wrote "xong 1" and named a task by it. */
export async function isChoice(turn: Turn, code: number): Promise<boolean> {
  const { offer } = meant(await offersTo(turn, code), code);
  return offer !== null && !isOld(offer, turn.now) && dataOf(offer, code) !== undefined;
}

/**
 * The latest offer that has arrived. Not plain: a newer one may have arrived too, and means something else by the
 * number.
 */
function meant(offers: Offer[], code: number): { offer: Notice | null; isPlain: boolean } {
  const at = offers.findIndex(({ isCertain }) => isCertain);
  const offer = offers[at] ?? null;
  const newer = (at < 0 ? offers : offers.slice(0, at)).map((one) => dataOf(one, code));
  return { offer, isPlain: newer.every((data) => data === undefined || data === dataOf(offer, code)) };
}

function dataOf(offer: Notice | null, code: number): string | undefined {
  return offer?.choices.find((choice) => choice.code === code)?.data;
}

/**
 * In a group what the bot asked one person is no question to the others; its notices are for all. An answer that offers
 * nothing but to undo what was done leaves the offers before it open.
 */
async function offersTo({ store, chat, update }: Turn, wanted: number): Promise<Offer[]> {
  const isMeant = (code: number) => (code === UNDO_CODE) === (wanted === UNDO_CODE);
  const offers = (await store.outbox.latestOffers(chat.id)).filter(({ choices }) =>
    choices.some(({ code }) => isMeant(code)),
  );
  if (chat.kind === 'private') return offers;
  const theirs: Offer[] = [];
  for (const offer of offers) {
    const id = answeredUpdate(offer);
    const asked = id === null ? null : await store.inbox.byId(id);
    if (offer.kind !== 'reply' || asked?.from?.id === update.from?.id) theirs.push(offer);
  }
  return theirs;
}

function isOld({ at }: Notice, now: Date): boolean {
  return now.getTime() - at.getTime() > VALID_DAYS * DAY_MS;
}

async function isTaskNumber({ store }: Turn, { organizationId }: Member, code: number): Promise<boolean> {
  return (await store.plans.taskOnBoard(organizationId, { number: code })) !== null;
}
