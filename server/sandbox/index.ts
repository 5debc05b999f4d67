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
import { startSandbox as start } from './sandbox.ts';
import type { Sandbox, SandboxOptions } from './sandbox-types.ts';

export type { PublishedCredentials } from './credentials.ts';
export type { Sandbox, SandboxOptions } from './sandbox-types.ts';
export { defaultSettings, type SandboxSettings } from './settings.ts';

/**
 * Starts a sandbox on a port of its own. Several may run in one process.
 *
 * @throws where `host` is no loopback address or a setting is none; and an error with `code` (`EADDRINUSE` for a port that is taken) whose message names the port
 */
export const startSandbox: (options?: SandboxOptions) => Promise<Sandbox> = start;
