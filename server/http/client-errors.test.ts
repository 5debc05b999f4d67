import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../contract.ts';
import { answerClientError } from './error-handling.ts';
import { createSecurityHeaders } from './security-headers.ts';

const headers = createSecurityHeaders('http://localhost:3000');

/** A connection on which something came that is no request. */
class Connection {
  writable = true;
  _httpMessage: (EventEmitter & { req: { complete: boolean }; headersSent: boolean }) | null = null;
  sent = '';
  readonly ended: string[] = [];

  end = (text: string) => {
    this.sent += text;
    this.ended.push('end');
  };
  destroy = () => this.ended.push('destroy');
  destroySoon = () => this.ended.push('destroySoon');

  /** It answers a request at the moment. */
  busy(complete: boolean, headersSent: boolean): EventEmitter {
    this._httpMessage = Object.assign(new EventEmitter(), { req: { complete }, headersSent });
    return this._httpMessage;
  }
}

let connection: Connection;
const answer = (code?: string) =>
  answerClientError(
    Object.assign(new Error('broken'), { code }),
    connection as unknown as Parameters<typeof answerClientError>[1],
    headers,
  );
beforeEach(() => {
  connection = new Connection();
});

describe('what is no request', () => {
  it.each([
    ['HPE_HEADER_OVERFLOW', 431, 'Request Header Fields Too Large'],
    ['ERR_HTTP_REQUEST_TIMEOUT', 408, 'Request Timeout'],
    ['HPE_INVALID_METHOD', 400, 'Bad Request'],
    [undefined, 400, 'Bad Request'],
  ])('DS1 DS4 is answered with a problem, and its connection ends: %s', (code, status, phrase) => {
    answer(code);
    const [head = '', body = ''] = connection.sent.split('\r\n\r\n');
    const [line, ...fields] = head.split('\r\n');
    expect([connection.ended, line]).toEqual([['end'], `HTTP/1.1 ${status} ${phrase}`]);
    expect(fields).toEqual([
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'cache-control: no-store',
      'connection: close',
      ...headers.api.map(([name, value]) => `${name}: ${value}`),
    ]);
    expect(JSON.parse(body)).toMatchObject({ code: 'bad_request', status } satisfies Partial<Problem>);
  });

  it('says in each case something else', () => {
    for (const code of ['HPE_HEADER_OVERFLOW', 'ERR_HTTP_REQUEST_TIMEOUT', undefined]) answer(code);
    const details = [...connection.sent.matchAll(/"detail":"([^"]+)"/g)].map(([, detail]) => detail);
    expect(new Set(details).size).toBe(3);
  });

  it('is not answered where nobody listens any more', () => {
    answer('ECONNRESET');
    connection.writable = false;
    answer('HPE_INVALID_METHOD');
    expect([connection.ended, connection.sent]).toEqual([['destroy', 'destroy'], '']);
  });
});

describe('PX12 what is no request, behind one that is', () => {
  it('lets that one get its answer whole, and then the connection ends', () => {
    const busy = connection.busy(true, true);
    answer();
    expect(connection.ended).toEqual([]);
    busy.emit('close');
    busy.emit('close');
    expect([connection.ended, connection.sent]).toEqual([['destroySoon'], '']);
  });

  it('is part of that one where it is not whole: refused where no byte of an answer left, else cut', () => {
    connection.busy(false, false);
    answer();
    expect([connection.ended, connection.sent.slice(0, 12)]).toEqual([['end'], 'HTTP/1.1 400']);
    connection = new Connection();
    connection.busy(false, true);
    answer();
    expect([connection.ended, connection.sent]).toEqual([['destroy'], '']);
  });
});
