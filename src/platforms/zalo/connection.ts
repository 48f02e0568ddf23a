/** One login, listened to until it is lost. */

import type { Ticker } from '../shared/ticker.ts';
import { CatchUp, type CatchUpOptions } from './catch-up.ts';
import type { ZaloApi } from './client.ts';
import type { Condition } from './condition.ts';
import type { Intake } from './intake.ts';

export type Ending =
  | { why: 'lost'; error: unknown; cannotRead?: true }
  /** The account was opened in another browser. */
  | { why: 'driven-out' }
  | { why: 'stopped' };

export interface ConnectionOptions extends Pick<CatchUpOptions, 'mark' | 'since'> {
  api: ZaloApi;
  intake: Intake;
  condition: Condition;
  ticker: Ticker;
  /** Ends the listening, as `stopped`. */
  signal: AbortSignal;
  /** The login before this one was given up because of messages that could not be read. */
  livesWithBadMessages: boolean;
  onListening(): void;
  /** False: messages older than those stored may be missing. True: none is, and what is known should be saved. */
  onCaughtUp(isCaughtUp: boolean): void;
}

/** "Another connection is opened", and "kicked". */
const DRIVEN_OUT = [3000, 3003];
/** The library itself waits for the server's welcome for ever. */
const WELCOME_MS = 20_000;
/**
 * A line can be dead without a word, and some kinds of message come in frames that zca-js does not read: asking for old
 * messages now and then finds both.
 */
const SWEEP_MS = 10 * 60_000;

export async function listenUntilLost(options: ConnectionOptions): Promise<Ending> {
  const { api, intake, condition, ticker, signal, mark, since } = options;
  const over = new AbortController();
  const life = AbortSignal.any([signal, over.signal]);
  let isWelcome = false;

  const ending = new Promise<Ending>((resolve) => {
    const end = (how: Ending) => {
      resolve(how);
      over.abort();
    };
    const lost = (error: unknown) => {
      // Something may have been lost with it, and comes before whatever is still on its way here.
      if (isWelcome && !life.aborted) intake.hold();
      end({ why: 'lost', error });
    };
    signal.addEventListener('abort', () => end({ why: 'stopped' }), { once: true });
    if (signal.aborted) end({ why: 'stopped' });

    const catchUp = new CatchUp({
      ask: (kind, lastId) => api.askForOldMessages(kind, lastId),
      take: (messages) => intake.take(messages, api.own),
      mark,
      since,
      ticker,
      signal: life,
    });
    const begin = async () => {
      options.onCaughtUp(false);
      intake.hold();
      const { answered, disturbed, isComplete } = await catchUp.run();
      // Lost again before the older ones have come: what is here waits for them and for the next login.
      if (life.aborted) return;
      // A new login reads what this one cannot; but a message that nobody can read must not keep the others waiting.
      if (disturbed && !options.livesWithBadMessages) {
        return end({ why: 'lost', error: new Error('old messages cannot be read'), cannotRead: true });
      }
      if (isComplete) options.onCaughtUp(true);
      intake.release();
      if (answered && !disturbed) condition.mended('old messages');
      else {
        const words = answered ? 'some cannot be read' : 'Zalo did not answer';
        condition.failed('old messages', new Error(words));
      }
      await sweep(answered);
    };
    const sweep = async (wasAnswered: boolean) => {
      for (let isAnswering = wasAnswered; ; ) {
        await ticker.sleep(SWEEP_MS, life);
        const { answered, isComplete } = await catchUp.run();
        // What was on its way already may be newer than what has just been found.
        await intake.rests();
        if (isComplete) options.onCaughtUp(true);
        if (isAnswering && !answered) return lost(new Error('Zalo has fallen silent'));
        isAnswering = answered;
      }
    };
    const watch = async () => {
      await ticker.sleep(WELCOME_MS, life);
      if (!isWelcome) lost(new Error('the listener was not welcomed in time'));
    };
    const unlessOver = (error: unknown) => {
      if (!life.aborted) lost(error);
    };

    try {
      api.listen({
        ready() {
          if (isWelcome || life.aborted) return;
          isWelcome = true;
          options.onListening();
          begin().catch(unlessOver);
        },
        // Even from a listener that has been given up: what has come is not lost.
        message: (message) => intake.take([message], api.own),
        oldMessages: (kind, messages) => catchUp.answer(kind, messages),
        groupEvent: (event) => intake.takeEvent(event, api.own),
        reaction: (reaction) => intake.takeReaction(reaction, api.own),
        error(error) {
          // One old message that cannot be read would end every listener anew, and no message would come any more.
          if (catchUp.isUnderway) catchUp.disturbed();
          else lost(error);
        },
        closed(code) {
          if (DRIVEN_OUT.includes(code)) end({ why: 'driven-out' });
          else lost(new Error(`the listener was closed (${code})`));
        },
      });
      watch().catch(unlessOver);
    } catch (error) {
      lost(error);
    }
  });
  const how = await ending;
  api.close();
  return how;
}
