import { once } from 'node:events';
import { connect } from 'node:net';

/** An answer as it came. */
export interface WireAnswer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  bytes: Buffer;
  /** The body, parsed; undefined where there is none. */
  json: never;
}

/**
 * Sends a request exactly as it is written, as a client library that cannot run here would send it: first line, headers in their order and
 * spelling, body. `{length}` in a header stands for the bytes of the body.
 */
export async function sendBytes(port: number, head: string, body: string | Buffer = ''): Promise<WireAnswer> {
  const payload = Buffer.from(body);
  const lines = head
    .trim()
    .split('\n')
    .map((line) => line.trim().replace('{length}', String(payload.length)));
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  try {
    socket.write(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), payload]));
    let received = Buffer.alloc(0);
    for (;;) {
      const answer = parse(received, lines[0]?.startsWith('HEAD ') ?? false);
      if (answer) return answer;
      const [part] = await Promise.race([once(socket, 'data'), once(socket, 'close').then(() => [undefined])]);
      if (!part) throw new Error(`the connection was closed after ${received.length} bytes`);
      received = Buffer.concat([received, part]);
    }
  } finally {
    socket.destroy();
  }
}

/** Undefined while it is not complete. */
function parse(received: Buffer, isHead: boolean): WireAnswer | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const [first = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines
      .map((line) => /^([^:]+): ?(.*)$/.exec(line)?.slice(1) ?? [line, ''])
      .map(([name = '', value = '']) => [name.toLowerCase(), value]),
  );
  const status = Number(first.split(' ')[1]);
  const isEmpty = isHead || status === 204 || status === 304;
  const length = isEmpty ? 0 : Number(headers['content-length']);
  if (Number.isNaN(length)) throw new Error(`no Content-Length: ${first}`);
  const bytes = received.subarray(end + 4);
  if (bytes.length < length) return undefined;
  if (bytes.length > length) throw new Error(`${bytes.length - length} bytes more than announced`);
  const isJson = headers['content-type']?.startsWith('application/json') && length > 0;
  return { status, headers, bytes, json: (isJson ? JSON.parse(bytes.toString()) : undefined) as never };
}
