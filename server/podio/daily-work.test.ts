import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it, onTestFinished, vi } from 'vitest';
import { startSandbox } from '../sandbox/sandbox.ts';
import { PodioClient } from './client.ts';
import { PodioAuthorizationError, PodioConnectionError, PodioInvalidGrantError, PodioNotFoundError } from './errors.ts';
import { appToken, sandboxFor, type TestPodio, thrownBy } from './sandbox-testing.ts';
import type { Item, ItemList, UserStatus } from './types.ts';

const { startPodio } = sandboxFor(startSandbox);

async function asApp(podio: TestPodio, appId = 22117): Promise<PodioClient> {
  const client = podio.client();
  await client.authenticateWithApp(appId, appToken(appId));
  return client;
}

async function asAda(podio: TestPodio): Promise<PodioClient> {
  const client = podio.client();
  await client.authenticateWithPassword('ada@example.com', 'sandbox');
  return client;
}

const calls = async (podio: TestPodio, path: string) => (await podio.requests()).filter(({ url }) => url.startsWith(path));

describe('typed calls', () => {
  it('answer with the body alone, in the form that Podio documents', async () => {
    const client = await asAda(await startPodio());
    const status = await client.users.status();
    expectTypeOf(status).toEqualTypeOf<UserStatus>();
    expect(status.profile.name).toBe('Ada Lovelace');
    const list = await client.items.filter(22117, { limit: 2 });
    expectTypeOf(list).toEqualTypeOf<ItemList>();
    expect([list.total, list.items.length]).toEqual([64, 2]);
    expect(await client.items.count(22117)).toEqual({ count: 64 });
  });

  it('write an item, a comment and a task, and take them away', async () => {
    const client = await asAda(await startPodio());
    const { item_id } = await client.items.create(22117, { fields: { title: 'Typed' } });
    expect(await client.items.update(item_id, { fields: { title: 'Typed twice' } }, { silent: true })).toMatchObject({ revision: 1 });
    const comment = await client.comments.create('item', item_id, { value: 'hello' });
    expect((await client.comments.list('item', item_id)).map(({ comment_id }) => comment_id)).toEqual([comment.comment_id]);
    const task = await client.tasks.create({ text: 'Call', ref_type: 'item', ref_id: item_id, responsible: 1 });
    await client.tasks.complete(task.task_id);
    expect(await client.tasks.get(task.task_id)).toMatchObject({ status: 'completed' });
    await client.items.delete(item_id);
    const gone = await thrownBy(client.items.get(item_id));
    expect(gone).toMatchObject({ name: 'PodioGoneError', status: 410 });
  });

  it('of two clients keep apart', async () => {
    const podio = await startPodio();
    const [projects, leads] = [await asApp(podio, 22117), await asApp(podio, 22118)];
    const names = await Promise.all([projects.apps.get(22117), leads.apps.get(22118)]);
    expect(names.map(({ config }) => config.name)).toEqual(['Projects', 'Leads']);
  });

  it('stop when their signal says so', async () => {
    const podio = await startPodio();
    const client = await asApp(podio);
    await podio.control('PATCH', '/settings', { latencyMs: 60_000 });
    const stop = new AbortController();
    const call = thrownBy(client.items.filter(22117, {}, { signal: stop.signal }));
    stop.abort(new Error('enough'));
    expect(await call).toEqual(new Error('enough'));
  });
});

describe('all items of an app', () => {
  it('come one by one over as many pages as it takes, oldest first, each once', async () => {
    const podio = await startPodio();
    const client = await asApp(podio, 22119);
    const ids: number[] = [];
    for await (const item of client.items(22119)) {
      expectTypeOf(item).toEqualTypeOf<Item>();
      ids.push(item.app_item_id);
    }
    expect(ids).toHaveLength(1204);
    expect(new Set(ids).size).toBe(1204);
    expect(await calls(podio, '/item/app/22119/filter')).toHaveLength(3);
  });

  it('are filtered, and no page is read that nobody asks for', async () => {
    const podio = await startPodio();
    const client = await asApp(podio);
    const some: Item[] = [];
    for await (const item of client.items(22117, { limit: 10, sort_by: 'title', sort_desc: false })) {
      some.push(item);
      if (some.length === 15) break;
    }
    const titles = some.map(({ title }) => title);
    expect(titles).toEqual([...titles].sort());
    expect(await calls(podio, '/item/app/22117/filter')).toHaveLength(2);
  });

  it('begin where the filter says, and end at once where there are none', async () => {
    const podio = await startPodio();
    const client = await asApp(podio);
    const rest: number[] = [];
    for await (const { app_item_id } of client.items(22117, { offset: 60 })) rest.push(app_item_id);
    expect(rest).toHaveLength(4);
    const empty = await asApp(podio, 22190);
    for await (const _ of empty.items(22190)) expect.unreachable('the app is empty');
  });

  it('refresh an expired token between two pages', async () => {
    const podio = await startPodio();
    const client = await asApp(podio);
    let seen = 0;
    for await (const _ of client.items(22117, { limit: 40 })) if (++seen === 40) await podio.control('POST', '/expire', {});
    expect(seen).toBe(64);
    expect(await podio.tokenCounts()).toMatchObject({ app: 1, refresh_token: 1 });
  });
});

