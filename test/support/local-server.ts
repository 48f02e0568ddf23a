/** A web server of this machine, which can go down and come back at the same address. */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/**
 * Hangs up on nobody: by default a connection that was idle for five seconds is closed, and on a slow machine that happens
 * just as the next request goes out on it. The caller cannot know what became of that one.
 */
const UNHURRIED = { keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 };

export class LocalServer {
  readonly http: Server;
  readonly #sockets = new Set<Socket>();
  #port = 0;

  constructor(serve: RequestListener) {
    this.http = createServer(UNHURRIED, serve);
    this.http.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  /** Without a slash at its end. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async comesUp(): Promise<void> {
    this.http.listen(this.#port, '127.0.0.1');
    await once(this.http, 'listening');
    this.#port = (this.http.address() as AddressInfo).port;
  }

  /** Refuses connections, and cuts the open ones. */
  async goesDown(): Promise<void> {
    if (!this.http.listening) return;
    const closed = once(this.http, 'close');
    this.http.close();
    // All of them: those that became a WebSocket are none of HTTP's any more.
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
