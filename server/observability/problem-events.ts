import type { Method, ProblemCode } from '../contract.ts';
import { clientAddress } from '../http/client-address.ts';
import type { OnProblem } from '../http/error-handling.ts';
import type { EventDetails, SecurityEvent, SecurityEvents } from './security-events.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Signs somebody in by this method: whatever goes wrong here is a sign-in that failed. */
    signsIn?: Method;
  }
}

/** Problems that are an event wherever they happen. */
const events: Partial<Record<ProblemCode, readonly [event: SecurityEvent, details: EventDetails]>> = {
  cross_site: ['cross_site_refused', {}],
  state_mismatch: ['state_mismatch', {}],
  too_many_attempts: ['limit_hit', { limit: 'sign_ins' }],
  payload_too_large: ['limit_hit', { limit: 'body' }],
};

/** A request that is not of the right form tried no credentials. */
const malformed: ReadonlySet<ProblemCode> = new Set(['bad_request', 'unsupported_media_type']);

/** Tells of the problems that are security events, whichever route they happened on. */
export function problemReporter(security: SecurityEvents): OnProblem {
  return ({ code }, request) => {
    const [event, details] = events[code] ?? [];
    const signsIn = request.routeOptions?.config.signsIn;
    if (event) security.report(event, { ...details, address: clientAddress(request) }, request.log);
    else if (signsIn && !malformed.has(code))
      security.report('sign_in_failed', { method: signsIn, code, address: clientAddress(request) }, request.log);
  };
}

/** Tells of a connection that met a bound before its bytes were a request. */
export function reportClientError(security: SecurityEvents, { code }: NodeJS.ErrnoException, address: string | undefined): void {
  if (code === 'HPE_HEADER_OVERFLOW') security.report('limit_hit', { limit: 'head', address });
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') security.report('limit_hit', { limit: 'head_time', address });
}