describe('files', () => {
  it('go up from bytes, a Blob or a path, and come down as a stream of the same bytes', async () => {
    const client = await asAda(await startPodio());
    const folder = mkdtempSync(join(tmpdir(), 'podio-upload-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'from-disk.txt'), 'from disk');
    const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
    const files = [
      await client.upload(bytes, { filename: 'bytes.bin' }),
      await client.upload(new File(['a file'], 'named.txt')),
      await client.upload(join(folder, 'from-disk.txt')),
    ];
    expect(files.map(({ name, size }) => [name, size])).toEqual([
      ['bytes.bin', 300_000],
      ['named.txt', 6],
      ['from-disk.txt', 9],
    ]);
    const download = await client.download(files[0]?.file_id ?? 0);
    expect(download.size).toBe(300_000);
    const parts: Uint8Array[] = [];
    for await (const part of download.body) parts.push(part);
    expect(parts.length).toBeGreaterThan(1);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });

  it('need a name where the bytes have none', async () => {
    const client = await asAda(await startPodio());
    expect(await thrownBy(client.upload(new Uint8Array(1)))).toBeInstanceOf(TypeError);
  });

  it('go up with a token that was refreshed first, where it might end on the way', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const podio = await startPodio({ accessTokenTtlSeconds: 3_000 });
    const client = await asAda(podio);
    vi.setSystemTime(Date.now() + 2_750_000);
    await client.users.status();
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: 0 });
    await client.upload(new File(['x'], 'x.txt'));
    expect(await podio.tokenCounts()).toMatchObject({ password: 1, refresh_token: 1 });
    expect((await calls(podio, '/file')).map(({ status }) => status)).toEqual([200]);
  });

  it('are opened again after a refresh that Podio asks for', async () => {
    const podio = await startPodio();
    const client = await asAda(podio);
    const { file_id } = await client.upload(new File(['again'], 'x.txt'));
    await podio.control('POST', '/expire', {});
    expect(await new Response((await client.download(file_id)).body).text()).toBe('again');
  });

  it('that are not there are an error of their kind, and so is a lost sign-in', async () => {
    const podio = await startPodio();
    const client = await asAda(podio);
    expect(await thrownBy(client.download(987_654_321))).toBeInstanceOf(PodioNotFoundError);
    expect(await podio.tokenCounts()).toMatchObject({ refresh_token: 0 });
    expect(await thrownBy(podio.client().download(1))).toBeInstanceOf(PodioAuthorizationError);
  });

  it('do not come where Podio renews nothing, and the client is no longer authenticated', async () => {
    const podio = await startPodio();
    const client = await asAda(podio);
    await podio.control('POST', '/revoke', {});
    expect(await thrownBy(client.download(1))).toBeInstanceOf(PodioInvalidGrantError);
    expect(await client.isAuthenticated()).toBe(false);
  });

  it('that stop halfway end with an error, never as if they were whole', async () => {
    const tokens = {
      access_token: 'a',
      refresh_token: 'r',
      expires_in: 3600,
      ref: { type: 'app', id: 1 },
      scope: 'all',
      token_type: 'bearer',
    };
    const server = createServer((request, response) => {
      if (request.method === 'POST') return void response.setHeader('content-type', 'application/json').end(JSON.stringify(tokens));
      response.writeHead(200, { 'content-length': 100 });
      response.write('only the beginning', () => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const client = new PodioClient({ clientId: 'c', clientSecret: 's', apiUrl: `http://127.0.0.1:${port}` });
    await client.authenticateWithApp(1, 'token');
    const { body } = await client.download(1);
    expect(await thrownBy(new Response(body).text())).toBeInstanceOf(PodioConnectionError);
  });

  it('stop when their signal says so, also halfway', async () => {
    const podio = await startPodio();
    const client = await asAda(podio);
    const { file_id } = await client.upload(new Uint8Array(4_000_000), { filename: 'large.bin' });
    const stop = new AbortController();
    const { body } = await client.download(file_id, { signal: stop.signal });
    const reader = body.getReader();
    await reader.read();
    stop.abort(new Error('enough'));
    const rest = async () => {
      while (!(await reader.read()).done);
    };
    expect(await thrownBy(rest())).toEqual(new Error('enough'));
  });
});
