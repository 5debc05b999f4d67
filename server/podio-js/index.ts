import { PodioAuthorizationError, PodioError, PodioForbiddenError } from '../podio/errors.ts';
import { PodioClient, type PodioQuery, type PodioResponse, type SessionManager } from '../podio/index.ts';
import {
  type AuthObject,
  fromSession,
  fromTokenData,
  type PodioJsAuthType,
  type TokenData,
  toSession,
  toTokenData,
} from './auth-object.ts';

export type { AuthObject, PodioJsAuthType, TokenData } from './auth-object.ts';

export interface AuthOptions {
  authType: PodioJsAuthType;
  clientId: string | number;
  /** Needed by every type but `client`. */
  clientSecret?: string;
  projectId?: unknown;
}

/** As podio-js asks for it: callbacks, and an empty object where an authentication ended. */
export interface SessionStore {
  get(authType: PodioJsAuthType, callback: (auth?: AuthObject) => void): void;
  set(auth: AuthObject | Record<string, never>, authType: PodioJsAuthType, callback?: Done): void;
}

export type Done = (error?: unknown, data?: TokenData) => void;

export interface PodioJsOptions {
  apiURL?: string;
  sessionStore?: SessionStore;
  /** Called when the token of the `client` type has ended, which Podio does not renew. */
  onTokenWillRefresh?: (callback: Done) => void;
  afterTokenRefreshed?: (data: TokenData) => void;
}

export interface RequestOptions {
  /** `form` sends a form in place of JSON. */
  type?: 'form';
}

/**
 * podio-js 1.6.1's class, with `PodioClient` inside: for a project that leaves podio-js by changing an import.
 *
 * What differs is for the better, or out of reach: a refresh that fails loses nothing and rejects the call; calls at the same moment share
 * one refresh; apps may upload. `basicAuth`, push and the express middleware are not there.
 */
export class PodioJS {
  /** The podio-js that this stands for. */
  readonly VERSION = '1.6.1';
  readonly authType: PodioJsAuthType;
  readonly clientId: string | number;
  readonly clientSecret: string | undefined;
  readonly projectId: unknown;
  readonly apiURL: string;
  readonly sessionStore: SessionStore | undefined;
  readonly onTokenWillRefresh: PodioJsOptions['onTokenWillRefresh'];
  readonly afterTokenRefreshed: PodioJsOptions['afterTokenRefreshed'];
  #authObject: AuthObject | undefined;
  #client: PodioClient | undefined;

  constructor(auth: AuthOptions, options: PodioJsOptions = {}) {
    if (auth === undefined) throw new Error('Authentication options are missing');
    const needed = auth.authType === 'client' ? (['authType', 'clientId'] as const) : (['authType', 'clientId', 'clientSecret'] as const);
    for (const name of needed) if (auth[name] === undefined) throw new Error(`Missing auth property ${name}`);
    this.authType = auth.authType;
    this.clientId = auth.clientId;
    this.clientSecret = auth.clientSecret;
    this.projectId = auth.projectId;
    this.apiURL = options.apiURL ?? 'https://api.podio.com:443';
    this.sessionStore = options.sessionStore;
    this.onTokenWillRefresh = options.onTokenWillRefresh;
    this.afterTokenRefreshed = options.afterTokenRefreshed;
    if (this.sessionStore) this.refreshAuthFromStore();
  }

  /** The present authentication. One that is assigned is used from the next call on. */
  get authObject(): AuthObject | undefined {
    return this.#authObject;
  }

