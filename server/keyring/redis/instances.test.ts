import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Authentication, Problem } from '../../contract.ts';
import { allow } from '../../podio/sandbox-testing.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { startTestServer, type TestAnswer, TestBrowser, type TestServer } from '../../testing.ts';
import { TestRedis } from './testing.ts';

const leaseMs = 400;

let redis: TestRedis;
let sandbox: Sandbox;
/** They share the store, the sandbox and the address that people visit. */
let instances: TestServer[];
beforeAll(async () => {
  redis = await TestRedis.start();
  sandbox = await startSandbox();
  const limits = { refreshLeaseMs: leaseMs };
  const first = await startTestServer({ sandbox, settings: { redisUrl: redis.url, capacity: 500 }, limits });
  const { publicUrl } = first.settings;
  const start = () => startTestServer({ sandbox, settings: { redisUrl: redis.url, capacity: 500, publicUrl }, limits });
  instances = [first, ...(await Promise.all([start(), start()]))];
});
afterEach(async () => {
  await control('DELETE', '');
  await redis.client.flushall();
});
afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.close()));
  await sandbox.close();
  await redis.close();
});

const control = (method: string, path: string, body?: unknown) => (instances[0] as TestServer).control(method, path, body);
const tokenRequests = () => (instances[0] as TestServer).tokenRequests();
const code = (answer: { json: <T>() => T }) => answer.json<Problem>().code;
const call = (browser: TestBrowser, id: string) => browser.get(`/keyring/${id}/api/${id.replace('-', '/')}`);
const ids = async (browser: TestBrowser) =>
  (await browser.get('/keyring')).json<{ authentications: Authentication[] }>().authentications.map(({ id }) => id);

/** A browser whose requests go to the given instances in turn; to all of them, where none is given. */
function browserOf(...which: number[]): TestBrowser {
  const chosen = which.length > 0 ? which.map((index) => instances[index] as TestServer) : instances;
  return new TestBrowser((instances[0] as TestServer).settings.publicUrl, ...chosen.map(({ settings }) => settings.port));
}

/** The same browser, at one instance. */
function at(instance: number, browser: TestBrowser): TestBrowser {
  const there = browserOf(instance);
  there.cookies.push(...browser.cookies.map((cookie) => ({ ...cookie })));
  return there;
}

async function holding(...appIds: number[]): Promise<TestBrowser> {
  const browser = browserOf();
  for (const appId of appIds) expect((await browser.signInAsApp(appId)).status).toBe(201);
  return browser;
}

