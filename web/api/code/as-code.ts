import type { Authentication } from '../../../server/contract.ts';
import type { PodioCall } from '../errors.ts';
import { asCurl } from './curl.ts';
import { asFetch, asPodioJs } from './java-script.ts';
import { asPodioPhp } from './php.ts';

/** Programs a call can be written for. */
export const codeFormats = ['curl', 'fetch', 'podio-js', 'podio-php'] as const;
export type CodeFormat = (typeof codeFormats)[number];

/** Where the code runs against, and how it signs in. */
export interface CodeContext {
  /** Without it, Podio's own. */
  apiUrl?: string;
  /** How the acting authentication signed in: a client library that signs in by itself does the same. */
  method?: Authentication['method'];
}

/** Podio's API, where this keyring does not say that it talks to another (the sandbox). */
const podioApiUrl = 'https://api.podio.com';

/**
 * A call as somebody would write it in a program of theirs. Secrets are names of environment variables and never
 * values. @see https://developers.podio.com/authentication (the header is `OAuth2`, not `Bearer`)
 */
export function asCode(format: CodeFormat, call: PodioCall, { apiUrl, method = 'app' }: CodeContext = {}): string {
  switch (format) {
    case 'curl':
      return asCurl(call, apiUrl ?? podioApiUrl);
    case 'fetch':
      return asFetch(call, apiUrl ?? podioApiUrl);
    case 'podio-js':
      return asPodioJs(call, method, apiUrl);
    case 'podio-php':
      return asPodioPhp(call, method, apiUrl);
  }
}

const credentials: Record<Authentication['method'], readonly string[]> = {
  app: ['PODIO_APP_ID', 'PODIO_APP_TOKEN'],
  password: ['PODIO_USERNAME', 'PODIO_PASSWORD'],
  authorization_code: ['PODIO_CODE', 'PODIO_REDIRECT_URI'],
};

/** The environment variables that the code asks for. */
export const variablesOf = (format: CodeFormat, { method = 'app' }: CodeContext = {}): readonly string[] =>
  format === 'curl' || format === 'fetch' ? ['PODIO_ACCESS_TOKEN'] : ['PODIO_CLIENT_ID', 'PODIO_CLIENT_SECRET', ...credentials[method]];
