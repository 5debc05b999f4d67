import { afterAll, beforeAll } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox.ts';

/** A sandbox for all tests of a file, as its clients and the person beside it see it. */
export function fileSandbox() {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  const control = (method: string, path: string, body: object = {}) =>
    fetch(`${sandbox.url}/_sandbox${path}`, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return {
    get port(): number {
      return sandbox.port;
    },
    get url(): string {
      return sandbox.url;
    },
    /** The header with which clients address it. */
    get host(): string {
      return `Host: localhost:${sandbox.port}`;
    },
    reset: () => control('DELETE', ''),
    expire: () => control('POST', '/expire'),
    revoke: () => control('POST', '/revoke'),
    /** Orders the next answer to a path. */
    answer: (path: string, status: number) => control('POST', '/faults', { path, status, times: 1 }),
  };
}