  set authObject(auth: AuthObject | undefined) {
    if (auth?.accessToken !== this.#authObject?.accessToken) this.#client = undefined;
    this.#authObject = auth?.accessToken === undefined ? undefined : auth; // stores give {} for none
  }

  /** Resolves where there is an authentication, here or in the session store; rejects where there is none. */
  async isAuthenticated(): Promise<void> {
    await new Promise<void>((resolve) => this.refreshAuthFromStore(resolve));
    if (!this.authObject) throw undefined;
  }

  /** Takes what the session store has. */
  refreshAuthFromStore(callback?: () => void): void {
    if (!this.sessionStore) {
      callback?.();
      return;
    }
    this.sessionStore.get(this.authType, (auth) => {
      this.authObject = auth;
      callback?.();
    });
  }

  /** Takes a token answer that was got elsewhere. */
  setAccessToken(data: TokenData): void {
    this.authObject = fromTokenData(data);
  }

  getAuthorizationURL(redirectURL: string): string {
    if (this.authType === 'password') throw new Error('Authorization URLs are not supported for password authentication');
    const url = new URL(this.#newClient().authorizeUrl(redirectURL));
    if (this.authType === 'client') url.searchParams.set('response_type', 'token');
    return url.href;
  }

  getAccessToken(code: string, redirectURL: string, callback?: Done): Promise<void> {
    if (this.authType !== 'server') {
      const wrong = new Error('In authentication types other than server access token is delivered through a redirect');
      return settle(Promise.reject(wrong), callback);
    }
    return this.#signIn((client) => client.authenticateWithAuthorizationCode(code, redirectURL), callback);
  }

  authenticateWithApp(appId: number | string, appToken: string, callback?: Done): Promise<void> {
    return this.#signIn((client) => client.authenticateWithApp(appId, appToken), callback);
  }

  authenticateWithCredentials(username: string, password: string, callback?: Done): Promise<void> {
    return this.#signIn((client) => client.authenticateWithPassword(username, password), callback);
  }

  /** Gets fresh tokens now; calls do so by themselves. */
  refreshToken(callback?: Done): Promise<void> {
    const refreshed = this.authObject ? this.#current().refreshAccessToken() : Promise.reject(notAuthenticated());
    return settle(this.#withPodioJsErrors(refreshed), callback, () => this.authObject && toTokenData(this.authObject));
  }

  /** Resolves with the body of Podio's answer; `{}` where it has none. */
  async request(method: string, path: string, data?: object, options: RequestOptions = {}): Promise<unknown> {
    if (!this.authObject) throw notAuthenticated();
    const body = options.type === 'form' ? new URLSearchParams(data as Record<string, string>) : data;
    const answer = await this.#withPodioJsErrors(send(this.#current(), method, path, body));
    return answer.body ?? {};
  }

  /** @param fileName what Podio calls it */
  async uploadFile(filePath: string, fileName: string): Promise<unknown> {
    if (this.authType === 'client') throw new PodioError('File uploads are only supported on the server right now.');
    if (!this.authObject) throw notAuthenticated();
    return this.#withPodioJsErrors(this.#current().upload(filePath, { filename: fileName }));
  }

  /** The address has the access token in it: keep it out of pages and logs. */
  getThumbnailURLForFileLink(link: string, size?: string): string {
    if (!this.authObject) throw notAuthenticated();
    const url = new URL(link);
    if (['badge', 'extra_large', 'large', 'medium', 'small', 'tiny'].includes(size ?? ''))
      url.pathname = `${url.pathname.replace(/\/$/, '')}/${size}`;
    url.searchParams.set('oauth_token', this.authObject.accessToken);
    return url.href;
  }

  #newClient(): PodioClient {
    const { clientId, clientSecret = 'none: the client type has no secret', apiURL } = this;
    return new PodioClient({ clientId: String(clientId), clientSecret, apiUrl: apiURL, sessionManager: this.#bridge() });
  }

  #current(): PodioClient {
    this.#client ??= this.#newClient();
    return this.#client;
  }

  /** From PodioClient's sessions to `authObject` and the store, and back. */
  #bridge(): SessionManager {
    const client = { clientId: String(this.clientId), apiUrl: new URL(this.apiURL).href.replace(/\/+$/, '') };
    return {
      get: (authType) => (this.#authObject ? toSession(this.#authObject, authType, client) : undefined),
      set: async (tokens) => {
        if (!tokens) return;
        const refreshed = this.#client !== undefined;
        this.#authObject = fromSession(tokens);
        await this.#store(this.#authObject);
        if (refreshed) this.afterTokenRefreshed?.(toTokenData(this.#authObject));
      },
    };
  }

  /** A store calls back, as podio-js asks; one that takes no callback is not waited for. */
  #store(auth: AuthObject): Promise<void> {
    const { sessionStore } = this;
    if (!sessionStore) return Promise.resolve();
    return new Promise((resolve, reject) => {
      sessionStore.set(auth, this.authType, (error) => (error ? reject(error) : resolve()));
      if (sessionStore.set.length < 3) resolve();
    });
  }

  #signIn(signIn: (client: PodioClient) => Promise<void>, callback: Done | undefined): Promise<void> {
    this.authObject = undefined; // podio-js asks Podio each time; nothing held counts
    const client = this.#newClient();
    const done = signIn(client).then(() => {
      this.#client = client;
    });
    return settle(this.#withPodioJsErrors(done), callback, () => this.authObject && toTokenData(this.authObject));
  }

  /** podio-js has Podio's body as `message`, and drops an authentication that Podio no longer takes. */
  async #withPodioJsErrors<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof PodioAuthorizationError || endings[this.authType].includes((error as PodioError).name)) this.#ended();
      if (error instanceof PodioError && typeof error.body === 'object' && error.body !== null)
        Object.defineProperty(error, 'message', { value: error.body });
      throw error;
    }
  }

  #ended(): void {
    if (!this.authObject) return;
    this.authObject = undefined;
    this.sessionStore?.set({}, this.authType);
    if (this.authType === 'client') this.onTokenWillRefresh?.(() => undefined);
  }
}

/** The name that podio-js exports it under. */
export { PodioJS as api };

/** A refresh that is refused ends an authentication; the client type has no secret to refresh with, which Podio tells as its own error. */
const invalidGrant = 'PodioInvalidGrantError';
const endings: Record<PodioJsAuthType, readonly string[]> = {
  server: [invalidGrant],
  password: [invalidGrant],
  app: [invalidGrant],
  client: [invalidGrant, 'PodioInvalidClientError'],
};

const notAuthenticated = () => new PodioForbiddenError('Authentication has not been performed');

/** Calls back where a callback was given, and then rejects nothing: the callback has the error. */
function settle(work: Promise<void>, callback: Done | undefined, data?: () => TokenData | undefined): Promise<void> {
  if (!callback) return work;
  return work.then(
    () => callback(null, data?.()),
    (error: unknown) => callback(error),
  );
}

function send(client: PodioClient, method: string, path: string, data: object | undefined): Promise<PodioResponse> {
  switch (method.toLowerCase()) {
    case 'get':
      return client.get(path, data as PodioQuery | undefined);
    case 'post':
      return client.post(path, data);
    case 'put':
      return client.put(path, data);
    case 'delete':
      return client.delete(path);
    default:
      return Promise.reject(new TypeError(`podio-js knows no method ${method}.`));
  }
}
