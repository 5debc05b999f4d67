import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A Podio that grants tokens and otherwise does what a test tells it to. */
export class ScriptedPodio {
  private static readonly ok: RequestListener = (_request, response) => {
    response.end('{}');
  };
  readonly url: string;
  answer: RequestListener = ScriptedPodio.ok;
  /** What a token request waits for. */
  beforeGrant: () => Promise<void> = async () => undefined;
  /** What a token answer has beside, or in place of, its usual members. */
  granted: Record<string, unknown> = {};
  calls: { url: string | undefined; range: string | undefined }[] = [];
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    let issued = 0;
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.calls.push({ url: request.url, range: request.headers.range });
      if (request.url !== '/oauth/token/v2') {
        this.answer(request, response);
        return;
      }
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', async () => {
        await this.beforeGrant();
        const { refresh_token, app_id = refresh_token?.replace('refresh', '') ?? 22119 } = JSON.parse(Buffer.concat(parts).toString());
        const id = { access_token: `access${++issued}`, refresh_token: `refresh${app_id}`, ref: { type: 'app', id: Number(app_id) } };
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ ...id, expires_in: 28800, token_type: 'bearer', scope: 'global:all', ...this.granted }));
      });
    });
  }

  static start(): Promise<ScriptedPodio> {
    const server = createServer();
    return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(new ScriptedPodio(server))));
  }

  reset(): void {
    this.answer = ScriptedPodio.ok;
    this.calls = [];
    this.beforeGrant = async () => undefined;
    this.granted = {};
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
