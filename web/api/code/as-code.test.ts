import { describe, expect, it } from 'vitest';
import { asCode, codeFormats, variablesOf } from './as-code.ts';

const tricky = `{"title":"it's \\"so\\" $HOME \`x\` \\n"}`;

/** What a POSIX shell makes of the words after `curl`: single quotes keep everything, double ones put the variable in. */
function shellWords(command: string): string[] {
  const joined = command.replaceAll('\\\n', ' ').replace(/^curl\s+/, '');
  return [...joined.matchAll(/(?:'[^']*'|"[^"]*"|\\.|[^\s'"\\])+/g)].map(([word]) =>
    word.replace(
      /'([^']*)'|"([^"]*)"|\\(.)/g,
      (_, single?: string, double?: string, escaped?: string) => single ?? double?.replace('$PODIO_ACCESS_TOKEN', 'TOKEN') ?? escaped ?? '',
    ),
  );
}

/** What a program calls `fetch` with. */
async function fetchArguments(code: string): Promise<[string, { method?: string; headers: Record<string, string>; body?: string }]> {
  const run = new Function('fetch', 'process', `return (async () => ${code})()`);
  return run((...all: unknown[]) => all, { env: { PODIO_ACCESS_TOKEN: 'TOKEN' } });
}

describe('a call as code', () => {
  it('for curl reads like Podio documents it', () => {
    expect(asCode('curl', { method: 'GET', path: '/item/55501204' })).toBe(
      `curl 'https://api.podio.com/item/55501204' -H "Authorization: OAuth2 $PODIO_ACCESS_TOKEN"`,
    );
  });
  it('for fetch reads like Podio documents it', () => {
    expect(asCode('fetch', { method: 'GET', path: '/item/55501204' })).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a program
      "await fetch('https://api.podio.com/item/55501204', { headers: { Authorization: `OAuth2 ${process.env.PODIO_ACCESS_TOKEN}` } })",
    );
  });
  it('for curl sends method, path and body exactly, whatever stands in them', () => {
    const path = `/item/app/1/?q='%20$(id)`;
    const words = shellWords(asCode('curl', { method: 'POST', path, body: tricky }, { apiUrl: 'http://127.0.0.1:3001' }));
    expect(words).toEqual([
      '-X',
      'POST',
      `http://127.0.0.1:3001${path}`,
      '-H',
      'Authorization: OAuth2 TOKEN',
      '-H',
      'Content-Type: application/json',
      '--data-raw',
      tricky,
    ]);
  });
  it('for fetch sends the same', async () => {
    const path = `/search/?query=it's`;
    const [url, { method, headers, body }] = await fetchArguments(asCode('fetch', { method: 'PUT', path, body: tricky }));
    expect(url).toBe(`https://api.podio.com${path}`);
    expect(method).toBe('PUT');
    expect(headers).toEqual({ Authorization: 'OAuth2 TOKEN', 'Content-Type': 'application/json' });
    expect(JSON.parse(body ?? '')).toEqual(JSON.parse(tricky));
  });
  it.each(['not json', '{"id":9007199254740993}'])('keeps the body %s byte for byte', async (text) => {
    const [, { body }] = await fetchArguments(asCode('fetch', { method: 'POST', path: '/x', body: text }));
    expect(body).toBe(text);
  });
  it('leaves the body out where there is none', () => {
    expect(shellWords(asCode('curl', { method: 'DELETE', path: '/item/1' }))).not.toContain('--data-raw');
  });
  it.each(codeFormats)('for %s names every variable that it asks for, and holds no secret', (format) => {
    for (const method of ['app', 'password', 'authorization_code'] as const) {
      const code = asCode(format, { method: 'POST', path: '/x', body: '{"a":1}' }, { method });
      const named = new Set(code.match(/PODIO_[A-Z_]+/g));
      expect([...named].sort()).toEqual([...variablesOf(format, { method })].sort());
    }
  });
});

