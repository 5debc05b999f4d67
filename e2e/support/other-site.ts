import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's site: pages to attack from, and a record of what reached it. */
export class OtherSite {
  readonly url: string;
  /** Method and address of each request. */
  readonly reached: string[] = [];
  readonly #server: Server;
  #page = '';

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', (request, response) => {
      this.reached.push(`${request.method} ${request.url}`);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'access-control-allow-origin': '*' }).end(this.#page);
    });
  }

  static start(): Promise<OtherSite> {
    const server = createServer();
    return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(new OtherSite(server))));
  }

  /** What every address of it shows from now on. */
  show(body: string): void {
    this.#page = `<!doctype html><html lang="en"><title>Another site</title><body>${body}</body></html>`;
  }

  end(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
