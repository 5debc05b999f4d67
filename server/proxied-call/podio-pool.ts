import { Pool } from 'undici';
import type { Settings } from '../settings.ts';

/** Connections to Podio's API, kept alive, one call at a time on each; redirects are never followed. */
export function createPodioPool({ apiUrl, limits }: Settings): Pool {
  return new Pool(apiUrl, {
    connections: 128,
    pipelining: 1,
    connect: { timeout: limits.podioConnectMs },
    headersTimeout: limits.podioHeadersMs,
    bodyTimeout: limits.podioBodyMs,
  });
}

/** Whether a connection was closed before an answer began, as one is that was kept alive a moment too long. */
export function closedBeforeAnswer(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE';
}
