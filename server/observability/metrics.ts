import type { FastifyInstance } from 'fastify';
import { type SecurityEvent, securityEvents } from './security-events.ts';

export type RefreshOutcome = 'succeeded' | 'refused' | 'failed';
const refreshOutcomes: readonly RefreshOutcome[] = ['succeeded', 'refused', 'failed'];
const callStatuses = ['1xx', '2xx', '3xx', '4xx', '5xx', 'aborted'] as const;

/** Counts and durations since the start. No label of theirs has more values than there are routes here (threat LG6). */
export interface Metrics {
  event(event: SecurityEvent): void;
  /** @param status undefined where the client left before an answer began */
  call(status: number | undefined): void;
  refresh(outcome: RefreshOutcome): void;
  /**
   * @param route the pattern of a registered route, never an address
   * @param seconds from the request to the end of its answer
   */
  request(route: string, seconds: number): void;
  /** The Prometheus text format, 0.0.4. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Measures every answer of an instance; what leads nowhere and the page's own files share one label. */
export function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    metrics.request(request.routeOptions.url ?? 'other', reply.elapsedTime / 1000);
    done();
  });
}

/** @see https://prometheus.io/docs/practices/naming/ */
export async function createMetrics(): Promise<Metrics> {
  const { Counter, Histogram, Registry } = await import('prom-client'); // only where metrics are on: it is loaded at start
  const registry = new Registry();
  const registers = [registry];
  const events = new Counter({
    name: 'podio_keyring_security_events_total',
    help: 'Security events, as the log tells of them',
    labelNames: ['event'],
    registers,
  });
  const calls = new Counter({
    name: 'podio_keyring_calls_total',
    help: 'Proxied calls by the class of the status that came down',
    labelNames: ['status'],
    registers,
  });
  const refreshes = new Counter({
    name: 'podio_keyring_refreshes_total',
    help: 'Refreshes asked of Podio, by what came of them',
    labelNames: ['outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'podio_keyring_request_duration_seconds',
    help: 'From a request to the end of its answer',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  // From zero on: a rate is known from the first event on only where the series was there before it.
  for (const event of securityEvents) events.inc({ event }, 0);
  for (const status of callStatuses) calls.inc({ status }, 0);
  for (const outcome of refreshOutcomes) refreshes.inc({ outcome }, 0);

  return {
    event: (event) => events.inc({ event }),
    call: (status) => calls.inc({ status: callStatuses[Math.floor((status ?? 600) / 100) - 1] ?? 'aborted' }),
    refresh: (outcome) => refreshes.inc({ outcome }),
    request: (route, seconds) => durations.observe({ route }, seconds),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
