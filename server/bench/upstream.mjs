// Stands in for Podio, as cheaply as it can: what is measured is what stands before it. Tells of each call whether a token came along, and a cookie.
import { createServer } from 'node:http';

/** Peers get their token from here; the keyring gets its own by signing in. */
const peersToken = process.env.PEERS_TOKEN;
const issued = new Set([`OAuth2 ${peersToken}`]);
const part = Buffer.alloc(64 * 1024, 'x');

const item = JSON.stringify({
  item_id: 1,
  title: 'Redesign of the front page',
  link: 'https://podio.com/example/projects/apps/projects/items/1',
  created_on: '2026-11-23 10:00:00',
  fields: Array.from({ length: 4 }, (_, index) => ({
    field_id: 1000 + index,
    type: 'text',
    external_id: `field-${index}`,
    label: 'Description',
    values: [{ value: 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.' }],
  })),
  padding: '',
});
const body = Buffer.from(item.replace('"padding":""', `"padding":"${'x'.repeat(1024 - item.length)}"`));
const itemHead = {
  'content-type': 'application/json; charset=utf-8',
  'content-length': body.length,
  'x-rate-limit-limit': '5000',
  'x-rate-limit-remaining': '4999',
};

let counts = { calls: 0, withToken: 0, withCookie: 0 };

function count({ headers }) {
  counts.calls++;
  if (issued.has(headers.authorization)) counts.withToken++;
  if (headers.cookie !== undefined) counts.withCookie++;
}

function sendBytes(response, size) {
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  let sent = 0;
  const more = () => {
    while (sent < size) {
      sent += part.length;
      if (!response.write(part)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
}

function sendJson(response, value) {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

async function issueToken(request, response) {
  let text = '';
  for await (const chunk of request) text += chunk;
  const { app_id } = JSON.parse(text);
  const access_token = `${issued.size}`.padStart(32, '0');
  issued.add(`OAuth2 ${access_token}`);
  const refresh_token = access_token.replace('0', 'f');
  sendJson(response, {
    access_token,
    refresh_token,
    expires_in: 28_800,
    token_type: 'bearer',
    scope: 'global:all',
    ref: { type: 'app', id: app_id },
  });
}

const server = createServer((request, response) => {
  const { url } = request;
  if (url === '/item/1') {
    count(request);
    response.writeHead(200, itemHead).end(body);
  } else if (url.startsWith('/file/')) {
    count(request);
    const size = Number(url.slice('/file/'.length));
    request.resume().once('end', () => sendBytes(response, size));
  } else if (url === '/oauth/token/v2') void issueToken(request, response);
  else if (url.startsWith('/app/')) sendJson(response, { app_id: Number(url.slice('/app/'.length)), config: { name: 'Projects' } });
  else response.writeHead(404).end();
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port, item: body.toString() }));
process.on('message', ({ ask, id }) => {
  if (ask !== 'counts') return;
  process.send({ id, ...counts });
  counts = { calls: 0, withToken: 0, withCookie: 0 };
});
