/**
 * Photos for Zalo to fetch. It takes them by address alone, so they are kept in memory for a while, each below a path
 * that nobody can guess, and served by the web server of this process.
 */
import { randomBytes } from 'node:crypto';
import { DeliveryError } from '../../services/ports/messenger.ts';
import type { Shelf, ShelvedFile } from '../shared/running-platform.ts';
import type { Ticker } from '../shared/ticker.ts';

const KEPT_MS = 60 * 60_000;
/** Far more than a picture of a table needs. */
const PHOTO_BYTES = 5 * 1024 * 1024;
const SHELF_BYTES = 64 * 1024 * 1024;

export class PhotoShelf implements Shelf {
  readonly path: string;
  readonly #address: string;
  readonly #ticker: Ticker;
  readonly #photos = new Map<string, ShelvedFile & { until: number }>();

  /** @param webhookUrl public; the photos are served below it */
  constructor(webhookUrl: string, ticker: Ticker) {
    const { origin, pathname } = new URL(webhookUrl);
    this.path = `${pathname.replace(/\/+$/, '')}/photos`;
    this.#address = `${origin}${this.path}`;
    this.#ticker = ticker;
  }

  /**
   * @returns the address of the photo
   * @throws {DeliveryError} permanent for what is no photo or too large, temporary while the shelf is full
   */
  put(bytes: Uint8Array): string {
    const kind = imageKindOf(bytes);
    if (!kind) throw refused('Zalo Bot takes photos alone, PNG or JPEG');
    if (bytes.byteLength > PHOTO_BYTES) throw refused(`The photo has more than ${PHOTO_BYTES} bytes`);
    const now = this.#ticker.now();
    for (const [name, { until }] of this.#photos) if (until <= now) this.#photos.delete(name);
    const taken = [...this.#photos.values()].reduce((sum, photo) => sum + photo.bytes.byteLength, 0);
    if (taken + bytes.byteLength > SHELF_BYTES) {
      throw new DeliveryError({ kind: 'temporary' }, 'Too many photos wait to be fetched');
    }
    const name = `${randomBytes(16).toString('hex')}.${kind}`;
    this.#photos.set(name, { bytes, type: `image/${kind}`, until: now + KEPT_MS });
    return `${this.#address}/${name}`;
  }

  file(name: string): ShelvedFile | null {
    const photo = this.#photos.get(name);
    return photo && photo.until > this.#ticker.now() ? photo : null;
  }
}

function imageKindOf(bytes: Uint8Array): 'png' | 'jpeg' | null {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start === '89504e47') return 'png';
  return start.startsWith('ffd8ff') ? 'jpeg' : null;
}

function refused(message: string): DeliveryError {
  return new DeliveryError({ kind: 'permanent', reason: 'refused' }, message);
}
