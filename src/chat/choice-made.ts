import type { Member } from '../domain/member.ts';
import type { Notice } from '../services/ports/outbox.ts';
import { parseButton } from './button-data.ts';
import type { Command } from './command.ts';
import { parseChoice } from './parse-choice.ts';
import { type Answer, say, type Turn } from './turn.ts';

/** Who comes across an older message would not know any more what its numbers stood for. */
const VALID_DAYS = 7;
const DAY_MS = 24 * 3600_000;

/**
 * What a number stands for that was sent back: a button of the message it quotes, or of the latest message here that
 * offered choices. What may be done is checked as for any command.
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
  const offer =
    quotedId === undefined
      ? await store.outbox.latestOffer(chat.id)
      : await store.outbox.byMessage(chat.id, quotedId);
  if (offer === null || offer.choices.length === 0) return null;

  const { code } = typed;
  const choice = offer.choices.find((one) => one.code === code);
  if (choice === undefined) {
    const isTask = quotedId === undefined && (await isTaskNumber(turn, member, code));
    const codes = offer.choices.map((one) => one.code).toSorted((a, b) => a - b);
    return isTask ? null : say(t('choice.outside', { code, codes: codes.join(', ') }));
  }
  if (isOld(offer, now)) return say(t('choice.old', { code, count: VALID_DAYS }));
  const command = parseButton(choice.data);
  if (command?.name === 'report') return { ...command, evidence: typed.evidence, offeredIn: offer.id };
  const hasEvidence = typed.evidence.length > 0 || event.attachments.length > 0;
  return hasEvidence ? say(t('choice.noEvidence', { code })) : (command ?? say(t('unknown.staleButton')));
}

/** The choice that somebody may have meant who wrote "xong 1" and named a task by it. */
export async function isChoice({ store, chat, now }: Turn, code: number): Promise<boolean> {
  const offer = await store.outbox.latestOffer(chat.id);
  return offer !== null && !isOld(offer, now) && offer.choices.some((choice) => choice.code === code);
}

function isOld({ at }: Notice, now: Date): boolean {
  return now.getTime() - at.getTime() > VALID_DAYS * DAY_MS;
}

async function isTaskNumber({ store }: Turn, { organizationId }: Member, code: number): Promise<boolean> {
  return (await store.plans.board(organizationId)).some(({ number }) => number === code);
}
