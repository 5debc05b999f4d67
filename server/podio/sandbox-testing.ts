import { afterAll, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import type { SandboxSettings } from '../sandbox/settings.ts';
import { PodioClient, type PodioClientOptions } from './client.ts';

/** How many tokens the sandbox gave, by grant. */
export interface TokenCounts {
  authorization_code: number;
  app: number;
  password: number;
  refresh_token: number;
}

export interface LoggedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  status: number;
}

/** A sandbox, its controls, and clients for it. */
export interface TestPodio {
  url: string;
  /** A control, as `POST /expire`; the answer's JSON. */
  control: <T>(method: string, path: string, body?: object) => Promise<T>;
  tokenCounts: () => Promise<TokenCounts & { errors: number }>;
  requests: () => Promise<LoggedRequest[]>;
  client: (options?: Partial<PodioClientOptions>) => PodioClient;
}

let shared: Promise<Sandbox> | undefined;
afterAll(async () => (await shared)?.close());

/** The sandbox of this test file, as it was at the start. */
export async function startPodio(settings: Partial<SandboxSettings> = {}): Promise<TestPodio> {
  shared ??= startSandbox();
  const podio = testPodio(await shared);
  await podio.control('DELETE', '');
  await podio.control('PATCH', '/settings', settings);
  return podio;
}

/** One more, for this test. */
export async function startAnotherPodio(): Promise<TestPodio> {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  return testPodio(sandbox);
}

function testPodio({ url }: Sandbox): TestPodio {
  const control = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${url}/_sandbox${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!answer.ok) throw new Error(`${method} /_sandbox${path}: ${answer.status} ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  };
  return {
    url,
    control,
    tokenCounts: async () => {
      const { counts } = await control<{ counts: { token: TokenCounts; tokenErrors: number } }>('GET', '');
      return { ...counts.token, errors: counts.tokenErrors };
    },
    requests: async () => (await control<{ requests: LoggedRequest[] }>('GET', '/requests')).requests,
    client: (options = {}) => new PodioClient({ clientId: 'sandbox', clientSecret: 'sandbox-secret', apiUrl: url, ...options }),
  };
}

/** What a person does on Podio's page: signs in, and allows. @returns the code in the redirect */
export async function allow(authorizeUrl: string, username: string): Promise<string> {
  const send = (form?: Record<string, string>, cookie = '') =>
    fetch(authorizeUrl, { redirect: 'manual', headers: { cookie }, ...(form && { method: 'POST', body: new URLSearchParams(form) }) });
  const signedIn = await send({ username, password: 'sandbox' });
  const cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  const page = await (await send(undefined, cookie)).text();
  const formToken = /name="form_token" value="([^"]*)"/.exec(page)?.[1] ?? '';
  const { headers } = await send({ decision: 'allow', form_token: formToken }, cookie);
  const code = new URL(headers.get('location') ?? '', authorizeUrl).searchParams.get('code');
  if (!code) throw new Error(`no code was given:\n${page}`);
  return code;
}

export const appToken = (appId: number) => `sandbox-app-token-${appId}`;

/** The outcome of what is expected to fail. */
export async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`nothing was thrown; it gave ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
}
