import { describe, expect, it } from 'vitest';
import { asCode } from './as-code.ts';

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
    const words = shellWords(asCode('curl', { method: 'POST', path, body: tricky }, 'http://127.0.0.1:3001'));
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
});
