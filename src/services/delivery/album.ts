import type { MachineClock } from '../../clock.ts';
import { type AlbumPiece, albumOf, type Inbox, laneOf, type StoredUpdate } from '../ports/inbox.ts';
import type { InboundMessage, InboundUpdate } from '../ports/messenger.ts';

/** What is handled at once: one update, or all the pieces of an album that have come by then as one. */
export interface Arrival extends StoredUpdate {
  /** The ids of the pieces; of anything but an album the one id. */
  pieces: number[];
  /** Pieces of the same album that were handled before these came. */
  earlier: AlbumPiece[];
}

/** The pieces of an album follow each other within moments; a phone on a slow line takes longer, but not for ever. */
const MOMENT_MS = 1_500;
const MOST_MOMENTS = 5;

/**
 * Waits until no more pieces of its album come. Nothing but the inbox knows of the waiting: after a restart it begins
 * anew, and what comes still later finds the pieces handled by then as `earlier`.
 */
export async function gathered(
  { inbox, machine }: { inbox: Inbox; machine: MachineClock },
  lane: string,
  first: StoredUpdate,
): Promise<Arrival> {
  const album = albumOf(first.update);
  if (album === null) return alone(first);
  let all = await inbox.album(lane, album);
  for (let moments = 0; moments < MOST_MOMENTS; moments++) {
    await machine.sleep(MOMENT_MS);
    const before = all.length;
    all = await inbox.album(lane, album);
    if (all.length === before) break;
  }
  const pieces = all.filter(({ isPending }) => isPending);
  const update = wholeOf(pieces.map((piece) => piece.update));
  const earlier = all.filter(({ isPending }) => !isPending);
  return { ...first, update: update ?? first.update, pieces: pieces.map(({ id }) => id), earlier };
}

export function alone(update: StoredUpdate): Arrival {
  return { ...update, pieces: [update.id], earlier: [] };
}

/** The message that somebody sent, by the id of a piece of it: with all that has come. */
export async function messageById(inbox: Inbox, id: number): Promise<InboundUpdate | null> {
  const update = await inbox.byId(id);
  const album = update && albumOf(update);
  if (update === null || album === null) return update;
  return wholeOf((await inbox.album(laneOf(update), album)).map((piece) => piece.update));
}

/** An album as its sender sees it: one message with all the files, and with the words of whichever piece has them. */
export function wholeOf(pieces: InboundUpdate[]): InboundUpdate | null {
  const [first] = pieces;
  const messages = pieces.flatMap(({ event }) => (event.type === 'message' ? [event] : []));
  const [event] = messages;
  if (!first || !event) return null;
  const firstThat = <Key extends keyof InboundMessage>(key: Key) =>
    messages.map((message) => message[key]).find((value) => value !== undefined);
  const replyToMessageId = firstThat('replyToMessageId');
  const quoting = firstThat('quoting');
  return {
    ...first,
    event: {
      ...event,
      text: messages
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join('\n'),
      addressed: messages.some(({ addressed }) => addressed),
      attachments: messages.flatMap(({ attachments }) => attachments),
      ...(replyToMessageId !== undefined && { replyToMessageId }),
      ...(quoting !== undefined && { quoting }),
    },
  };
}
