import type { FastifyBaseLogger } from 'fastify';
import { pseudonym } from './security-events.ts';

/** A proxied call that changes something, once it is over. */
export interface AuditedCall {
  /** The id of the authentication that it was made as. */
  authentication: string;
  keyringId: string;
  method: string;
  /** At Podio, without the query. */
  path: string;
  /** What came down; undefined where the client left before an answer began, so that only Podio knows what came of it. */
  status: number | undefined;
  /** Podio's own name for the call, for asking Podio about it. */
  podioRequestId: string | undefined;
}

/** Longest path and longest id of a request that are written, in characters. */
const longestPath = 1_000;
const longestId = 64;

/** Writes who changed what at Podio: one line a call (OWASP ASVS 5.0, 16.2.1). */
export function auditCall(log: FastifyBaseLogger, { keyringId, path, podioRequestId, ...call }: AuditedCall): void {
  log.info(
    {
      audit: {
        ...call,
        keyring: pseudonym(keyringId),
        path: path.slice(0, longestPath),
        podioRequestId: podioRequestId?.slice(0, longestId),
      },
    },
    'call that changes something',
  );
}
