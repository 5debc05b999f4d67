import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** What is wrong with a Redis or Valkey at this address, in a sentence; undefined where it answers. */
export function redisProblem(address: string, timeoutMs: number): Promise<string | undefined> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^rediss?:$/.test(url.protocol)) return Promise.resolve('REDIS_URL is not an address as redis://localhost:6379.');
  const where = { host: url.hostname, port: Number(url.port || 6379) };
  return new Promise((resolve) => {
    const socket = url.protocol === 'rediss:' ? connectTls({ ...where, servername: url.hostname }) : connect(where);
    const done = (problem?: string) => {
      socket.destroy();
      resolve(problem);
    };
    socket.setTimeout(timeoutMs, () => done(`Redis at ${url.host} does not answer.`));
    socket.on('error', (error: NodeJS.ErrnoException) => done(`Redis at ${url.host} cannot be reached (${error.code ?? error.message}).`));
    const credentials = [url.username, url.password].filter(Boolean).map(decodeURIComponent);
    if (credentials.length > 0) socket.write(command('AUTH', ...credentials));
    socket.write(command('PING'));
    let text = '';
    socket.on('data', (part) => {
      text += part.toString();
      if (/^-/m.test(text)) done(`Redis at ${url.host} refuses: ${/^-(.*)$/m.exec(text)?.[1]?.slice(0, 100)}`);
      else if (text.includes('+PONG')) done();
    });
    socket.on('end', () => done(`What listens at ${url.host} is no Redis.`));
  });
}

/** RESP: an array of bulk strings. */
function command(...words: string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}
