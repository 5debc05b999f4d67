import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const apps = Array.from({ length: 60 }, (_, index) => 22120 + index);

/**
 * What people do, through a front with two instances behind it.
 *
 * @param say takes what was seen, and whether it is as it should be
 */
export async function walk({ browser, stranger, podio, store, instances, log, say }) {
  const page = await browser.send('GET', '/sign-in', { headers: { accept: 'text/html', 'sec-fetch-site': 'none' } });
  say('The page, with HSTS', page.status === 200 && 'strict-transport-security' in page.headers, page.status);

  const statuses = new Set();
  for (const appId of apps)
    statuses.add((await browser.send('POST', '/auth/app', { json: { appId, appToken: `sandbox-app-token-${appId}` } })).status);
  const held = JSON.parse((await browser.send('GET', '/keyring')).text).authentications.length;
  say('Signing in sixty times', held === 60 && [...statuses].join() === '201', `${held} held`);

  for (let n = 0; n < 8; n++) await browser.send('POST', '/auth/authorize', { json: {} });
  const api = `/keyring/app-${apps[59]}/api`;
  const call = await browser.send('GET', `${api}/app/${apps[59]}`);
  say('A call with eight sign-ins under way', call.status === 200, `${browser.cookieBytes(api)} bytes of Cookie`);

  const odd = '/search/app/%C3%A6%2f%ff/a+b;c?q=%2B%20+&empty=&%zz=';
  await browser.send('GET', api + odd);
  const arrived = podio.seen.at(-1)?.url;
  say('Path and query byte for byte', arrived === odd, arrived);

  const up = podio.expect('/file/');
  const upload = await browser.send('POST', `${api}/file/`, {
    headers: { 'content-type': 'multipart/form-data; boundary=part' },
    body: async (outgoing) => {
      outgoing.write('--part\r\nContent-Disposition: form-data; name="source"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nfirst');
      await up.promise; // the first bytes are at Podio while the rest is still here
      outgoing.write('x'.repeat(4 * 1024 * 1024));
      outgoing.end('\r\n--part\r\nContent-Disposition: form-data; name="filename"\r\n\r\na.txt\r\n--part--\r\n');
    },
  });
  say('Uploading 4 MB as it comes', upload.status === 200, upload.status);

  const down = podio.expect('/held');
  const download = await browser.send('GET', `${api}/held`, { onData: () => down.resolve() });
  say('Downloading as it comes', download.text === 'firstsecond', download.text);

  await browser.send('GET', '/callback?code=a-code-of-somebody&state=a-state', {
    headers: { accept: 'text/html', 'sec-fetch-site': 'none' },
  });
  say('No query in the access log', !/a-code-of-somebody|a-state|empty=/.test(readFileSync(log, 'utf8')));
  say('/metrics is not for visitors', (await browser.send('GET', '/metrics')).status === 404);

  if (instances[0].kill('SIGKILL')) await once(instances[0], 'exit');
  const others = [];
  for (let n = 0; n < 10; n++)
    others.push(
      await browser.send('GET', `${api}/app/${apps[59]}`),
      await browser.send('POST', `${api}/item/app/${apps[59]}/filter/`, { json: { limit: 1 } }),
    );
  say(
    'One instance killed: twenty calls',
    others.every(({ status }) => status === 200),
    others.map(({ status }) => status).join(' '),
  );

  const guesses = [];
  for (let n = 1; n <= 11; n++) {
    const json = { appId: 30_000 + n, appToken: 'wrong' };
    guesses.push((await stranger.send('POST', '/auth/app', { json, headers: { 'x-forwarded-for': `203.0.113.${n}` } })).status);
  }
  say('An address that the client made up does not count', guesses.at(-1) === 429 && guesses[9] === 401, guesses.join(' '));

  const list = await browser.sendOverHttp2('GET', '/keyring');
  say('The list over HTTP/2', list.status === 200, list.status);
  const out = await browser.sendOverHttp2('DELETE', '/keyring');
  say(
    'Signing out of sixty over HTTP/2',
    out.status === 204 && (store !== undefined || out.setCookies > 60),
    `${out.setCookies} of Set-Cookie, ${out.setCookieBytes} bytes`,
  );
}
