import type { Authentication } from '../../../server/contract.ts';
import type { PodioCall } from '../errors.ts';

const text = (value: string) => `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
const variable = (name: string) => `process.env.${name}`;
const indented = (code: string, by: string) => code.replaceAll('\n', `\n${by}`);

export function asFetch({ method, path, body }: PodioCall, apiUrl: string): string {
  const url = text(apiUrl + path);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a program
  const authorization = 'Authorization: `OAuth2 ${process.env.PODIO_ACCESS_TOKEN}`';
  if (method === 'GET') return `await fetch(${url}, { headers: { ${authorization} } })`;
  const headers = body === undefined ? authorization : `${authorization}, 'Content-Type': 'application/json'`;
  const sent = body === undefined ? [] : [`body: ${indented(bodyExpression(body), '  ')},`];
  const lines = [`method: '${method}',`, `headers: { ${headers} },`, ...sent];
  return `await fetch(${url}, {\n${lines.map((line) => `  ${line}`).join('\n')}\n})`;
}

/** JSON is JavaScript: it can stand there to be edited. Numbers too large for JavaScript stay text. */
function bodyExpression(body: string): string {
  const literal = /\d{16}/.test(body) ? undefined : asLiteral(body);
  return literal === undefined ? text(body) : `JSON.stringify(${literal})`;
}

function asLiteral(body: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return undefined; // not JSON: sent as it is
  }
}

/**
 * For podio-js 1.6. It takes data as a value and cannot send what is not JSON; its promises reject with Podio's error.
 * @see http://podio.github.io/podio-js/api-requests
 */
export function asPodioJs({ method, path, body }: PodioCall, signedInBy: Authentication['method'], apiUrl?: string): string {
  const data = body === undefined ? '' : `, ${indented(asLiteral(body) ?? text(body), '  ')}`;
  const options = apiUrl === undefined ? '' : `, { apiURL: ${text(apiUrl)} }`;
  return [
    "const { api: Podio } = require('podio-js');",
    '',
    'const podio = new Podio(',
    `  { authType: '${authType[signedInBy]}', clientId: ${variable('PODIO_CLIENT_ID')}, clientSecret: ${variable('PODIO_CLIENT_SECRET')} }${options},`,
    ');',
    `podio.${signIn[signedInBy]}, (error) => {`,
    '  if (error) throw error;',
    `  podio.request('${method}', ${text(path)}${data}).then((answer) => console.log(answer));`,
    '});',
  ].join('\n');
}

const authType = { app: 'app', password: 'password', authorization_code: 'server' };
const signIn = {
  app: `authenticateWithApp(${variable('PODIO_APP_ID')}, ${variable('PODIO_APP_TOKEN')}`,
  password: `authenticateWithCredentials(${variable('PODIO_USERNAME')}, ${variable('PODIO_PASSWORD')}`,
  authorization_code: `getAccessToken(${variable('PODIO_CODE')}, ${variable('PODIO_REDIRECT_URI')}`,
};
