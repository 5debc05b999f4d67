import type { Page } from '@playwright/test';
import { expect, test as own } from './fixtures.ts';
import { OtherSite } from './support/other-site.ts';
import { addAuthentications, apps } from './support/sign-in.ts';

const test = own.extend<{ elsewhere: OtherSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
  elsewhere: async ({}, use) => {
    const site = await OtherSite.start();
    await use(site);
    await site.end();
  },
});

/** Directives of the policy that the page broke so far. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => broken.push(effectiveDirective));
  });
  return () => page.evaluate(() => (window as unknown as { broken: string[] }).broken);
}

test('BR1 a script in the page reads no credential: not from storage, cookies, caches, or any answer', async ({ page, trouble }) => {
  trouble.declare(/status of 4\d\d/);
  await addAuthentications(page, ['ada', apps.bugs]);
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  // Whatever these bring is searched for every token that was ever given out when the test ends, as all else the page holds.
  const seen = await page.evaluate(async () => {
    const text = async (method: string, path: string, body?: object) => {
      const init = { method, ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) };
      const answer = await fetch(path, init);
      return `${answer.status} ${await answer.text()}`;
    };
    const api = '/keyring/app-22119/api';
    return {
      cookie: document.cookie,
      caches: await caches.keys(),
      databases: await indexedDB.databases(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      window: Object.keys(window).filter((name) => /token|secret|auth/i.test(name)),
      own: await Promise.all([text('GET', '/auth/config'), text('GET', '/keyring'), text('GET', '/keyring/app-22119')]),
      flow: await text('POST', '/auth/authorize', {}),
      refreshed: await text('POST', '/keyring/app-22119/refresh'),
      definition: await text('GET', `${api}/app/22119`),
      refused: await Promise.all(
        [`${api}/oauth/token`, `${api}/%6fauth/token/v2`, `${api}/app/22119/token`, `${api}/_sandbox/issued`, '/sandbox/issued'].map(
          (path) => text('GET', path),
        ),
      ),
    };
  });
  expect([seen.cookie, seen.caches, seen.databases, seen.workers, seen.window]).toEqual(['', [], [], 0, []]);
  expect([...seen.own, seen.flow, seen.refreshed, seen.definition].map((answer) => answer.slice(0, 2))).toEqual(Array(6).fill('20'));
  expect(seen.refused.map((answer) => answer.slice(0, 3))).toEqual(Array(5).fill('403'));
  // Nor can it plant a cookie of ours (draft-ietf-httpbis-layered-cookies: only an answer may set __Host-Http-).
  const planted = await page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: that it does not work is what is looked at
    document.cookie = '__Host-Http-sandbox-keyring=planted; Path=/; Secure';
    return document.cookie;
  });
  expect(planted).toBe('');
});

test('BR2 BR3 BR4 BR5 BR9 such a script sends nothing elsewhere, frames no sign-in, and brings no script of its own', async ({
  page,
  product,
  elsewhere,
  trouble,
}) => {
  trouble.declare(/policy|Policy|Trusted|TrustedHTML|TrustedScript/);
  await page.goto('/sign-in');
  const broken = await watchPolicy(page);
  const threw = await page.evaluate(
    async ({ there, authorize }) => {
      const name = (error: unknown) => (error as Error).name;
      const attempt = (act: () => unknown) => {
        try {
          return act() instanceof Promise ? 'promised' : 'done';
        } catch (error) {
          return name(error);
        }
      };
      const loads = (element: HTMLElement) =>
        new Promise((resolve) => {
          element.addEventListener('error', () => resolve('refused'));
          element.addEventListener('load', () => resolve('loaded'));
          document.body.append(element);
        });
      const element = document.createElement('p');
      const script = document.createElement('script');
      const frame = Object.assign(document.createElement('iframe'), { src: authorize });
      const form = Object.assign(document.createElement('form'), { action: there, method: 'post' });
      document.body.append(element, frame, form);
      form.submit();
      // Out of reach of the tool that runs this: it may evaluate text where a page may not.
      const evaluated = await new Promise((resolve) =>
        setTimeout(() => {
          // biome-ignore lint/security/noGlobalEval: that it does not work is what is looked at
          resolve(attempt(() => eval('1')));
        }),
      );
      return {
        fetch: await fetch(there).catch(name),
        image: await loads(Object.assign(new Image(), { src: `${there}/image` })),
        socket: attempt(() => new WebSocket(there.replace('http', 'ws'))),
        beacon: attempt(() => navigator.sendBeacon(`${there}/beacon`, 'x')),
        html: attempt(() => Object.assign(element, { innerHTML: '<b>x</b>' })),
        write: attempt(() => document.write('<b>x</b>')),
        handler: attempt(() => element.setAttribute('onclick', 'alert(1)')),
        text: attempt(() => Object.assign(script, { textContent: 'globalThis.ran = true' })),
        source: attempt(() => Object.assign(script, { src: `${there}/x.js` })),
        evaluated,
        worker: await new Promise((resolve) => resolve(navigator.serviceWorker.register('/keyring/app-1/api/x.js'))).catch(name),
        blob: attempt(() => new Worker(URL.createObjectURL(new Blob(['1'])))),
      };
    },
    { there: elsewhere.url, authorize: `${product.sandboxUrl}/oauth/authorize?client_id=sandbox` },
  );
  expect(threw).toMatchObject({ fetch: 'TypeError', image: 'refused', html: 'TypeError', write: 'TypeError', handler: 'TypeError' });
  expect(threw).toMatchObject({ text: 'TypeError', source: 'TypeError', worker: 'TypeError', blob: 'TypeError' });
  expect(threw.evaluated).toBe('EvalError');
  await expect
    .poll(broken)
    .toEqual(expect.arrayContaining(['connect-src', 'img-src', 'form-action', 'frame-src', 'require-trusted-types-for']));
  expect(elsewhere.reached).toEqual([]);
  expect(await product.podioRequests('GET', '/oauth/authorize')).toEqual([]);
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  await page.evaluate(() => {
    location.href = 'javascript:globalThis.ran = true';
  });
  await expect.poll(broken).toEqual(expect.arrayContaining(['script-src-elem']));
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
});

test('BR13 the password form is never sent by the browser itself, and never with the password in an address', async ({ page, trouble }) => {
  trouble.declare(/form-action/);
  await page.goto('/sign-in/password');
  await page.getByRole('textbox', { name: 'Email address' }).fill('ada@example.com');
  await page.getByLabel('Password', { exact: true }).fill('a-password');
  const broken = await watchPolicy(page);
  await page.evaluate(() => HTMLFormElement.prototype.submit.call(document.forms[0]));
  await expect.poll(broken).toEqual(['form-action']);
  // Asked at once: the tool's own ways to ask wait for the navigation that was refused.
  const left = await page.evaluate(() => [location.pathname + location.search, document.forms[0]?.querySelector('input')?.value]);
  expect(left).toEqual(['/sign-in/password', 'ada@example.com']);
});

test('CS10 CS11 BR10 BR11 another site links here as any does, but frames nothing, calls nothing and keeps no hold of the window', async ({
  page,
  product,
  elsewhere,
  trouble,
}) => {
  trouble.declare(/./); // the browser says of each attempt why it came to nothing
  await addAuthentications(page, [apps.bugs]);
  const call = `${product.url}/keyring/app-22119/api/app/22119`;
  elsewhere.show(`
    <iframe src="${product.url}/as/app-22119"></iframe>
    <a href="${product.url}/as/app-22119">Bugs</a>
    <a href="${call}">The call</a>
    <form action="${product.url}/keyring" method="post"><button>Post</button></form>`);
  await page.goto(elsewhere.url);
  // A frame that is refused shows the browser's own page, of an origin that nobody is.
  await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/');
  const fetched = await page.evaluate(
    async (url) => [
      await fetch(url, { credentials: 'include' }).catch((error: Error) => error.name),
      await fetch(url, { mode: 'no-cors' }).catch(() => 'blocked'),
    ],
    call,
  );
  expect(fetched).toEqual(['TypeError', 'blocked']);

  await page.getByRole('link', { name: 'The call' }).click();
  await expect(page.getByText('cross_site')).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Post' }).click();
  await expect(page.getByText('cross_site')).toBeVisible();
  await page.goBack();

  // Strict cookies do not come along with the first page; the calls that it makes are its own, and they do.
  await page.getByRole('link', { name: 'Bugs' }).click();
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();

  const opened = page.waitForEvent('popup');
  await page.evaluate((url) => void window.open(url), elsewhere.url);
  expect(await (await opened).evaluate(() => window.opener)).toBeNull();
});

test('PX14 CS10 what Podio stores is looked at as it is, and never runs, also when its address is typed', async ({
  page,
  product,
  trouble,
}) => {
  trouble.declare(/sandbox|policy|Policy/);
  await addAuthentications(page, [apps.bugs]);
  for (const type of ['text/html', 'image/svg+xml']) {
    const script = `<script>document.title = 'ran'; fetch('/keyring/app-22119', { method: 'DELETE' })</script>`;
    const body =
      type === 'text/html' ? `<!doctype html><title>Stored</title>${script}` : `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`;
    await product.control('POST', '/faults', { path: '/app/22119', status: 200, body, headers: { 'content-type': type }, times: 1 });
    await page.goto('/keyring/app-22119/api/app/22119');
    expect(await page.title()).not.toBe('ran');
    expect(await page.evaluate(() => self.origin), 'a document in a sandbox has no origin').toBe('null');
  }
  await page.goto('/authentications');
  await expect(page.getByRole('rowheader', { name: /Bugs/ })).toBeVisible();
});

test('BR12 a browser that keeps no cookies is told so, and not sent in circles', async ({ page, context }) => {
  await page.route('**/auth/app', async (route) => {
    const answer = await route.fetch();
    const { 'set-cookie': _dropped, ...headers } = answer.headers();
    await context.clearCookies();
    await route.fulfill({ response: answer, headers });
  });
  await page.goto('/sign-in/app');
  await page.getByRole('textbox', { name: 'App ID' }).fill('22119');
  await page.getByLabel('App token', { exact: true }).fill('sandbox-app-token-22119');
  await page.getByRole('button', { name: 'Sign in as app' }).click();
  await expect(page.getByText('The sign-in worked, but this browser did not keep its cookies.')).toBeVisible();
  await expect(page).toHaveURL('/sign-in/app');
  await expect(page.getByRole('textbox', { name: 'App ID' })).toHaveValue('22119');
});

test('BR14 a browser whose clock is a day wrong, either way, acts and is not taken for signed out', async ({ page, product }) => {
  await addAuthentications(page, [apps.bugs]);
  for (const days of [-1, 1]) {
    await page.clock.setFixedTime(Date.now() + days * 24 * 3600 * 1000);
    await page.goto('/authentications');
    await expect(page.getByRole('row', { name: /Bugs/ }).getByRole('cell', { name: 'Active' })).toBeVisible();
    await page.getByRole('rowheader').getByRole('link', { name: 'Bugs' }).click();
    await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  }
  expect((await product.counts()).token.refresh_token).toBe(0);
});

test('BR15 what a network’s own sign-in page answers in our place signs nobody out', async ({ page }) => {
  await addAuthentications(page, [apps.bugs]);
  const hotel = '<!doctype html><title>Welcome to the hotel</title>';
  await page.goto('/as/app-22119');
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
  await page.route('**/keyring**', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: hotel }));
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Acting as' })).toContainText('Bugs');
  await page.unroute('**/keyring**');
  await page.reload();
  await expect(page.getByRole('table', { name: /^Items of Bugs/ })).toBeVisible();
});
