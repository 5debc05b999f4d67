import { Agent } from 'undici';
import { type Areas, allAreas } from './areas.ts';
import { type CallBody, callBody, callUrl, type PodioQuery } from './call.ts';
import type { CallOptions } from './call-options.ts';
import { ClientSession } from './client-session.ts';
import { type Download, openDownload } from './download.ts';
import { errorFromAnswer, PodioUnexpectedAnswerError, tokenExpired } from './errors.ts';
import { type PodioAnswer, sendRequest } from './http.ts';
import { appGrant, authorizationCodeGrant, authorizeUrl, type OAuthClient, passwordGrant, type Tokens } from './oauth.ts';
import { eachItem, type IterateItems } from './paging.ts';
import { needsRefresh } from './refresher.ts';
import { MemorySessionManager, type SessionManager } from './session-manager.ts';
import type { MakeCall } from './typed-call.ts';
import type { PodioFile } from './types.ts';
import { type UploadFile, uploadForm } from './upload.ts';

export type { CallOptions } from './call-options.ts';

export interface PodioClientOptions {
  /** An API key, from podio.com/settings/api. */
  clientId: string;
  clientSecret: string;
  /** Where authentications are kept; by default in memory, for as long as the client lives. */
  sessionManager?: SessionManager;
  apiUrl?: string;
  /** By default `apiUrl` without `api.`, and `/oauth/authorize`. */
  authorizeUrl?: string;
}

export interface PodioResponse {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string | string[] | undefined>;
  /** Parsed JSON; undefined where there is none (204); the bytes of a file, as a `Buffer`. */
  // biome-ignore lint/suspicious/noExplicitAny: what Podio answers is the caller's to know; types.ts has the forms.
  body: any;
}

/** 30 seconds, in milliseconds: for the beginning of an answer, and between two parts of it. */
const stallMs = 30_000;
/** 256 MiB; Podio's files have at most 100 MB. */
const answerBytes = 256 * 1024 * 1024;
/** An upload takes long, and its token must not end on the way. */
const uploadEarlySeconds = 300;

let agent: Agent | undefined;
/** Connections of all clients. Idle ones close after seconds, and keep no process alive. */
function connections(): Agent {
  agent ??= new Agent({ headersTimeout: stallMs, bodyTimeout: stallMs });
  return agent;
}

/** Podio's operations by area, as `client.tasks.get(5)`; and all items of an app, as `for await (const item of client.items(22117))`. */
export interface PodioClient extends Omit<Areas, 'items'> {
  readonly items: Areas['items'] & IterateItems;
}

