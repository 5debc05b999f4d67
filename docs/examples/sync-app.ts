// Copies the items of an app into a file, one JSON line each: `node sync-app.js 22119 bugs.jsonl`.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileSessionManager, PodioClient } from 'podio-keyring';

const [appId = '', file = 'items.jsonl'] = process.argv.slice(2);
const { PODIO_CLIENT_ID = '', PODIO_CLIENT_SECRET = '', PODIO_APP_TOKEN = '', PODIO_API_URL } = process.env;

const podio = new PodioClient({
  clientId: PODIO_CLIENT_ID,
  clientSecret: PODIO_CLIENT_SECRET,
  sessionManager: new FileSessionManager('.podio-session.json'),
  ...(PODIO_API_URL && { apiUrl: PODIO_API_URL }),
});
await podio.authenticateWithApp(appId, PODIO_APP_TOKEN);

let count = 0;
async function* lines() {
  for await (const { item_id, title, fields } of podio.items(Number(appId))) {
    count++;
    yield `${JSON.stringify({ item_id, title, fields })}\n`;
  }
}
await pipeline(Readable.from(lines()), createWriteStream(file));
console.log(`${count} items, ${podio.rateLimitRemaining} calls left`);
