import { AuthorizationCodes } from './authorize/codes.ts';
import { SignInSessions } from './authorize/sessions.ts';
import { BoundedMap } from './bounded-map.ts';
import { Clock } from './clock.ts';
import { clients, type PublishedCredentials } from './credentials.ts';
import { Faults } from './faults.ts';
import { GrantStore } from './grant-store.ts';
import { Deliveries } from './hooks/deliveries.ts';
import { PlantedCounters, plantedCalls } from './planted.ts';
import { RateLimiter } from './rate-limit.ts';
import { RequestLog } from './request-log.ts';
import { seed } from './seed/seed.ts';
import { defaultSettings, patchSettings, type SandboxSettings } from './settings.ts';
import { Store } from './store.ts';

/** The names of the grants, as `grant_type` has them. */
export const grantTypes = ['authorization_code', 'app', 'password', 'refresh_token'] as const;
export type GrantType = (typeof grantTypes)[number];

/** How often what was asked. */
export interface Counts {
  /** Token answers that held tokens, by grant type. */
  token: Record<GrantType, number>;
  /** Token requests that got no tokens: refused ones, and those that a fault answered. */
  tokenErrors: number;
  /** Requests to anything but the token endpoints, the authorize page, the controls and the sandbox's own page. */
  api: number;
}

/** Everything that one running sandbox remembers. Read its members when you need them: a reset replaces them. */
export class SandboxState {
  readonly clock = new Clock();
  /** Where the sandbox answers, as `http://localhost:3001`; known once it listens. */
  origin = 'http://localhost';
  settings!: SandboxSettings;
  store!: Store;
  grants!: GrantStore;
  codes!: AuthorizationCodes;
  sessions!: SignInSessions;
  rates!: RateLimiter;
  planted!: PlantedCounters;
  faults!: Faults;
  log!: RequestLog;
  deliveries!: Deliveries;
  counts!: Counts;
  /** App tokens that were replaced; they are good for nothing, but they were given out. */
  formerAppTokens!: BoundedMap<string, true>;
  readonly #initialSettings: SandboxSettings;

  constructor(settings: Partial<SandboxSettings> = {}) {
    this.#initialSettings = patchSettings(defaultSettings, settings);
    this.reset();
  }

  /** Back to the start: sample data, settings, clock and counts; all tokens, codes, faults and the log are gone. */
  reset(): void {
    this.clock.reset();
    this.settings = { ...this.#initialSettings };
    this.store = new Store();
    seed(this.store);
    this.grants = new GrantStore(this.clock);
    this.codes = new AuthorizationCodes(this.clock);
    this.sessions = new SignInSessions();
    this.rates = new RateLimiter(this.clock, plantedCalls);
    this.planted = new PlantedCounters();
    this.faults = new Faults();
    this.log = new RequestLog();
    this.deliveries?.stop();
    this.deliveries = new Deliveries();
    this.counts = { token: { authorization_code: 0, app: 0, password: 0, refresh_token: 0 }, tokenErrors: 0, api: 0 };
    this.formerAppTokens = new BoundedMap(20_000);
  }

  /** What people may sign in with; apps that were made since the start are not among them. */
  publishedCredentials(): PublishedCredentials {
    return {
      clients: clients.map(({ clientId, clientSecret }) => ({ clientId, clientSecret })),
      users: [...this.store.users.values()].map(({ mail, password, name }) => ({ username: mail, password, name })),
      apps: [...this.store.apps.values()]
        .filter(({ status }) => status === 'active')
        .map(({ appId, token, name }) => ({ appId, appToken: token, name })),
    };
  }
}
