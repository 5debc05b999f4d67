import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './error-handling.ts';
import { ProblemError } from './problems.ts';

/**
 * Whether a request was made to this host name, said once: nothing here is ever built from the `Host` of a request, and a name that points
 * at this machine (DNS rebinding) reaches nothing.
 */
export function createHostCheck(publicUrl: string): (request: IncomingMessage) => boolean {
  const { host, hostname, port, protocol } = new URL(publicUrl);
  // A client may spell out the default port (RFC 9110 §4.2.3).
  const allowed = new Set([host, `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`]);

  return ({ headers, rawHeaders }) => allowed.has(headers.host?.toLowerCase() ?? '') && hostLines(rawHeaders) === 1;
}

/** Answers a request that was made to another host name; a browser gets a page with a link to the right place. */
export function refuseHost(publicUrl: string, request: FastifyRequest, reply: FastifyReply): void {
  const problem = new ProblemError('bad_request', `This keyring is at ${publicUrl}; it does not answer to another host name.`);
  if (request.headers.accept?.includes('text/html')) reply.code(400).type('text/html; charset=utf-8').send(page(publicUrl));
  else sendProblem(problem, request, reply);
}

/** Node takes the first of several; whatever stands in front may have taken the last (RFC 9112 §3.2). */
function hostLines(rawHeaders: readonly string[]): number {
  let lines = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') lines++;
  }
  return lines;
}

function page(publicUrl: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Another address – Podio Keyring</title></head>
<body><main><h1>This keyring has another address</h1><p>It does not answer here. Go to <a href="${publicUrl}">${publicUrl}</a>.</p></main></body>
</html>
`;
}
