/** What goes wrong with the calls of a stand-in. */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** One of these; each platform adds its own. "before" and "after" mean the moment at which the call takes effect. */
export interface Fault {
  /** A server on the way answers, with a page. */
  status?: number;
  cut?: 'before' | 'after';
  hangs?: 'before' | 'after';
  /** Takes effect, and answers something that is no JSON. */
  garbles?: true;
  delayMs?: number;
}

export class FaultPlan<Planned extends Fault> {
  readonly #planned: { method: string; fault: Planned; times: number }[] = [];

  add(method: string, fault: Planned, times: number): void {
    this.#planned.push({ method, fault, times });
  }

  clear(): void {
    this.#planned.length = 0;
  }

  next(method: string): Planned | undefined {
    const planned = this.#planned.find((one) => one.method === method || one.method === '*');
    if (!planned) return undefined;
    planned.times -= 1;
    if (planned.times <= 0) this.#planned.splice(this.#planned.indexOf(planned), 1);
    return planned.fault;
  }
}

/** @returns whether the call ends here, without effect */
export async function strikesBefore(fault: Fault | undefined, response: ServerResponse): Promise<boolean> {
  if (!fault) return false;
  const { delayMs, status, cut, hangs } = fault;
  if (delayMs !== undefined) await sleep(delayMs);
  if (status !== undefined)
    response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>');
  if (cut === 'before') response.destroy();
  return status !== undefined || hangs === 'before' || response.destroyed;
}

/** @returns whether the caller never learns the result */
export function strikesAfter(fault: Fault | undefined, response: ServerResponse): boolean {
  if (!fault) return false;
  const { cut, garbles, hangs } = fault;
  if (cut) response.destroy();
  if (garbles) response.end('<html>Đăng nhập mạng cơ quan</html>');
  return Boolean(cut ?? garbles ?? hangs);
}
