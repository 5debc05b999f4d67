import type { PodioCall } from '../errors.ts';

/** For a POSIX shell: between single quotes nothing has a meaning. */
const shell = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

export function asCurl({ method, path, body }: PodioCall, apiUrl: string): string {
  const url = shell(apiUrl + path);
  const authorization = '-H "Authorization: OAuth2 $PODIO_ACCESS_TOKEN"';
  if (method === 'GET') return `curl ${url} ${authorization}`;
  const lines = [`curl -X ${method} ${url}`, authorization];
  if (body !== undefined) lines.push("-H 'Content-Type: application/json'", `--data-raw ${shell(body)}`);
  return lines.join(' \\\n  ');
}
