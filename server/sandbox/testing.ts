import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { buildSandbox } from './sandbox.ts';
import type { SandboxSettings } from './settings.ts';
import { checkAnswer } from './shapes/answers.ts';
import type { SandboxState } from './state.ts';

export const client = { client_id: 'sandbox', client_secret: 'sandbox-secret' };

export interface TokenAnswer {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  token_type: string;
  ref: { type: string; id: number };
  scope: string;
}

/** A sandbox that does not listen, and what tests of it ask most. */
export class TestSandbox {
  readonly app: FastifyInstance;
  readonly state: SandboxState;

  constructor(settings: Partial<SandboxSettings> = {}) {
    const { app, state } = buildSandbox({ settings });
    this.app = app;
    this.state = state;
  }

  /** A token request as the older clients send it. */
  async token(parameters: Record<string, string>): Promise<LightMyRequestResponse> {
    const url = '/oauth/token';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const payload = new URLSearchParams(parameters).toString();
    return ofItsForm('POST', url, await this.app.inject({ method: 'POST', url, headers, payload }));
  }

  async tokens(parameters: Record<string, string>): Promise<TokenAnswer> {
    const answer = await this.token({ ...client, ...parameters });
    if (answer.statusCode !== 200) throw new Error(`no token: ${answer.body}`);
    return answer.json();
  }

  appTokens = (appId: number) => this.tokens({ grant_type: 'app', app_id: String(appId), app_token: `sandbox-app-token-${appId}` });
  userTokens = (name: 'ada' | 'grace', scope = '') =>
    this.tokens({ grant_type: 'password', username: `${name}@example.com`, password: 'sandbox', scope });

  asApp = async (appId: number) => new TestCaller(this.app, (await this.appTokens(appId)).access_token);
  asUser = async (name: 'ada' | 'grace', scope?: string) => new TestCaller(this.app, (await this.userTokens(name, scope)).access_token);

  control(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object): Promise<LightMyRequestResponse> {
    return this.app.inject({ method, url: `/_sandbox${path}`, headers: { host: 'localhost' }, ...(payload && { payload }) });
  }
}

/** Calls the API with one access token. */
export class TestCaller {
  readonly #app: FastifyInstance;
  readonly token: string;

  constructor(app: FastifyInstance, token: string) {
    this.#app = app;
    this.token = token;
  }

  /** The answer, once it has proved to be of the form that Podio's has. */
  async send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: unknown): Promise<LightMyRequestResponse> {
    const answer = await this.#app.inject({
      method,
      url,
      headers: { authorization: `OAuth2 ${this.token}`, ...(payload !== undefined && { 'content-type': 'application/json' }) },
      ...(payload !== undefined && { payload: JSON.stringify(payload) }),
    });
    return ofItsForm(method, url, answer);
  }

  get = (url: string) => this.send('GET', url);
  post = (url: string, payload?: unknown) => this.send('POST', url, payload);
  put = (url: string, payload?: unknown) => this.send('PUT', url, payload);
  delete = (url: string) => this.send('DELETE', url);

  /** The body of an answer that must be a success. */
  async read(url: string) {
    return checked(await this.get(url)).json();
  }

  async write(method: 'POST' | 'PUT', url: string, payload: unknown = {}) {
    const answer = checked(await this.send(method, url, payload));
    return answer.statusCode === 204 ? undefined : answer.json();
  }
}

function checked(answer: LightMyRequestResponse): LightMyRequestResponse {
  if (answer.statusCode >= 300) throw new Error(`${answer.statusCode}: ${answer.body}`);
  return answer;
}

function ofItsForm(method: string, url: string, answer: LightMyRequestResponse): LightMyRequestResponse {
  checkAnswer({ method, url, status: answer.statusCode, contentType: answer.headers['content-type'], body: answer.body });
  return answer;
}
