import type { Client } from '../credentials.ts';
import type { TokenPair } from '../grant-store.ts';
import type { SandboxState } from '../state.ts';

/** A token request whose client is known. */
export interface GrantRequest {
  client: Client;
  state: SandboxState;
  /** @throws {ApiError} 400 `invalid_request` where it is missing or empty */
  parameter: (name: string) => string;
  optional: (name: string) => string | undefined;
}

/** @throws {ApiError} 400 `invalid_grant`, `invalid_request` or `invalid_scope` */
export type GrantHandler = (request: GrantRequest) => TokenPair;
