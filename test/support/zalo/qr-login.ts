/** Logging in by a code that a phone scans, as id.zalo.me does it. */
import type { Bell } from '../bell.ts';

export type QrState = 'waiting' | 'scanned' | 'confirmed' | 'declined';

const STILL_WAITING = { error_code: 8, error_message: 'Continue' };

export class QrLogin {
  state: QrState = 'waiting';
  /** Base64 of the PNG shown. */
  image = '';
  /** How many codes have been asked for. */
  codes = 0;
  readonly #bell: Bell;

  constructor(bell: Bell) {
    this.#bell = bell;
  }

  moves(state: QrState): void {
    this.state = state;
    this.#bell.ring();
  }

  generate(): object {
    this.codes += 1;
    this.state = 'waiting';
    this.#bell.ring();
    const options = { enabledCheckOCR: false, enabledMultiLayer: false };
    const image = `data:image/png;base64,${this.image}`;
    return { error_code: 0, error_message: '', data: { code: `code-${this.codes}`, image, options } };
  }

  async waitingScan(gone: AbortSignal): Promise<object> {
    await this.#until(() => this.state !== 'waiting', gone);
    if (this.state === 'waiting') return STILL_WAITING;
    return { error_code: 0, error_message: '', data: { avatar: '', display_name: 'Nhắc Hạn' } };
  }

  async waitingConfirm(gone: AbortSignal): Promise<object> {
    await this.#until(() => this.state !== 'waiting' && this.state !== 'scanned', gone);
    if (this.state === 'declined') return { error_code: -13, error_message: 'Declined', data: {} };
    return this.state === 'confirmed' ? { error_code: 0, error_message: '', data: {} } : STILL_WAITING;
  }

  /** A long poll: answers at the change, or that there is none yet. */
  #until(isSo: () => boolean, gone: AbortSignal): Promise<unknown> {
    const look = () => isSo() || gone.aborted || undefined;
    return this.#bell.until(look, () => 'a phone', 1_000).catch(() => {});
  }
}