/**
 * Podio's API as one user or app. Tokens are refreshed before they end, or when Podio says that they have, once for any number of calls
 * in flight. Two clients are two authentications.
 *
 * Whatever fails throws a {@link PodioError} of the kind that Podio's other clients name it.
 *
 * @see https://developers.podio.com/doc
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor assigns every area
export class PodioClient {
  readonly #client: OAuthClient;
  readonly #authorizeUrl: string;
  readonly #session: ClientSession;
  #rateLimit: number | undefined;
  #rateLimitRemaining: number | undefined;

  /** @throws {TypeError} for an option that cannot be right */
  constructor({ clientId, clientSecret, sessionManager = new MemorySessionManager(), apiUrl, authorizeUrl }: PodioClientOptions) {
    const api = baseUrl('apiUrl', apiUrl ?? 'https://api.podio.com');
    this.#client = { clientId: text('clientId', clientId), clientSecret: text('clientSecret', clientSecret), apiUrl: api };
    this.#authorizeUrl = authorizeUrl ?? `${api.replace('://api.', '://')}/oauth/authorize`;
    baseUrl('authorizeUrl', this.#authorizeUrl);
    this.#session = new ClientSession(this.#client, sessionManager);
    const make: MakeCall = async ({ method, path, body }, options) => {
      const sent = method === 'POST' || method === 'PUT' ? callBody(body) : undefined;
      return (await this.#call(method, callUrl(api, path), sent, options)).body;
    };
    const { items, ...areas } = allAreas(make);
    Object.assign(this, areas, { items: Object.assign(eachItem(items.filter), items) });
  }

  /** Calls that the last answer's limit allows in an hour. Operations that Podio calls rate limited have a lower one. */
  get rateLimit(): number | undefined {
    return this.#rateLimit;
  }

  /** Calls that were left after the last answer. */
  get rateLimitRemaining(): number | undefined {
    return this.#rateLimitRemaining;
  }

  /**
   * Where to send a person, who comes back to `redirectUri` with `code` and `state` in its query.
   *
   * @param scope as `user:read space:all`; everything, where absent
   * @param state an unguessable value, to be compared when they come back
   */
  authorizeUrl(redirectUri: string, scope?: string, state?: string): string {
    return authorizeUrl({ authorizeUrl: this.#authorizeUrl, clientId: this.#client.clientId, redirectUri, scope, state });
  }

  /** @throws {PodioInvalidGrantError} when the code is unknown, used or late, or the redirect URI is another */
  async authenticateWithAuthorizationCode(code: string, redirectUri: string): Promise<void> {
    const grant = () => authorizationCodeGrant(this.#client, { code: text('code', code), redirectUri: text('redirectUri', redirectUri) });
    await this.#session.signIn({ type: 'authorization_code', identifier: undefined }, grant, { reuse: false });
  }

  /**
   * Acts as an app. Asks Podio for nothing when the session manager holds a usable authentication of this app; should Podio later not renew that
   * one, the app token given here is used once.
   *
   * @throws {PodioInvalidGrantError} when the id or the token is wrong
   */
  async authenticateWithApp(appId: number | string, appToken: string): Promise<void> {
    const id = Number(appId);
    if (!Number.isSafeInteger(id) || id < 1) throw new TypeError('appId is a positive whole number.');
    const credentials = { appId: id, appToken: text('appToken', appToken) };
    await this.#session.signIn({ type: 'app', identifier: id }, () => appGrant(this.#client, credentials), { reuse: true });
  }

  /**
   * Acts as a person. Asks Podio for nothing when the session manager holds a usable authentication of this username; should Podio later not
   * renew that one, the password given here is used once.
   *
   * @throws {PodioInvalidGrantError} when the username or the password is wrong
   * @throws {PodioSecondFactorError} when they are right, but the account has a second factor
   */
  async authenticateWithPassword(username: string, password: string): Promise<void> {
    const credentials = { username: text('username', username), password: text('password', password) };
    await this.#session.signIn({ type: 'password', identifier: username }, () => passwordGrant(this.#client, credentials), { reuse: true });
  }

  /**
   * Gets a fresh access token now; calls do so by themselves. A failure leaves the authentication as it was.
   *
   * @throws {PodioInvalidGrantError} when Podio no longer renews this authentication
   */
  async refreshAccessToken(): Promise<void> {
    await this.#session.refresh(await this.#session.tokens());
  }

  /** Whether calls can be made: there is a token that lives, or one that can be renewed. */
  async isAuthenticated(): Promise<boolean> {
    return this.#session.isUsable();
  }

  /** Forgets the authentication, here and in the session manager. Podio is not told: its tokens end by themselves. */
  async clearAuthentication(): Promise<void> {
    await this.#session.clear();
  }

  async get(path: string, query?: PodioQuery, options?: CallOptions): Promise<PodioResponse> {
    return this.#call('GET', callUrl(this.#client.apiUrl, path, query), undefined, options);
  }

  /** @param body sent as JSON; a `FormData`, a stream or bytes as they are */
  async post(path: string, body?: unknown, options?: CallOptions): Promise<PodioResponse> {
    return this.#call('POST', callUrl(this.#client.apiUrl, path), callBody(body), options);
  }

  /** @param body sent as JSON; a `FormData`, a stream or bytes as they are */
  async put(path: string, body?: unknown, options?: CallOptions): Promise<PodioResponse> {
    return this.#call('PUT', callUrl(this.#client.apiUrl, path), callBody(body), options);
  }

  async delete(path: string, query?: PodioQuery, options?: CallOptions): Promise<PodioResponse> {
    return this.#call('DELETE', callUrl(this.#client.apiUrl, path, query), undefined, options);
  }

  /**
   * Uploads a file: its bytes, or the path of one on this machine. The token is refreshed first where it might end on the way.
   *
   * @param options `filename` is what Podio calls it: by default the name of a `File` or of the path
   */
  async upload(file: UploadFile, options: CallOptions & { filename?: string } = {}): Promise<PodioFile> {
    const form = await uploadForm(file, options.filename);
    return (await this.#call('POST', callUrl(this.#client.apiUrl, '/file/v2/'), callBody(form), options)).body;
  }

  /** Opens a file at Podio; its bytes are read as they come, and not kept in memory. */
  async download(fileId: number, { signal }: CallOptions = {}): Promise<Download> {
    const url = callUrl(this.#client.apiUrl, `/file/${Number(fileId)}/raw`);
    const open = (tokens: Tokens) => openDownload(url, { tokens, stallMs, dispatcher: connections(), ...(signal && { signal }) });
    let tokens = await this.#livingTokens(undefined);
    let answer = await open(tokens);
    if (!answer.download && tokenExpired(answer.refused.status, answer.refused.body)) {
      tokens = await this.#session.refresh(tokens, { expired: true });
      answer = await open(tokens);
    }
    if (!answer.download) throw errorFromAnswer(answer.refused);
    return answer.download;
  }

  async #call(method: string, url: string, body: CallBody | undefined, options: CallOptions = {}): Promise<PodioResponse> {
    let tokens = await this.#livingTokens(body);
    let answer = await this.#send(method, url, tokens, body, options);
    if (tokenExpired(answer.status, answer.body)) {
      tokens = await this.#session.refresh(tokens, { expired: true });
      if (body?.replayable !== false) answer = await this.#send(method, url, tokens, body, options);
    }
    const { status, headers } = answer;
    if (status < 200 || status >= 300) throw errorFromAnswer(answer);
    if (answer.malformedJson)
      throw new PodioUnexpectedAnswerError('Podio sent JSON that cannot be read.', { status, url, body: answer.body });
    return { status, headers, body: answer.body };
  }

  /** Refreshes first what is about to end. Should that fail, a token that still lives will do, but not for a body that cannot be sent twice. */
  async #livingTokens(body: CallBody | undefined): Promise<Tokens> {
    const tokens = await this.#session.tokens();
    if (!needsRefresh(tokens, Date.now(), body?.upload ? uploadEarlySeconds : undefined)) return tokens;
    try {
      return await this.#session.refresh(tokens);
    } catch (error) {
      if (body?.replayable === false || tokens.expiresAt <= Date.now()) throw error;
      return tokens;
    }
  }

  async #send(method: string, url: string, tokens: Tokens, body: CallBody | undefined, { signal }: CallOptions): Promise<PodioAnswer> {
    const answer = await sendRequest(url, {
      method,
      headers: { accept: 'application/json', authorization: `OAuth2 ${tokens.accessToken}`, ...body?.headers },
      body: body?.body,
      stallMs,
      maxBytes: answerBytes,
      dispatcher: connections(),
      ...(signal && { signal }),
    });
    this.#rateLimit = wholeNumber(answer.headers['x-rate-limit-limit']) ?? this.#rateLimit;
    this.#rateLimitRemaining = wholeNumber(answer.headers['x-rate-limit-remaining']) ?? this.#rateLimitRemaining;
    return answer;
  }
}

function text(name: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new TypeError(`${name} is missing.`);
  return value;
}

/** @returns the URL without a slash at its end */
function baseUrl(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hash || (name === 'apiUrl' && url.search))
    throw new TypeError(`${name} is an http or https address, as https://api.podio.com.`);
  return url.href.replace(/\/+$/, '');
}

function wholeNumber(header: string | string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
}
