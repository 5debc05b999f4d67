import { request } from './http.ts';

/** The sandbox's own controls, which the token handler passes on in sandbox mode only. */
export interface SandboxSettings {
  /** 0: used up. */
  rateLimitPerHour: number;
  latencyMs: number;
}

interface Fault {
  path?: string;
  status?: number;
}

/** What of the controls is switched on. */
export interface SandboxState {
  usedUp: boolean;
  slow: boolean;
  failing: boolean;
}

const slowMs = 3000;
const failingStatus = 503;
/** Podio's own ceiling. @see https://developers.podio.com/index/limits */
const callsPerHour = 1000;
/** As good as always. */
const often = 1_000_000;

export async function readSandbox({ signal }: { signal?: AbortSignal } = {}): Promise<SandboxState> {
  const [{ settings }, { faults }] = await Promise.all([
    // A change of nothing: `GET /sandbox` would bring its sample secrets into this page.
    request<{ settings: SandboxSettings }>('PATCH', '/sandbox/settings', {}, { signal }),
    request<{ faults: Fault[] }>('GET', '/sandbox/faults', undefined, { signal }),
  ]);
  return {
    usedUp: settings.rateLimitPerHour === 0,
    slow: settings.latencyMs > 0,
    failing: faults.some(({ path, status }) => path === undefined && status === failingStatus),
  };
}

/** Moves the sandbox's clock on. */
export const advance = (seconds: number) => request<unknown>('POST', '/sandbox/advance', { seconds });

const settle = (settings: Partial<SandboxSettings>) => request<unknown>('PATCH', '/sandbox/settings', settings);
export const exhaust = (usedUp: boolean) => settle({ rateLimitPerHour: usedUp ? 0 : callsPerHour });
export const makeSlow = (slow: boolean) => settle({ latencyMs: slow ? slowMs : 0 });

/** Every call is answered 503 from now on; or none any more, other planted faults included. */
export const makeFail = (fail: boolean) =>
  fail
    ? request<unknown>('POST', '/sandbox/faults', { status: failingStatus, times: often })
    : request<unknown>('DELETE', '/sandbox/faults');

/** Data, tokens and faults as at the start. */
export const resetSandbox = () => request<void>('DELETE', '/sandbox');
