import { afterAll, onTestFinished } from 'vitest';
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

/** What tests need of the sandbox, which they hand in: nothing here but tests may import it. */
interface RunningSandbox {
  url: string;
  close: () => Promise<void>;
}

/** For the tests of a file: one sandbox, which is as at the start for each test, and others where a test needs two. */
export function sandboxFor(start: () => Promise<RunningSandbox>) {
  let shared: Promise<RunningSandbox> | undefined;
  afterAll(async () => (await shared)?.close());

  return {
    startPodio: async (settings: Record<string, unknown> = {}): Promise<TestPodio> => {
      shared ??= start();
      const podio = testPodio(await shared);
      await podio.control('DELETE', '');
      await podio.control('PATCH', '/settings', settings);
      return podio;
    },
    startAnotherPodio: async (): Promise<TestPodio> => {
      const sandbox = await start();
      onTestFinished(() => sandbox.close());
      return testPodio(sandbox);
    },
  };
}

function testPodio({ url }: RunningSandbox): TestPodio {
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
