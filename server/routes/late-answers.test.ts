import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Authentication, Problem } from '../contract.ts';
import { ScriptedPodio } from '../proxied-call/testing.ts';
import { startTestServer, type TestBrowser, type TestServer } from '../testing.ts';

let podio: ScriptedPodio;
let server: TestServer;
let time = Date.now();
beforeAll(async () => {
  podio = await ScriptedPodio.start();
  server = await startTestServer({ settings: { apiUrl: podio.url }, now: () => time });
});
afterEach(() => podio.reset());
afterAll(async () => {
  await server.close();
  await podio.close();
});

const hour = 3600 * 1000;
const code = (answer: { json: <T>() => T }) => answer.json<Problem>().code;
const call = (browser: TestBrowser, id: string) => browser.get(`/keyring/${id}/api/x`);
const tokenOf = (browser: TestBrowser, id: string) => browser.cookies.find(({ path }) => path === `/keyring/${id}`)?.value;
const ids = async (browser: TestBrowser) =>
  (await browser.get('/keyring')).json<{ authentications: Authentication[] }>().authentications.map(({ id }) => id);

async function holding(...appIds: number[]): Promise<TestBrowser> {
  const browser = server.browser();
  for (const appId of appIds) expect((await browser.signInAsApp(appId)).status).toBe(201);
  return browser;
}

/** Holds back what `gate` is put in front of; `reached` resolves when something waits there. */
function gate() {
  let reach: () => void = () => undefined;
  let open: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const pass = () => {
    reach();
    return opened;
  };
  return { pass, reached, open };
}

/** What the answers to requests from before do to a browser that went on meanwhile. */
function deliver(browser: TestBrowser, ...answers: { setCookies: string[] }[]): void {
  for (const { setCookies } of answers) for (const cookie of setCookies) browser.store(cookie);
}

describe('a sign-in that took long', () => {
  it('CB18 brings nothing back that was signed out of meanwhile', async () => {
    const browser = await holding(22118, 22119);
    const before = browser.copy();
    const podioSide = gate();
    podio.beforeGrant = podioSide.pass;
    const signingIn = before.signInAsApp(22120);
    await podioSide.reached;
    expect((await browser.delete('/keyring')).status).toBe(204);
    podioSide.open();
    const late = await signingIn;
    expect(late.status).toBe(201);
    deliver(browser, late);
    expect(await ids(browser)).toEqual(['app-22120']);
    expect((await call(browser, 'app-22120')).status).toBe(200);
    const planted = browser.copy();
    planted.cookies.push({
      name: '__Secure-sandbox-authentication',
      path: '/keyring/app-22120',
      value: tokenOf(before, 'app-22119') ?? '',
    });
    expect(code(await call(planted, 'app-22119'))).toBe('unknown_authentication');
  });

  it('CB18 keeps those that nobody signed out of', async () => {
    const browser = await holding(22118, 22119);
    const podioSide = gate();
    podio.beforeGrant = podioSide.pass;
    const signingIn = browser.copy().signInAsApp(22120);
    await podioSide.reached;
    await browser.delete('/keyring/app-22118');
    podioSide.open();
    deliver(browser, await signingIn);
    expect(await ids(browser)).toEqual(['app-22119', 'app-22120']);
    for (const id of ['app-22119', 'app-22120']) expect((await call(browser, id)).status).toBe(200);
  });

  it('CB18 as an app of a person who signed out meanwhile does not bring the person back', async () => {
    const browser = server.browser();
    podio.granted = { ref: { type: 'user', id: 1 } };
    expect((await browser.signInAsAda()).status).toBe(201);
    podio.granted = {};
    podio.answer = (_request, response) => response.end('{"token":"an-app-token"}');
    const podioSide = gate();
    podio.beforeGrant = podioSide.pass;
    const adding = browser.copy().post('/keyring/user-1/apps', { appId: 22119 });
    await podioSide.reached;
    await browser.delete('/keyring/user-1');
    podioSide.open();
    const added = await adding;
    expect(added.status).toBe(201);
    deliver(browser, added);
    expect(await ids(browser)).toEqual(['app-22119']);
  });
});

describe('a change that was on its way', () => {
  it.each(['the change', 'the sign-out'])(
    'MA11 of what is signed out of at the same moment: it is gone, also where %s answers last',
    async (last) => {
      const browser = await holding(22118, 22119);
      const stale = browser.copy();
      const gone = await browser.copy().delete('/keyring/app-22119');
      const changed = await stale.send('PATCH', '/keyring/app-22119', { readOnly: true });
      expect([changed.status, code(changed), changed.setCookies]).toEqual([401, 'unknown_authentication', []]);
      deliver(browser, ...(last === 'the change' ? [gone, changed] : [changed, gone]));
      expect(await ids(browser)).toEqual(['app-22118']);
    },
  );

  it('MA11 of another authentication does not bring back the one that is gone', async () => {
    const browser = await holding(22118, 22119);
    const stale = browser.copy();
    await browser.delete('/keyring/app-22119');
    deliver(browser, await stale.send('PATCH', '/keyring/app-22118', { readOnly: true }));
    expect(await ids(browser)).toEqual(['app-22118']);
    expect((await browser.get('/keyring/app-22118')).json()).toMatchObject({ readOnly: true });
  });

  it('LO7 a sign-out whose answer was lost is done by the next one', async () => {
    const browser = await holding(22118, 22119);
    await browser.copy().delete('/keyring/app-22119');
    const again = await browser.delete('/keyring/app-22119');
    expect([again.status, again.setCookies.length]).toEqual([204, 2]);
    expect(await ids(browser)).toEqual(['app-22118']);
  });
});

describe('an answer that took long', () => {
  it('CK15 does not put its tokens over those that followed meanwhile', async () => {
    const browser = await holding(22119);
    time += 8 * hour;
    const podioSide = gate();
    podio.answer = async (_request, response) => {
      await podioSide.pass();
      response.end('slow');
    };
    const slow = browser.copy().get('/keyring/app-22119/api/slow');
    await podioSide.reached;
    deliver(browser, await browser.copy().post('/keyring/app-22119/refresh'));
    time += 1000;
    deliver(browser, await browser.post('/keyring/app-22119/refresh'));
    const newest = (await browser.get('/keyring/app-22119')).json();
    podioSide.open();
    const late = await slow;
    expect(late.setCookies).toHaveLength(1);
    deliver(browser, late);
    podio.reset();
    time += 120_000;
    expect((await browser.get('/keyring/app-22119')).json()).toEqual(newest);
  });

  it('CK15 does not put its tokens over those of a newer sign-in', async () => {
    const browser = await holding(22119);
    time += 8 * hour;
    const podioSide = gate();
    podio.answer = async (_request, response) => {
      await podioSide.pass();
      response.end('slow');
    };
    const slow = browser.copy().get('/keyring/app-22119/api/slow');
    await podioSide.reached;
    podio.answer = (_request, response) => response.end('{}');
    expect((await browser.signInAsApp(22119)).status).toBe(201);
    time += 5 * 60_000;
    podioSide.open();
    expect((await slow).setCookies).toEqual([]);
    expect((await call(browser, 'app-22119')).status).toBe(200);
  });

  it('a sign-in whose answer never reached the browser leaves the one from before as it was, with refreshed tokens too', async () => {
    const browser = await holding(22119);
    await browser.copy().signInAsApp(22119);
    time += 8 * hour;
    const answer = await call(browser, 'app-22119');
    expect([answer.status, answer.setCookies.length]).toEqual([200, 1]);
    expect((await call(browser, 'app-22119')).setCookies).toEqual([]);
  });
});
