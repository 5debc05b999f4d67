import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, TestBrowser, type TestServer } from '../testing.ts';

const [old, fresh] = ['the secret of last year, in 32 characters', 'the secret of this year, in 32 characters'];
/** As the secrets of two instances stand while a new one is rolled out: accept first, then use, then drop the old one. */
const steps = [
  ['before', [old], [old]],
  ['the first instance accepts', [old, fresh], [old]],
  ['both accept', [old, fresh], [old, fresh]],
  ['the first instance uses', [fresh, old], [old, fresh]],
  ['both use', [fresh, old], [fresh, old]],
] as const;

let sandbox: TestServer;
let servers: Map<string, TestServer>;
beforeAll(async () => {
  sandbox = await startTestServer();
  const { apiUrl, publicUrl } = sandbox.settings;
  const orders = [[old], [old, fresh], [fresh, old], [fresh]];
  servers = new Map(
    await Promise.all(
      orders.map(async (cookieSecrets) => {
        const server = await startTestServer({ settings: { apiUrl, publicUrl, cookieSecrets } });
        return [cookieSecrets.join(), server] as const;
      }),
    ),
  );
});
afterAll(async () => {
  await Promise.all([sandbox, ...servers.values()].map((server) => server.close()));
});

const portOf = (secrets: readonly string[]) => (servers.get(secrets.join()) as TestServer).settings.port;

/** The same browser, whose next requests an instance with these secrets answers. */
function moved(browser: TestBrowser, secrets: readonly string[]): TestBrowser {
  const here = new TestBrowser(sandbox.url, portOf(secrets));
  here.cookies.push(...browser.cookies);
  return here;
}

const statuses = async (browser: TestBrowser) => [
  (await browser.get('/keyring/app-22118')).status,
  (await browser.get('/keyring/app-22119/api/app/22119')).status,
];

describe('a new secret that is rolled out over two instances', () => {
  it('KY3 signs nobody out at any step, whichever instance wrote the cookies and whichever reads them', async () => {
    const browser = new TestBrowser(sandbox.url, portOf([old]));
    for (const appId of [22118, 22119]) expect((await browser.signInAsApp(appId)).status).toBe(201);
    let here = browser;
    for (const [step, one, other] of steps)
      for (const secrets of [one, other]) {
        here = moved(here, secrets);
        expect([step, await statuses(here)]).toEqual([step, [200, 200]]);
        expect((await here.signInAsApp(22119)).status).toBe(201); // its cookies are now this instance's
      }
  });

  it('KY1 KY3 after it those are still signed in who were there meanwhile, and nobody else', async () => {
    const [stayed, away] = [new TestBrowser(sandbox.url, portOf([old])), new TestBrowser(sandbox.url, portOf([old]))];
    for (const browser of [stayed, away]) for (const appId of [22118, 22119]) await browser.signInAsApp(appId);
    const meanwhile = moved(stayed, [fresh, old]);
    for (const appId of [22118, 22119]) expect((await meanwhile.post(`/keyring/app-${appId}/refresh`)).status).toBe(200);
    expect((await meanwhile.send('PATCH', '/keyring/app-22118', { readOnly: true })).status).toBe(200);
    expect(await statuses(moved(meanwhile, [fresh]))).toEqual([200, 200]);
    expect(await statuses(moved(away, [fresh]))).toEqual([401, 401]);
  });
});
