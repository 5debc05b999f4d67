import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { rolldown } from 'rolldown';
import { printedSecrets } from '../server/secrets-testing.ts';
import { installPackedPackage, type PackedProject } from './support/packed.ts';
import { freePorts } from './support/ports.ts';

let packed: PackedProject;
test.describe.configure({ mode: 'default' });
test.beforeAll(() => {
  packed = installPackedPackage();
});
test.afterAll(() => packed?.remove());

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string; exports: Record<string, unknown> };

test('the tarball holds what runs, its types and its papers, and nothing of how it was made', () => {
  const { files } = packed;
  for (const needed of ['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/server/cli.js', 'dist/web/index.html', 'deploy/nginx.conf'])
    expect(files).toContain(needed);
  const strays = files.filter((path) => /\.(?:test|spec)\.|(?:^|\/)(?:e2e|testing)|\.map$|\.tsx?$(?<!\.d\.ts)/.test(path));
  expect(strays).toEqual([]);
  expect(files.filter((path) => !/^(?:dist\/|deploy\/|README\.md$|LICENSE$|CHANGELOG\.md$|package\.json$)/.test(path))).toEqual([]);
  const here = new RegExp(`${process.cwd()}|/home/|sourceMappingURL=data`);
  for (const path of files.filter((name) => /\.(?:js|ts|html|css)$/.test(name)))
    expect(here.test(readFileSync(join(packed.folder, 'node_modules/podio-keyring', path), 'utf8')), path).toBe(false);
});

test('npm installs it into an empty project, with what it depends on, and npx finds its command', () => {
  const folder = join(packed.folder, 'empty');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', private: true, type: 'module' }));
  const undici = `undici@file:${resolve('node_modules/undici')}`; // so that no network is needed; it has to be of the version asked for
  const options = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--strict-peer-deps'];
  const installed = packed.run('npm', ['install', '--prefix', folder, ...options, packed.tarball, undici]);
  expect(installed.status, installed.output).toBe(0);
  const command = packed.run(process.execPath, [join(folder, 'node_modules/.bin/podio-keyring'), '--version']);
  expect(command).toEqual({ status: 0, output: `${manifest.version}\n` });
  writeFileSync(join(folder, 'call.js'), "import { PodioClient } from 'podio-keyring';\nconsole.log(PodioClient.name);\n");
  expect(packed.run(process.execPath, [join(folder, 'call.js')])).toEqual({ status: 0, output: 'PodioClient\n' });
});

test('publint and arethetypeswrong find nothing', () => {
  const publint = packed.run(process.execPath, [resolve('node_modules/publint/src/cli.js'), packed.tarball, '--strict']);
  expect([publint.status, publint.output]).toEqual([0, expect.stringContaining('All good')]);
  const attw = [resolve('node_modules/@arethetypeswrong/cli/dist/index.js'), packed.tarball, '--profile', 'esm-only', '--format', 'ascii'];
  const wrong = packed.run(process.execPath, attw);
  expect(wrong.status, wrong.output).toBe(0); // CommonJS takes the package by its dynamic import, as the profile says
  expect(wrong.output).not.toMatch(/^node16 \(from ESM\): (?!🟢)|^bundler: (?!🟢)/m);
});

const consumer = `
import { PodioClient, PodioNotFoundError, type Item } from 'podio-keyring';
import { itemsFilter, tasksGet } from 'podio-keyring/calls';
import podioKeyring, { podioKeyringUrl, type PodioKeyringOptions } from 'podio-keyring/fastify';
import { api as PodioJS } from 'podio-keyring/podio-js';
import { KeyringProvider, useActingAs, useAuthentications, useItems, usePodioQuery, useSignInAsApp, useSignOut } from 'podio-keyring/react';
import { startSandbox } from 'podio-keyring/sandbox';
import fastify from 'fastify';

export async function server(options: PodioKeyringOptions) {
  const app = fastify({ rewriteUrl: podioKeyringUrl('/podio') });
  await app.register(podioKeyring, { ...options, prefix: '/podio' });
  app.get('/who', async (request) => (await request.podioAuthentications()).map(({ id }) => id));
  return app.podioKeyring.capacity;
}
export async function script(podio: PodioClient): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of podio.items(1, { limit: 10 })) found.push(item);
  const status = await podio.users.status();
  const name: string = status.profile.name;
  if (name === '') throw new PodioNotFoundError('nobody');
  return found;
}
export function Titles() {
  const { data } = useItems(22117);
  const task = usePodioQuery(tasksGet(1));
  const acting: string = useActingAs();
  return { acting, titles: data?.json.items.map(({ title }) => title), text: task.data?.json.text, KeyringProvider, useAuthentications, useSignInAsApp, useSignOut };
}
// @ts-expect-error an app id is a number
itemsFilter('22117');
export const old = new PodioJS({ authType: 'app', clientId: 'a', clientSecret: 'b' });
export const stop = startSandbox().then(({ close }) => close());
`;

