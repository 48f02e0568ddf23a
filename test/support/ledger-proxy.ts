import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a real server that can be cut, or fall silent, and be mended. */
export class Line {
  readonly url: string;
  readonly #proxy: Server;
  readonly #sockets = new Set<Socket>();
  #state: 'sound' | 'cut' | 'silent' = 'sound';

  private constructor(server: URL, proxy: Server) {
    const address = proxy.address();
    if (typeof address !== 'object' || address === null) throw new Error('No port');
    const url = new URL(server);
    url.host = `127.0.0.1:${address.port}`;
    this.url = url.href;
    this.#proxy = proxy;
    proxy.on('connection', (near) => this.#relay(near, connect(Number(server.port), server.hostname)));
  }

  static async to(server: string): Promise<Line> {
    const proxy = createServer().listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    return new Line(new URL(server), proxy);
  }

  /** Every connection breaks, and new ones break at once. */
  cut(): void {
    this.#state = 'cut';
    this.#break();
  }

  /** Connections stay, and nothing comes through any more. */
  silence(): void {
    this.#state = 'silent';
  }

  /** What was said into the silence is lost. */
  mend(): void {
    this.#break();
    this.#state = 'sound';
  }

  async close(): Promise<void> {
    this.#break();
    this.#proxy.close();
    await once(this.#proxy, 'close');
  }

  #relay(near: Socket, far: Socket): void {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', (data) => {
        if (this.#state === 'sound') to.write(data);
      });
      from.on('error', () => {});
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
    if (this.#state === 'cut') near.destroy();
  }

  #break(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
