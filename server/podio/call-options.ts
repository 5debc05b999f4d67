export interface CallOptions {
  /** Stops the call. A refresh that it waits for goes on: others may wait for it too. */
  signal?: AbortSignal;
}
