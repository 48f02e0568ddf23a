/** How the account is doing, for the log, for the health page and for whoever diagnoses. */
import type { Logger } from 'pino';
import type { Deafness } from '../../services/ports/surroundings.ts';
import { Troubles } from '../shared/troubles.ts';

/**
 * connecting: logging in, or about to. listening: messages come in. resuming: signed in and sending, while the line that
 * brings messages is opened anew. sending: signed in, in a process that only sends.
 * standby: signed in and sending, while another process listens. driven-out: the account was opened in another browser,
 * which the bot does not fight over. signed-out: only a new QR login helps. stopped: told to stop.
 */
export type ZaloState =
  | 'connecting'
  | 'listening'
  | 'resuming'
  | 'sending'
  | 'standby'
  | 'driven-out'
  | 'signed-out'
  | 'stopped';

export interface ZaloHealth {
  state: ZaloState;
  /** When a message was last stored. */
  lastUpdateAt: Date | null;
  /** What is wrong at present; null while nothing is. */
  lastError: string | null;
}

export type Trouble = 'connection' | 'storing of messages' | 'old messages' | 'session';

export class Condition {
  readonly #troubles: Troubles<Trouble>;
  #state: ZaloState = 'connecting';
  #lastUpdateAt: Date | null = null;

  constructor(log: Logger) {
    this.#troubles = new Troubles('Zalo', log);
  }

  get health(): ZaloHealth {
    return { state: this.#state, lastUpdateAt: this.#lastUpdateAt, lastError: this.#troubles.inWords };
  }

  /** A session that is over is told as an outage. */
  get deafness(): Deafness | null {
    const why = this.#troubles.inWords ?? 'it is not signed in yet';
    if (this.#state === 'driven-out') return { kind: 'ousted', why };
    return this.#state === 'connecting' ? { kind: 'silent', why } : null;
  }

  becomes(state: ZaloState): void {
    this.#state = state;
  }

  failed(trouble: Trouble, error: unknown): void {
    this.#troubles.failed(trouble, error);
  }

  mended(trouble: Trouble): void {
    this.#troubles.mended(trouble);
  }

  stored(at: Date): void {
    this.mended('storing of messages');
    this.#lastUpdateAt = at;
  }
}
