/** Bounds that the contract names, as fields so that tests can use short ones. Milliseconds where the name says `Ms`. */
export interface Limits {
  /** From the first byte of a request to the end of its head. */
  requestHeadMs: number;
  /** For the whole body of a request to one of our own routes; a proxied body may take as long as its parts keep coming. */
  requestBodyMs: number;
  podioConnectMs: number;
  /** Until the beginning of Podio's answer. */
  podioHeadersMs: number;
  /** Between two parts of Podio's body, and between two parts of the client's. */
  podioBodyMs: number;
  /** For one token request, whole. */
  tokenRequestMs: number;
  /** For the name that is asked after a grant; the sign-in does not fail for it. */
  nameRequestMs: number;
  /** An access token is refreshed this long before its end, or a tenth of its lifetime if that is less. */
  refreshEarlySeconds: number;
  /** How long the result of a refresh is remembered for calls that still carry the cookie from before. */
  refreshGraceMs: number;
  /** How long a refused refresh is not asked again. */
  refreshRefusalMs: number;
  /** For one command of a store, and for a connection to it that is being made anew. */
  storeCommandMs: number;
  /** After which another instance may refresh in place of one that was killed while it did. */
  refreshLeaseMs: number;
  loginLifetimeSeconds: number;
  loginsUnderWay: number;
  /** Sign-ins that Podio refused, per minute and client address, and per minute and name or app, before `too_many_attempts`. */
  refusedSignInsPerMinute: number;
  /** A proxied body up to this size (bytes) is kept for a second try after a refresh. */
  replayBodyBytes: number;
  /** A JSON body on one of our own routes, bytes. */
  jsonBodyBytes: number;
  /** Proxied calls of one keyring at the same time; more wait for their turn. */
  callsPerKeyring: number;
  /** Refreshes at the same time, of all keyrings together; more wait for their turn. */
  refreshesAtOnce: number;
  /** Connections from clients at the same time; more are closed at once. */
  clientConnections: number;
  /** After SIGTERM, for requests in flight. */
  drainMs: number;
}

export const defaultLimits: Limits = {
  requestHeadMs: 60_000,
  requestBodyMs: 60_000,
  podioConnectMs: 5_000,
  podioHeadersMs: 30_000,
  podioBodyMs: 30_000,
  tokenRequestMs: 30_000,
  nameRequestMs: 5_000,
  refreshEarlySeconds: 60,
  refreshGraceMs: 60_000,
  refreshRefusalMs: 30_000,
  storeCommandMs: 1_000,
  refreshLeaseMs: 3_000,
  loginLifetimeSeconds: 600,
  loginsUnderWay: 8,
  refusedSignInsPerMinute: 10,
  replayBodyBytes: 1024 * 1024,
  jsonBodyBytes: 64 * 1024,
  callsPerKeyring: 32,
  refreshesAtOnce: 16,
  clientConnections: 10_000,
  drainMs: 10_000,
};