/** Until the sandbox has received so many requests, token requests where nothing else is said. */
async function received(count: number, path = '/oauth/token'): Promise<void> {
  for (;;) {
    const { requests } = (await control('GET', '/requests')) as { requests: { url: string }[] };
    if (requests.filter(({ url }) => url.startsWith(path)).length >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('instances that share a store', () => {
  it('serve one browser as if they were one', async () => {
    const browser = await holding(22117, 22118, 22119);
    for (let round = 0; round < 3; round++) expect(await ids(browser)).toEqual(['app-22117', 'app-22118', 'app-22119']);
    for (const id of ['app-22117', 'app-22118', 'app-22119']) expect((await call(browser, id)).status).toBe(200);
    expect(browser.cookies.map(({ name }) => name)).toEqual(['__Host-Http-sandbox-keyring']);
    expect((await browser.get('/auth/config')).json()).toMatchObject({ store: 'redis', capacity: 500 });
  });

  it('MA10 lose no authentication that two tabs add at the same moment', async () => {
    const browser = await holding(22117);
    const answers = await Promise.all([22120, 22121, 22122, 22123, 22124, 22125].map((appId) => browser.copy().signInAsApp(appId)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect((await ids(browser)).sort()).toEqual([22117, 22120, 22121, 22122, 22123, 22124, 22125].map((id) => `app-${id}`));
  });

  it('RF21 keep a change and a refresh that cross', async () => {
    const browser = await holding(22119);
    await control('POST', '/expire', {});
    await control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 150, times: 1 });
    const calling = call(at(0, browser), 'app-22119');
    await received(2);
    expect((await at(1, browser).send('PATCH', '/keyring/app-22119', { readOnly: true })).json()).toMatchObject({ readOnly: true });
    expect((await calling).status).toBe(200);
    expect((await browser.get('/keyring/app-22119')).json()).toMatchObject({ readOnly: true });
    expect((await call(browser, 'app-22119')).status).toBe(200);
    expect((await tokenRequests()).refresh_token).toBe(1);
  });
});

describe('a refresh', () => {
  it.each([false, true])('RF2 by many calls on three instances is one token request (refresh tokens rotate: %s)', async (rotates) => {
    const browser = await holding(22119);
    await control('PATCH', '/settings', { rotateRefreshTokens: rotates });
    await control('POST', '/expire', {});
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => call(at(index % 3, browser), 'app-22119')));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(answers.flatMap(({ setCookies }) => setCookies)).toEqual([]);
    expect(await tokenRequests()).toMatchObject({ refresh_token: 1, errors: 0 });
  });

  it('RF3 that takes longer than its lease is still one token request', async () => {
    const browser = await holding(22119);
    await control('POST', '/expire', {});
    await control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 4 * leaseMs, times: 1 });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => call(at(index % 3, browser), 'app-22119')));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect(await tokenRequests()).toMatchObject({ refresh_token: 1, errors: 0 });
  });

  it('RF6 that one instance made serves stragglers on another, without a token request', async () => {
    const browser = await holding(22119);
    await control('POST', '/faults', { path: '/app/22119', delayMs: 200, status: 401, body: { error: 'expired_token' }, times: 1 });
    const straggler = call(at(0, browser), 'app-22119');
    await received(2, '/app/22119');
    expect((await at(1, browser).post('/keyring/app-22119/refresh')).status).toBe(200);
    expect((await straggler).status).toBe(200);
    expect((await call(at(2, browser), 'app-22119')).status).toBe(200);
    expect((await tokenRequests()).refresh_token).toBe(1);
  });

  it('RF22 that Podio refused is asked again by no instance for a while, and ends that authentication alone', async () => {
    const browser = await holding(22191, 22119);
    await control('POST', '/expire', {});
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => call(at(index % 3, browser), 'app-22191')));
    expect(new Set(answers.map(code))).toEqual(new Set(['authentication_expired']));
    expect(code(await call(browser, 'app-22191'))).toBe('authentication_expired');
    expect((await call(browser, 'app-22119')).status).toBe(200);
    expect(await tokenRequests()).toMatchObject({ refresh_token: 1, errors: 1 });
    expect((await browser.signInAsApp(22191)).status).toBe(201);
    expect((await call(browser, 'app-22191')).status).toBe(200);
  });

  it('RF10 RF21 that Podio refused stays refused, also where the authentication was changed meanwhile', async () => {
    const browser = await holding(22191);
    await control('POST', '/expire', {});
    await control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 150, status: 400, body: { error: 'invalid_grant' }, times: 1 });
    const calling = call(at(0, browser), 'app-22191');
    await received(2);
    await at(1, browser).send('PATCH', '/keyring/app-22191', { readOnly: true });
    expect([code(await calling), code(await call(browser, 'app-22191'))]).toEqual(['authentication_expired', 'authentication_expired']);
    expect((await tokenRequests()).errors).toBe(1);
  });

  it('RF20 LO6 loses against a sign-out on another instance', async () => {
    const browser = await holding(22118, 22119);
    await control('PATCH', '/settings', { rotateRefreshTokens: true });
    await control('POST', '/expire', {});
    await control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 200, times: 1 });
    const calling = call(at(0, browser), 'app-22119');
    await received(3);
    const waiting = call(at(2, browser), 'app-22119');
    expect((await at(1, browser).delete('/keyring/app-22119')).status).toBe(204);
    const answer = await calling;
    expect([answer.status, answer.setCookies]).toEqual([200, []]);
    expect(code(await waiting)).toBe('unknown_authentication');
    for (const instance of [0, 1, 2]) expect(code(await call(at(instance, browser), 'app-22119'))).toBe('unknown_authentication');
    expect(await ids(browser)).toEqual(['app-22118']);
  });

  it('loses against a newer sign-in on another instance', async () => {
    const browser = await holding(22119);
    await control('POST', '/expire', {});
    await control('POST', '/faults', { path: '/oauth/token/v2', delayMs: 200, times: 1 });
    const calling = call(at(0, browser), 'app-22119');
    await received(2);
    await at(1, browser).signInAsApp(22119);
    const before = (await browser.get('/keyring/app-22119')).json();
    expect((await calling).status).toBe(200);
    expect((await browser.get('/keyring/app-22119')).json()).toEqual(before);
  });
});

