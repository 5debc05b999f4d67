import type { Authentication } from '../../../server/contract.ts';
import type { PodioCall } from '../errors.ts';

/** Between single quotes only `\` and `'` have a meaning. */
const text = (value: string) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const variable = (name: string) => `getenv('${name}')`;

/**
 * For podio-php 7, whose calls have the client as their first argument; what it has no method for goes by path.
 * @see https://podio-community.github.io/podio-php/
 */
export function asPodioPhp(call: PodioCall, signedInBy: Authentication['method'], apiUrl?: string): string {
  const options = apiUrl === undefined ? '' : `, ['api_url' => ${text(apiUrl)}]`;
  return [
    `$client = new PodioClient(${variable('PODIO_CLIENT_ID')}, ${variable('PODIO_CLIENT_SECRET')}${options});`,
    `$client->${signIn[signedInBy]};`,
    statement(call),
  ].join('\n');
}

const signIn = {
  app: `authenticate_with_app(${variable('PODIO_APP_ID')}, ${variable('PODIO_APP_TOKEN')})`,
  password: `authenticate_with_password(${variable('PODIO_USERNAME')}, ${variable('PODIO_PASSWORD')})`,
  authorization_code: `authenticate_with_authorization_code(${variable('PODIO_CODE')}, ${variable('PODIO_REDIRECT_URI')})`,
};

/** Calls that the library has a method for: with a query they go by path, so that nothing of it is lost. */
function statement({ method, path, body }: PodioCall): string {
  const id = (pattern: RegExp) => pattern.exec(path)?.[1];
  const item = id(/^\/item\/(\d+)$/);
  if (method === 'GET' && item) return `$item = PodioItem::get($client, ${item});`;
  const app = id(/^\/app\/(\d+)$/);
  if (method === 'GET' && app) return `$app = PodioApp::get($client, ${app});`;
  const attributes = body === undefined ? '' : `, ${value(body)}`;
  const filtered = id(/^\/item\/app\/(\d+)\/filter\/?$/);
  if (method === 'POST' && filtered) return `$items = PodioItem::filter($client, ${filtered}${attributes});`;
  return `$response = $client->${method.toLowerCase()}(${text(path)}${attributes});`;
}

/** A body as PHP. Numbers that JavaScript cannot hold are left to PHP's own reader of JSON. */
function value(body: string): string {
  try {
    const json: unknown = JSON.parse(body);
    // The library sends arrays and objects only; for a whole body that is empty it needs an object to send `{}`.
    return /\d{16}/.test(body) ? `json_decode(${text(body)})` : literal(json, '');
  } catch {
    return `json_decode(${text(body)})`; // not JSON: PHP will say so too
  }
}

function literal(json: unknown, indent: string): string {
  if (json === null) return 'null';
  if (typeof json === 'string') return text(json);
  if (typeof json !== 'object') return String(json);
  const inner = `${indent}  `;
  const entries = Array.isArray(json)
    ? json.map((each) => literal(each, inner))
    : Object.entries(json).map(([name, each]) => `${text(name)} => ${literal(each, inner)}`);
  // PHP turns `'0' => …` into a list, and an empty array is a list too: these have to say that they are objects.
  const cast = !Array.isArray(json) && Object.keys(json).every((name) => /^\d+$/.test(name)) ? '(object) ' : '';
  return entries.length === 0 ? `${cast}[]` : `${cast}[\n${entries.map((entry) => `${inner}${entry},`).join('\n')}\n${indent}]`;
}
