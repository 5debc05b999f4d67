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
export type { PublishedCredentials } from './credentials.ts';
export { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';
export { defaultSettings, type SandboxSettings } from './settings.ts';
