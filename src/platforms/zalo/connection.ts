/** One line of a login, listened to until it is lost. */

import { sleepUnlessWoken } from '../shared/sleep-unless-woken.ts';
import type { Ticker } from '../shared/ticker.ts';
import { CatchUp, type CatchUpOptions } from './catch-up.ts';
import type { Line, ZaloApi } from './client.ts';
import type { Condition } from './condition.ts';
import type { Intake } from './intake.ts';

export type Ending =
  /** `wasGood`: it had been welcomed and everything missed before it had been asked for. */
  | { why: 'lost'; wasGood: boolean; cannotRead?: true }
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
  /** The line before this one was given up because of messages that could not be read. */
  livesWithBadMessages: boolean;
  onListening(): void;
  /** False: messages older than those stored may be missing. True: none is, and what is known should be saved. */
  onCaughtUp(isCaughtUp: boolean): void;
}

/** "Another connection is opened", and "kicked". */
const DRIVEN_OUT = [3000, 3003];
/** The library itself waits for the server's welcome for ever. */
const WELCOME_MS = 20_000;
/** A line can be dead without a word: asking for old messages now and then finds it. */
const SWEEP_MS = 10 * 60_000;
/** What could not be read is asked for as an old message at once, but not more often than this. */
const SWEEP_GAP_MS = 2_000;

export async function listenUntilLost(options: ConnectionOptions): Promise<Ending> {
  const { api, intake, condition, ticker, signal, mark, since } = options;
  const over = new AbortController();
  const life = over.signal;
  let line: Line | null = null;
  let hangUp = async () => {};
  let isWelcome = false;
  let wasGood = false;
  let sweepNow = () => {};
  let stop = () => {};

  const ending = new Promise<Ending>((resolve) => {
    const end = (how: Ending) => {
      resolve(how);
      over.abort();
    };
    stop = () => end({ why: 'stopped' });
    const lost = (error: unknown, more: { cannotRead?: true } = {}) => {
      if (life.aborted) return;
      // Something may have been lost with it, and comes before whatever is still on its way here.
      if (isWelcome) intake.hold();
      condition.failed('connection', error);
      end({ why: 'lost', wasGood, ...more });
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();

    const catchUp = new CatchUp({
      ask: (kind, lastId) => line?.askForOldMessages(kind, lastId),
      take: (messages) => intake.take(messages, api.own),
      mark,
      since,
      ticker,
      signal: life,
    });
    /** @returns whether Zalo has answered; null when the line is over */
    const sweep = async (): Promise<boolean | null> => {
      const { answered, disturbed, isComplete } = await catchUp.run();
      // Lost before the older ones have come: what is here waits for them and for the next line.
      if (life.aborted) return null;
      // A new line reads what this one cannot; but a message that nobody can read must not keep the others waiting.
      if (disturbed && !options.livesWithBadMessages) {
        lost(new Error('old messages cannot be read'), { cannotRead: true });
        return null;
      }
      // What was on its way already may be newer than what has just been found.
      await intake.rests();
      if (isComplete) options.onCaughtUp(true);
      intake.release();
      if (answered && !disturbed) condition.mended('old messages');
      else
        condition.failed('old messages', new Error(answered ? 'some cannot be read' : 'Zalo did not answer'));
      return answered;
    };
    const keepWatch = async () => {
      options.onCaughtUp(false);
      intake.hold();
      for (let wasAnswering = false; ; ) {
        const wanted = new Promise<void>((wake) => {
          sweepNow = wake;
        });
        const isAnswering = await sweep();
        if (isAnswering === null) return;
        if (wasAnswering && !isAnswering) return lost(new Error('Zalo has fallen silent'));
        wasAnswering = isAnswering;
        wasGood = true;
        await ticker.sleep(SWEEP_GAP_MS, life);
        await sleepUnlessWoken(ticker, SWEEP_MS - SWEEP_GAP_MS, wanted, life);
      }
    };
    const awaitWelcome = async () => {
      await ticker.sleep(WELCOME_MS, life);
      if (!isWelcome) lost(new Error('the listener was not welcomed in time'));
    };

    try {
      const opened = api.listen({
        ready() {
          if (isWelcome || life.aborted) return;
          isWelcome = true;
          condition.mended('connection');
          options.onListening();
          keepWatch().catch(lost);
        },
        // Even from a line that has been given up: what has come is not lost.
        message: (message) => intake.take([message], api.own),
        oldMessages: (kind, messages) => catchUp.answer(kind, messages),
        groupEvent: (event) => intake.takeEvent(event, api.own),
        reaction: (reaction) => intake.takeReaction(reaction, api.own),
        recalled: (undo) => intake.takeRecall(undo, api.own),
        unknownFrame: () => sweepNow(),
        error() {
          if (!isWelcome || life.aborted) return;
          // It costs what it brought, and that comes again as an old message, before what is new.
          if (catchUp.isUnderway) return catchUp.disturbed();
          intake.hold();
          sweepNow();
        },
        closed(code) {
          if (DRIVEN_OUT.includes(code)) end({ why: 'driven-out' });
          else lost(new Error(`the listener was closed (${code})`));
        },
      });
      line = opened;
      hangUp = () => opened.close();
      awaitWelcome().catch(lost);
    } catch (error) {
      lost(error);
    }
  });
  const how = await ending;
  signal.removeEventListener('abort', stop);
  await hangUp();
  return how;
}
