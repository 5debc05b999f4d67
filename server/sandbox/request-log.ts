import type { IncomingMessage } from 'node:http';

/** One request as it was received. */
export interface LoggedRequest {
  method: string;
  /** Path and query. */
  url: string;
  /** Names in lower case. */
  headers: IncomingMessage['headers'];
  /** Bytes of the body that came. */
  bodySize: number;
  /** Null while there is no answer, and where the connection was dropped. */
  status: number | null;
  /** ISO 8601, the sandbox's clock. */
  receivedAt: string;
}

const kept = 200;

/** The last 200 requests; those to the controls and to the sandbox's own page are not among them. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  add(request: LoggedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > kept) this.#requests.shift();
  }

  list(): readonly LoggedRequest[] {
    return this.#requests;
  }

  clear(): void {
    this.#requests = [];
  }
}