describe('a call for podio-js', () => {
  it('signs in as the acting authentication did, and sends method, path and data', async () => {
    const call = { method: 'PUT', path: `/item/1?silent=1&x=it's`, body: tricky };
    const code = asCode('podio-js', call, { method: 'password', apiUrl: 'http://127.0.0.1:3001' });
    const seen: unknown[] = [];
    class Podio {
      constructor(...options: unknown[]) {
        seen.push(options);
      }
      authenticateWithCredentials(username: string, password: string, done: () => void) {
        seen.push([username, password]);
        done();
      }
      async request(...all: unknown[]) {
        seen.push(all);
      }
    }
    const env = { PODIO_CLIENT_ID: 'id', PODIO_CLIENT_SECRET: 'secret', PODIO_USERNAME: 'ada', PODIO_PASSWORD: 'word' };
    new Function('require', 'process', 'console', code)(() => ({ api: Podio }), { env }, { log() {} });
    expect(seen).toEqual([
      [{ authType: 'password', clientId: 'id', clientSecret: 'secret' }, { apiURL: 'http://127.0.0.1:3001' }],
      ['ada', 'word'],
      ['PUT', `/item/1?silent=1&x=it's`, JSON.parse(tricky)],
    ]);
  });
});

describe('a call for podio-php', () => {
  const lastLine = (code: string) => code.slice(code.indexOf('\n', code.indexOf('\n') + 1) + 1);
  const php = (method: string, path: string, body?: string) => lastLine(asCode('podio-php', { method, path, ...(body && { body }) }));

  it('signs in as the acting authentication did', () => {
    const code = asCode('podio-php', { method: 'GET', path: '/user/status' }, { method: 'app', apiUrl: 'http://127.0.0.1:3001' });
    expect(code).toBe(
      [
        "$client = new PodioClient(getenv('PODIO_CLIENT_ID'), getenv('PODIO_CLIENT_SECRET'), ['api_url' => 'http://127.0.0.1:3001']);",
        "$client->authenticate_with_app(getenv('PODIO_APP_ID'), getenv('PODIO_APP_TOKEN'));",
        "$response = $client->get('/user/status');",
      ].join('\n'),
    );
  });
  it('uses the methods that the library has for items and apps, where they lose nothing', () => {
    expect(php('GET', '/item/55501204')).toBe('$item = PodioItem::get($client, 55501204);');
    expect(php('GET', '/app/22119')).toBe('$app = PodioApp::get($client, 22119);');
    expect(php('POST', '/item/app/22119/filter/', '{"limit":5}')).toBe(
      "$items = PodioItem::filter($client, 22119, [\n  'limit' => 5,\n]);",
    );
    expect(php('GET', '/item/1?mark_as_viewed=0')).toBe("$response = $client->get('/item/1?mark_as_viewed=0');");
    expect(php('DELETE', '/item/1')).toBe("$response = $client->delete('/item/1');");
  });
  it('writes texts, nothing, truth and lists as PHP does', () => {
    const body = String.raw`{"text":"it's $HOME \\ \u00e6","none":null,"yes":true,"list":[1,"a"]}`;
    expect(php('POST', '/x', body)).toBe(
      [
        "$response = $client->post('/x', [",
        String.raw`  'text' => 'it\'s $HOME \\ æ',`,
        "  'none' => null,",
        "  'yes' => true,",
        "  'list' => [",
        '    1,',
        "    'a',",
        '  ],',
        ']);',
      ].join('\n'),
    );
  });
  it('keeps objects objects where PHP would make lists of them', () => {
    expect(php('POST', '/x', '{"filters":{},"values":{"0":"a"}}')).toContain("'filters' => (object) [],");
    expect(php('POST', '/x', '{"filters":{},"values":{"0":"a"}}')).toContain("'values' => (object) [");
    expect(php('POST', '/x', '{}')).toContain("('/x', (object) [])");
  });
  it('leaves numbers to PHP that JavaScript cannot hold', () => {
    expect(php('POST', '/x', '{"id":9007199254740993}')).toContain(`json_decode('{"id":9007199254740993}')`);
  });
});
