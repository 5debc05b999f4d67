import type { PodioCall } from './errors.ts';

/** Programs a call can be written for. */
export const codeFormats = ['curl', 'fetch'] as const;
export type CodeFormat = (typeof codeFormats)[number];

/** Podio's API, where this keyring does not say that it talks to another (the sandbox). */
export const podioApiUrl = 'https://api.podio.com';

/**
 * A call as somebody would write it in a program of theirs. The token is the name of an environment variable and never
 * a value. @see https://developers.podio.com/authentication (the header is `OAuth2`, not `Bearer`)
 */
export function asCode(format: CodeFormat, { method, path, body }: PodioCall, apiUrl = podioApiUrl): string {
  const url = apiUrl + path;
  return format === 'curl' ? asCurl(method, url, body) : asFetch(method, url, body);
}

const shell = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

function asCurl(method: string, url: string, body: string | undefined): string {
  const authorization = '-H "Authorization: OAuth2 $PODIO_ACCESS_TOKEN"';
  if (method === 'GET') return `curl ${shell(url)} ${authorization}`;
  const lines = [`curl -X ${method} ${shell(url)}`, authorization];
  if (body !== undefined) lines.push("-H 'Content-Type: application/json'", `--data-raw ${shell(body)}`);
  return lines.join(' \\\n  ');
}

const javaScript = (text: string) => `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

function asFetch(method: string, url: string, body: string | undefined): string {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a program
  const authorization = 'Authorization: `OAuth2 ${process.env.PODIO_ACCESS_TOKEN}`';
  if (method === 'GET') return `await fetch(${javaScript(url)}, { headers: { ${authorization} } })`;
  const headers = body === undefined ? authorization : `${authorization}, 'Content-Type': 'application/json'`;
  const lines = [`method: '${method}',`, `headers: { ${headers} },`, ...(body === undefined ? [] : [`body: ${bodyExpression(body)},`])];
  return `await fetch(${javaScript(url)}, {\n${lines.map((line) => `  ${line}`).join('\n')}\n})`;
}

/** JSON is JavaScript: it can stand there to be edited. Numbers too large for JavaScript stay text. */
function bodyExpression(body: string): string {
  try {
    const json: unknown = JSON.parse(body);
    if (/\d{16}/.test(body)) return javaScript(body);
    return `JSON.stringify(${JSON.stringify(json, null, 2).replaceAll('\n', '\n  ')})`;
  } catch {
    return javaScript(body); // not JSON: sent as it is
  }
}