test('every entry type-checks in a project that is strict about its libraries too', () => {
  writeFileSync(join(packed.folder, 'consumer.ts'), consumer);
  const options = [
    '--strict',
    '--noEmit',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--lib',
    'es2023,dom,dom.iterable',
    '--types',
    'node',
  ];
  const checked = packed.run(process.execPath, ['node_modules/typescript/bin/tsc', ...options, '--skipLibCheck', 'false', 'consumer.ts']);
  const own = checked.output.split('\n').filter((line) => /^(?:consumer|node_modules\/podio-keyring)/.test(line));
  expect(own).toEqual([]);
});

/** What a consumer's bundler makes of it, in bytes after gzip; peers and dependencies stay outside. */
async function bundled(source: string): Promise<{ bytes: number; code: string }> {
  writeFileSync(join(packed.folder, 'entry.js'), source);
  const bundle = await rolldown({
    input: join(packed.folder, 'entry.js'),
    external: [/^(?:react|@tanstack|undici|node:)/],
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ minify: true });
  return { bytes: gzipSync(output[0].code, { level: 9 }).length, code: output[0].code };
}

test('the React entry is at most 4 KB without its peers, and what is not used is left out', async () => {
  const whole = await bundled("export * from 'podio-keyring/react';");
  expect(whole.bytes).toBeLessThanOrEqual(4096);
  expect((await bundled("export { queryKeys } from 'podio-keyring/react';")).bytes).toBeLessThan(400);
  expect((await bundled("export { itemsFilter } from 'podio-keyring/calls';")).bytes).toBeLessThan(400);
  const error = await bundled("export { PodioNotFoundError } from 'podio-keyring';");
  expect([error.bytes < 1_200, error.code.includes('grant_type')]).toEqual([true, false]);
});

test('podio-keyring says what it is, what it takes, and what it does not know', () => {
  const cli = 'node_modules/podio-keyring/dist/server/cli.js';
  const help = packed.run(process.execPath, [cli, '--help']);
  expect(help.status).toBe(0);
  for (const word of ['sandbox', 'doctor', '--public-url', '--cookie-secrets', '--podio-client-id']) expect(help.output).toContain(word);
  const wrong = packed.run(process.execPath, [cli, '--prot', '1']);
  expect([wrong.status, wrong.output]).toEqual([1, expect.stringContaining('--prot')]);
});

test('podio-keyring starts the whole thing from the packed package, and the doctor examines it', async () => {
  const [port = 0, sandboxPort = 0] = await freePorts(2);
  const cli = 'node_modules/podio-keyring/dist/server/cli.js';
  const flags = ['--port', String(port), '--sandbox-port', String(sandboxPort)];
  const child = spawn(process.execPath, [cli, ...flags], { cwd: packed.folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const printed of [child.stdout, child.stderr])
    printed.on('data', (part) => {
      output += part;
    });
  try {
    await expect.poll(() => output).toContain(`http://localhost:${port}`);
    const page = await fetch(`http://localhost:${port}/sign-in`, { headers: { accept: 'text/html' } });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<div id="root">')]);
    const openapi = (await (await fetch(`http://localhost:${port}/openapi.json`)).json()) as { info: { version: string } };
    expect(openapi.info.version).toBe(manifest.version);
    const doctor = packed.run(process.execPath, [cli, 'doctor', ...flags]);
    expect([doctor.status, doctor.output]).toEqual([0, expect.stringContaining('Nothing is wrong.')]);
  } finally {
    if (child.kill('SIGTERM')) await once(child, 'exit');
  }
  expect(child.exitCode).toBe(0);
  expect(printedSecrets(output), 'LG1 secrets that were printed').toEqual([]);
});

test('podio-keyring sandbox is the sandbox alone', async () => {
  const [port = 0] = await freePorts(1);
  const cli = 'node_modules/podio-keyring/dist/server/cli.js';
  const child = spawn(process.execPath, [cli, 'sandbox', '--port', String(port)], {
    cwd: packed.folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await expect
      .poll(() =>
        fetch(`http://localhost:${port}/_sandbox`).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200);
  } finally {
    if (child.kill('SIGTERM')) await once(child, 'exit');
  }
});
