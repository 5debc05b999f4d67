// The limit: the least that a proxy can do in Node. It holds no session; the client sends the token itself.
import { createServer } from 'node:http';
import { Pool } from 'undici';
import { listen } from './listen.mjs';

const pool = new Pool(process.env.UPSTREAM, { connections: 128, pipelining: 1 });

class Handler {
  constructor(response) {
    this.response = response;
  }

  onConnect() {}

  onHeaders(status, headers, resume) {
    this.resume = resume;
    this.response.writeHead(
      status,
      headers.map((part) => part.toString('latin1')),
    );
    return true;
  }

  onData(chunk) {
    if (this.response.write(chunk)) return true;
    this.response.once('drain', this.resume);
    return false;
  }

  onComplete() {
    this.response.end();
  }

  onError() {
    this.response.destroy();
  }
}

const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'host']);

function forwarded(raw) {
  const headers = [];
  for (let index = 0; index < raw.length; index += 2) if (!hopByHop.has(raw[index].toLowerCase())) headers.push(raw[index], raw[index + 1]);
  return headers;
}

listen(
  createServer((request, response) => {
    const { method, url, rawHeaders } = request;
    pool.dispatch({ method, path: url, headers: forwarded(rawHeaders), body: method === 'GET' ? null : request }, new Handler(response));
  }),
);
