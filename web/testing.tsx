import { cleanup, configure, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, vi } from 'vitest';
import type { AuthConfig, Authentication, Problem, ProblemCode } from '../server/contract.ts';
import { App } from './App.tsx';
import { createConsoleQueryClient } from './api/console-query-client.ts';
import type { Arrival } from './sign-in/callback-arrival.ts';

// Screens arrive when they are first shown, which takes a busy machine some seconds.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

// What jsdom leaves out of a browser and the screens ask for.
globalThis.matchMedia ??= (media: string) =>
  ({ media, matches: media === '(min-width: 40rem)', addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
Element.prototype.scrollIntoView ??= () => {};
Element.prototype.getAnimations ??= () => [];

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});

/** One request as it would leave the browser. */
export interface Sent {
  method: string;
  /** Path and query. */
  url: string;
  body: unknown;
}

type Reply = Response | object | undefined;

/**
 * Stands at the network boundary: answers requests by `METHOD /path`, and keeps what was sent. A reply is a `Response`,
 * an object (JSON), undefined (204), or a function of the request.
 */
export function stubNetwork(routes: Record<string, Reply | ((sent: Sent) => Reply | Promise<Reply>)>): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', body, signal }: RequestInit = {}) => {
    const request: Sent = { method, url, body: typeof body === 'string' ? JSON.parse(body) : undefined };
    sent.push(request);
    const route = routes[`${method} ${url}`] ?? routes[`${method} ${url.split('?', 1)[0]}`];
    const reply = typeof route === 'function' ? await orAborted(route(request), signal) : route;
    if (reply instanceof Response) return reply;
    if (`${method} ${url}` in routes || route !== undefined) return reply === undefined ? new Response(null, { status: 204 }) : json(reply);
    throw new TypeError(`Nothing answers ${method} ${url}`);
  });
  return sent;
}

/** As `fetch` does it: an abort ends the waiting. */
function orAborted<T>(reply: T, signal: AbortSignal | null | undefined): Promise<T> | T {
  if (!signal) return reply;
  return Promise.race([reply, new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))]);
}

/** A JSON answer, as Podio or the token handler gives it. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), { ...init, headers: { 'content-type': 'application/json; charset=utf-8', ...init.headers } });
}

export function problem(status: number, code: ProblemCode, detail: string = code, headers: Record<string, string> = {}): Response {
  const body: Problem = { type: 'about:blank', title: code, status, detail, code };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers } });
}

export function authentication(id: string, name: string, more: Partial<Authentication> = {}): Authentication {
  const [type, number] = id.split('-') as ['user' | 'app', string];
  const day = 86_400_000;
  return {
    id,
    name,
    ref: { type, id: Number(number) },
    method: type === 'app' ? 'app' : 'authorization_code',
    scope: 'global:all',
    issuedAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + day / 3).toISOString(),
    renewableUntil: new Date(Date.now() + 28 * day).toISOString(),
    readOnly: false,
    ...more,
  };
}

export const keyringOf = (...authentications: Authentication[]) => ({ authentications, capacity: 60 });

export const sandboxConfig: AuthConfig = {
  mode: 'sandbox',
  methods: ['authorization_code', 'app', 'password'],
  defaultScope: 'global:all',
  store: 'cookie',
  capacity: 60,
  sandbox: {
    url: 'http://127.0.0.1:3001',
    users: [{ username: 'ada@example.com', password: 'sandbox', name: 'Ada Lovelace' }],
    apps: [{ appId: 22119, appToken: 'sandbox-app-token-22119', name: 'Bugs' }],
  },
};

/** The whole app at an address, under StrictMode as in `main.tsx`. */
export function renderApp(address: string, arrival?: Arrival) {
  history.replaceState(null, '', address);
  return render(
    <StrictMode>
      <App queryClient={createConsoleQueryClient()} arrival={arrival} />
    </StrictMode>,
  );
}
