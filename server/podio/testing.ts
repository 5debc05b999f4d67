import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ReceivedRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** What a stand-in answers with: a JSON value with status 200, or whatever a function writes. */
export type ScriptedAnswer = object | ((response: ServerResponse, request: ReceivedRequest) => void);

export interface ScriptedServer {
  /** Without a slash at its end. */
  url: string;
  requests: ReceivedRequest[];
  /** How many connections were opened. */
  connections: () => number;
}

/** An HTTP server for answers that no well-meaning server gives. The last answer is given from then on; it ends with the test. */
export async function startScriptedServer(...answers: ScriptedAnswer[]): Promise<ScriptedServer> {
  const requests: ReceivedRequest[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = '', url = '', headers } = request;
    const received = { method, url, headers, body: Buffer.concat(parts).toString() };
    const answer = answers[Math.min(requests.push(received), answers.length) - 1] ?? {};
    if (typeof answer === 'function') answer(response, received);
    else response.setHeader('content-type', 'application/json; charset=utf-8').end(JSON.stringify(answer));
  });
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, connections: () => connections };
}

/** An answer with a status, a body as it is, and headers. */
export function answerWith(
  status: number,
  body: string | Buffer | object = '',
  headers: Record<string, string> = {},
): (response: ServerResponse) => void {
  const text = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(text);
  };
}

/** Podio's error body, with all six members. */
export function podioErrorBody(error: string, description: string) {
  return {
    error,
    error_description: description,
    error_detail: null,
    error_parameters: {},
    error_propagate: false,
    request: { url: 'http://api.podio.com/item/1', query_string: '', method: 'GET' },
  };
}
