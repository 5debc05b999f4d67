import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

/** Runs a script as a program that depends on the package would: it knows only its name. */
async function run(script: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, ...args]);
  let output = '';
  let errors = '';
  child.stdout.on('data', (part) => {
    output += part;
  });
  child.stderr.on('data', (part) => {
    errors += part;
  });
  const [code] = await once(child, 'close');
  expect([code, errors]).toEqual([0, '']);
  return output;
}

const firstCall = `
  import { FileSessionManager, PodioClient } from 'podio-keyring';
  const [apiUrl, file] = process.argv.slice(1);
  const podio = new PodioClient({
    clientId: 'sandbox', clientSecret: 'sandbox-secret', apiUrl, sessionManager: new FileSessionManager(file),
  });
  await podio.authenticateWithApp(22119, 'sandbox-app-token-22119');
  const { body } = await podio.post('/item/app/22119/filter/', { limit: 1 });
  console.log(String([body.total, podio.rateLimitRemaining > 0]));
`;

test('a script that runs twice asks for one token', async ({ product }) => {
  const folder = mkdtempSync(join(tmpdir(), 'podio-keyring-session-'));
  try {
    const file = join(folder, 'session.json');
    expect(await run(firstCall, [product.sandboxUrl, file])).toBe('1204,true\n');
    expect(await run(firstCall, [product.sandboxUrl, file])).toBe('1204,true\n');
    expect(await product.control('GET', '')).toMatchObject({ counts: { token: { app: 1, refresh_token: 0 } } });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const sideBySide = `
  import { PodioClient, PodioForbiddenError } from 'podio-keyring';
  const [apiUrl] = process.argv.slice(1);
  const client = () => new PodioClient({ clientId: 'sandbox', clientSecret: 'sandbox-secret', apiUrl });
  const [bugs, leads] = [client(), client()];
  await Promise.all([
    bugs.authenticateWithApp(22119, 'sandbox-app-token-22119'),
    leads.authenticateWithApp(22118, 'sandbox-app-token-22118'),
  ]);
  const name = async (podio, appId) => (await podio.get('/app/' + appId)).body.config.name;
  console.log(await name(bugs, 22119), await name(leads, 22118), await name(bugs, 22119));
  const refused = await leads.get('/app/22119').catch((error) => error);
  console.log(String([refused instanceof PodioForbiddenError, refused.status]));
`;

test('two clients act as two apps side by side', async ({ product }) => {
  expect(await run(sideBySide, [product.sandboxUrl])).toBe('Bugs Leads Bugs\ntrue,403\n');
});
