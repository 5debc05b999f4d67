import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { allOfShape } from '../shapes/shapes.ts';
import { type TestCaller, TestSandbox } from '../testing.ts';

/** A program that hooks tell things. */
class Listener {
  readonly server: Server;
  readonly #received: Record<string, string>[] = [];

  constructor() {
    this.server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      this.#received.push(Object.fromEntries(new URLSearchParams(body)));
      response.end();
      this.server.emit('received');
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  async next(): Promise<Record<string, string>> {
    while (this.#received.length === 0) await once(this.server, 'received');
    return this.#received.shift() ?? {};
  }

  get pending(): number {
    return this.#received.length;
  }
}

describe('hooks', () => {
  let sandbox: TestSandbox;
  let bugs: TestCaller;
  let listener: Listener;
  let url: string;
  beforeEach(async () => {
    sandbox = new TestSandbox();
    bugs = await sandbox.asApp(22119);
    listener = new Listener();
    url = await listener.listen();
  });
  afterEach(() => {
    sandbox.state.deliveries.stop();
    listener.server.closeAllConnections();
    listener.server.close();
  });

  async function activeHook(type: string, ref = 'app/22119', caller = bugs): Promise<number> {
    const { hook_id } = await caller.write('POST', `/hook/${ref}/`, { url, type });
    await caller.write('POST', `/hook/${hook_id}/verify/request`);
    const { code } = await listener.next();
    await caller.write('POST', `/hook/${hook_id}/verify/validate`, { code });
    return hook_id;
  }

  it('prove that somebody is there before they are told anything', async () => {
    const { hook_id } = await bugs.write('POST', '/hook/app/22119/', { url, type: 'item.create' });
    expect(allOfShape('hook', await bugs.read('/hook/app/22119/'))).toMatchObject([
      { hook_id, status: 'inactive', type: 'item.create', url },
    ]);
    await bugs.write('POST', `/hook/${hook_id}/verify/request`);
    const message = await listener.next();
    expect(message).toEqual({ hook_id: String(hook_id), type: 'hook.verify', code: expect.any(String) });
    expect((await bugs.post(`/hook/${hook_id}/verify/validate`, { code: 'guess' })).statusCode).toBe(400);
    expect((await bugs.post(`/hook/${hook_id}/verify/validate`, { code: message.code })).statusCode).toBe(204);
    expect((await bugs.read('/hook/app/22119/'))[0].status).toBe('active');
  });

  it('are told what happens, and no more once they are removed', async () => {
    const hookId = await activeHook('item.update');
    const { item_id } = await bugs.write('POST', '/item/app/22119/', { fields: { title: 'x' } });
    await bugs.write('PUT', `/item/${item_id}?hook=false`, { fields: { title: 'quietly' } });
    await bugs.write('PUT', `/item/${item_id}`, { fields: { title: 'y' } });
    expect(await listener.next()).toMatchObject({
      hook_id: String(hookId),
      type: 'item.update',
      item_id: String(item_id),
      app_id: '22119',
    });
    expect((await bugs.delete(`/hook/${hookId}`)).statusCode).toBe(204);
    await bugs.write('PUT', `/item/${item_id}`, { fields: { title: 'z' } });
    expect(sandbox.state.deliveries.list().filter(({ form }) => form.type === 'item.update')).toHaveLength(1);
  });

  it('of a workspace hear of all its apps, and are for its administrators', async () => {
    const ada = await sandbox.asUser('ada');
    await activeHook('comment.create', 'space/4001', ada);
    const itemId = (await bugs.read('/app/22119/item/1')).item_id;
    const { comment_id } = await bugs.write('POST', `/comment/item/${itemId}/`, { value: 'hi' });
    expect(await listener.next()).toMatchObject({ type: 'comment.create', item_id: String(itemId), comment_id: String(comment_id) });
    expect((await (await sandbox.asUser('grace')).post('/hook/space/4001/', { url, type: 'item.create' })).statusCode).toBe(403);
    expect((await (await sandbox.asUser('grace')).post('/hook/app/22119/', { url, type: 'item.create' })).statusCode).toBe(403);
    expect((await bugs.post('/hook/app/22117/', { url, type: 'item.create' })).statusCode).toBe(403);
  });

  it.each([
    'http://example.com/hook',
    'http://10.0.0.1/hook',
    'http://localhost.example.com/',
    'http://127.0.0.1.example.com/',
    'http://hook.localhost/',
  ])('at %s are told nothing: nothing leaves this machine', async (foreign) => {
    const { hook_id } = await bugs.write('POST', '/hook/app/22119/', { url: foreign, type: 'item.create' });
    await bugs.write('POST', `/hook/${hook_id}/verify/request`);
    expect((await sandbox.control('GET', '/deliveries')).json().deliveries).toMatchObject([
      { url: foreign, status: null, error: 'not delivered: the sandbox delivers to loopback addresses only' },
    ]);
  });

  it('remember at most 100 deliveries', async () => {
    const { hook_id } = await bugs.write('POST', '/hook/app/22119/', { url: 'http://example.com/', type: 'item.create' });
    for (let calls = 0; calls < 110; calls += 1) await bugs.write('POST', `/hook/${hook_id}/verify/request`);
    expect(sandbox.state.deliveries.list()).toHaveLength(100);
  });

  it('hear nothing more than a post: a redirect is not followed, and who is not there is named', async () => {
    const asked: string[] = [];
    listener.server.removeAllListeners('request').on('request', ({ url: path }, response) => {
      asked.push(path ?? '');
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    const gone = new Listener();
    const nobody = await gone.listen();
    await new Promise((resolve) => gone.server.close(resolve));
    for (const address of [url, nobody]) {
      const { hook_id } = await bugs.write('POST', '/hook/app/22119/', { url: address, type: 'item.create' });
      await bugs.write('POST', `/hook/${hook_id}/verify/request`);
    }
    await vi.waitFor(() =>
      expect(sandbox.state.deliveries.list()).toMatchObject([
        { status: 307, error: null },
        { status: null, error: expect.stringContaining('ECONNREFUSED') },
      ]),
    );
    expect(asked).toEqual(['/hook']);
  });

  it('are told at most a hundred things at a time, for as long as nobody answers, and a reset ends these', async () => {
    listener.server.removeAllListeners('request');
    const { hook_id } = await bugs.write('POST', '/hook/app/22119/', { url, type: 'item.create' });
    for (let calls = 0; calls < 101; calls += 1) await bugs.write('POST', `/hook/${hook_id}/verify/request`);
    const { deliveries } = sandbox.state;
    expect(deliveries.list().at(-1)).toMatchObject({ error: 'not delivered: too many deliveries are under way' });
    expect(deliveries.list().at(-2)).toMatchObject({ error: null, status: null });
    await sandbox.control('DELETE', '');
    await vi.waitFor(() => expect(deliveries.list().at(-2)).toMatchObject({ error: 'the sandbox stopped' }));
    expect(sandbox.state.deliveries.list()).toEqual([]);
  });

  it.each([
    { url: 'no', type: 'item.create' },
    { url: 'ftp://localhost/', type: 'item.create' },
    { url: 'http://localhost/', type: 'item.eat' },
  ])('refuse %j', async (body) => {
    expect((await bugs.post('/hook/app/22119/', body)).statusCode).toBe(400);
  });
});
