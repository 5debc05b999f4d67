import type { FastifyBaseLogger } from 'fastify';
import { clientAddress } from '../http/client-address.ts';
import type { OnProblem, ToldRequest } from '../http/error-handling.ts';
import type { Metrics } from './metrics.ts';
import { problemReporter } from './problem-events.ts';
import { createSecurityEvents, type SecurityEvents } from './security-events.ts';

/** What is told of while requests are served: events in the log, and counts where metrics are on. */
export interface Observability {
  security: SecurityEvents;
  /** Tells of a problem that somebody is about to get as an answer. */
  onProblem: OnProblem;
  /** Tells of a body that did not come in time. */
  onLateBody: (request: ToldRequest) => void;
  metrics: Metrics | undefined;
}

/** @param now milliseconds since 1970 */
export function createObservability(log: FastifyBaseLogger, metrics: Metrics | undefined, now?: () => number): Observability {
  const security = createSecurityEvents(log, metrics?.event, now);
  return {
    security,
    metrics,
    onProblem: problemReporter(security),
    onLateBody: (request) => security.report('limit_hit', { limit: 'body_time', address: clientAddress(request) }, request.log),
  };
}