describe('a sign-in', () => {
  const begin = async (browser: TestBrowser, body = {}) =>
    new URL((await browser.post('/auth/authorize', body)).json<{ authorizeUrl: string }>().authorizeUrl);
  /** What Podio's page sends back. */
  const allowed = async (url: URL) => ({ code: await allow(url.href, 'ada@example.com'), state: url.searchParams.get('state') });

  it('CB17 begun on one instance is finished on another, once, by the browser that began it', async () => {
    const mine = browserOf(0);
    const redirect = await allowed(await begin(mine, { returnTo: '/as/user-1/items' }));
    expect(code(await browserOf(1).post('/auth/callback', redirect))).toBe('state_mismatch');
    const posts = await Promise.all([1, 2, 1, 2].map((instance) => at(instance, mine).post('/auth/callback', redirect)));
    expect(posts.map(({ status }) => status).sort()).toEqual([201, 403, 403, 403]);
    expect(posts.find(({ status }) => status === 201)?.json()).toMatchObject({ returnTo: '/as/user-1/items' });
    expect((await tokenRequests()).authorization_code).toBe(1);
  });

  it('L3 L4 in each of five tabs succeeds, in any order, on any instance; beyond eight the oldest gives way', async () => {
    const browser = browserOf();
    const urls: URL[] = [];
    for (let tab = 0; tab < 10; tab++) urls.push(await begin(browser, { returnTo: `/as/user-1/${tab}` }));
    for (const tab of [9, 5, 7, 2, 4])
      expect((await browser.post('/auth/callback', await allowed(urls[tab] as URL))).json()).toMatchObject({
        returnTo: `/as/user-1/${tab}`,
      });
    expect(code(await browser.post('/auth/callback', await allowed(urls[1] as URL)))).toBe('state_mismatch');
    expect(await ids(browser)).toEqual(['user-1']);
  });

  it('L11 gives the keyring a name that nobody knew before, and so does one after the sign-out of all', async () => {
    const browser = browserOf();
    const redirect = await allowed(await begin(browser));
    const planted = browser.copy();
    expect((await browser.post('/auth/callback', redirect)).status).toBe(201);
    expect([await ids(browser), await ids(planted)]).toEqual([['user-1'], []]);
    const before = browser.copy();
    await browser.delete('/keyring');
    await browser.signInAsApp(22119);
    expect([await ids(browser), await ids(before)]).toEqual([['app-22119'], []]);
  });

  it('L13 that Podio refused counts on every instance', async () => {
    const wrong = { appId: 22119, appToken: 'wrong' };
    const answers = await Promise.all(Array.from({ length: 25 }, () => browserOf().post('/auth/app', wrong)));
    answers.push(await browserOf(2).post('/auth/app', wrong));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(16);
    for (const { headers } of refused) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await tokenRequests()).errors).toBe(10);
  });
});

