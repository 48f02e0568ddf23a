/** What goes wrong with a call. "before" and "after" mean the moment at which the method takes effect. */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export type Fault =
  | { answers: number; description?: string; retryAfter?: number }
  /** A server on the way answers, with a page. */
  | { status: number }
  | { cut: 'before' | 'after' }
  | { hangs: 'before' | 'after' }
  /** Takes effect, and answers something that is no JSON. */
  | { garbles: true }
  /** Has no effect, and answers `ok` with that. */
  | { results: unknown }
  | { delayMs: number };

export class FaultPlan {
  readonly #planned: { method: string; fault: Fault; times: number }[] = [];

  add(method: string, fault: Fault, times: number): void {
    this.#planned.push({ method, fault, times });
  }

  clear(): void {
    this.#planned.length = 0;
  }

  next(method: string): Fault | undefined {
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
  if ('delayMs' in fault) await sleep(fault.delayMs);
  if ('status' in fault) response.writeHead(fault.status).end('<h1>Bad Gateway</h1>');
  if ('cut' in fault && fault.cut === 'before') response.destroy();
  return 'status' in fault || response.destroyed || ('hangs' in fault && fault.hangs === 'before');
}

/** @returns whether the caller never learns the result */
export function strikesAfter(fault: Fault | undefined, response: ServerResponse): boolean {
  if (!fault) return false;
  if ('cut' in fault) response.destroy();
  if ('garbles' in fault) response.end('<html>Đăng nhập mạng cơ quan</html>');
  return 'cut' in fault || 'garbles' in fault || 'hangs' in fault;
}
