/**
 * A Podio of one's own, for tests: OAuth endpoints, API, sample data, and faults on demand, in memory, on a free port.
 *
 * ```ts
 * const sandbox = await startSandbox();
 * // … point any Podio client at `http://localhost:${sandbox.port}`
 * await sandbox.close();
 * ```
 *
 * @module
 */
import type { PublishedCredentials } from './credentials.ts';
import { startSandbox as start } from './sandbox.ts';
import type { SandboxSettings } from './settings.ts';

export type { PublishedCredentials } from './credentials.ts';
export { defaultSettings, type SandboxSettings } from './settings.ts';

export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  /** The loopback address to listen on; by default 127.0.0.1, and ::1 too where the machine has it. */
  host?: string;
  /** Settings that differ from Podio's, from the start and after each reset. */
  settings?: Partial<SandboxSettings>;
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`: another site than `http://localhost`, as Podio is. `http://localhost:PORT` answers too. */
  url: string;
  port: number;
  publishedCredentials: PublishedCredentials;
  /** Stops at once: connections are closed, whatever is under way on them. */
  close: () => Promise<void>;
}

/**
 * Starts a sandbox on a port of its own. Several may run in one process.
 *
 * @throws an error with `code` (`EADDRINUSE` for a port that is taken) whose message names the port
 */
export const startSandbox: (options?: SandboxOptions) => Promise<Sandbox> = start;