describe('instances with other secrets', () => {
  it('KY3 sign nobody out while a new secret is taken up: first accepted by all, then used', async () => {
    const [old, fresh] = ['the-old-secret-of-all-instances-01', 'the-new-secret-of-all-instances-02'];
    const { publicUrl } = (instances[0] as TestServer).settings;
    const rollout = await Promise.all(
      [[old], [old, fresh], [fresh, old], [fresh]].map((cookieSecrets) =>
        startTestServer({ sandbox, settings: { redisUrl: redis.url, publicUrl, cookieSecrets } }),
      ),
    );
    const ports = rollout.map(({ settings }) => settings.port);
    // At each moment of a rollout instances of two neighbouring steps run beside each other.
    const browser = new TestBrowser(publicUrl, ports[0] as number);
    await browser.signInAsApp(22119);
    for (const step of [0, 1, 2]) {
      const both = new TestBrowser(publicUrl, ports[step] as number, ports[step + 1] as number);
      both.cookies.push(...browser.cookies);
      expect(await Promise.all([call(both, 'app-22119'), call(both, 'app-22119')].map(async (answer) => (await answer).status))).toEqual([
        200, 200,
      ]);
      await both.send('PATCH', '/keyring/app-22119', { readOnly: step % 2 === 0 });
      await both.send('PATCH', '/keyring/app-22119', { readOnly: step % 2 === 0 }); // the newer of the two seals the cookie anew
      browser.cookies.splice(0, 9, ...both.cookies);
    }
    const late = new TestBrowser(publicUrl, ports[3] as number);
    late.cookies.push(...browser.cookies);
    expect(await ids(late)).toEqual(['app-22119']);
    const wrong = new TestBrowser(publicUrl, ports[0] as number);
    wrong.cookies.push(...browser.cookies);
    expect(await ids(wrong)).toEqual([]);
    expect((rollout[0] as TestServer).log()).toContain('unknown_key');
    await Promise.all(rollout.map((instance) => instance.close()));
  });
});

describe('instances without a store', () => {
  let pair: TestServer[];
  beforeAll(async () => {
    const first = await startTestServer({ sandbox });
    pair = [first, await startTestServer({ sandbox, settings: { publicUrl: first.settings.publicUrl } })];
  });
  afterAll(async () => {
    await Promise.all(pair.map((instance) => instance.close()));
  });

  /** Two calls at the moment when the token has ended, one at each instance; `faults` befall their token requests. */
  async function race(settings: object, ...faults: object[]) {
    const [first, second] = pair as [TestServer, TestServer];
    const browser = new TestBrowser(first.settings.publicUrl, first.settings.port, second.settings.port);
    for (const appId of [22118, 22119]) await browser.signInAsApp(appId);
    await control('PATCH', '/settings', settings);
    await control('POST', '/expire', {});
    for (const fault of faults) await control('POST', '/faults', { path: '/oauth/token/v2', times: 1, ...fault });
    return { browser, answers: await Promise.all([call(browser, 'app-22119'), call(browser, 'app-22119')]) };
  }

  it('RF7 may refresh at the same moment: where Podio keeps the refresh token, both succeed, by two token requests', async () => {
    const { browser, answers } = await race({}, { delayMs: 100 }, { delayMs: 100 });
    expect(answers.map(({ status, setCookies }) => [status, setCookies.length])).toEqual([
      [200, 1],
      [200, 1],
    ]);
    for (let turn = 0; turn < 4; turn++) expect((await call(browser, 'app-22119')).status).toBe(200);
    expect(await tokenRequests()).toMatchObject({ refresh_token: 2, errors: 0 });
  });

  it('RF7 where it rotates, the loser clears no cookie: the browser has the newer one from the winner and goes on, at both', async () => {
    const refused = { delayMs: 50, status: 400, body: { error: 'invalid_grant' } };
    const { browser, answers } = await race({ rotateRefreshTokens: true }, { delayMs: 50 }, refused);
    const lost = answers.find(({ status }) => status === 401) as TestAnswer;
    expect([code(lost), lost.setCookies]).toEqual(['authentication_expired', []]);
    expect(answers.find(({ status }) => status === 200)?.setCookies).toHaveLength(1);
    for (let turn = 0; turn < 4; turn++) expect((await call(browser, 'app-22119')).status).toBe(200);
    expect([await ids(browser), (await tokenRequests()).refresh_token]).toEqual([['app-22118', 'app-22119'], 1]);
  });

  it('RF25 where it also takes a second use for a theft, that authentication has to be signed in again; the others live', async () => {
    const { browser } = await race({ rotateRefreshTokens: true }, { delayMs: 50 }, { delayMs: 50 });
    expect(code(await call(browser, 'app-22119'))).toBe('authentication_expired');
    for (let turn = 0; turn < 2; turn++) expect((await call(browser, 'app-22118')).status).toBe(200);
    expect((await browser.signInAsApp(22119)).status).toBe(201);
    for (let turn = 0; turn < 2; turn++) expect((await call(browser, 'app-22119')).status).toBe(200);
  });
});
