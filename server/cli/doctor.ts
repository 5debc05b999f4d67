import { PodioError, PodioInvalidClientError, PodioInvalidGrantError } from '../podio/errors.ts';
import { authorizationCodeGrant, authorizeUrl } from '../podio/oauth.ts';
import { isLoopback, type Settings } from '../settings.ts';

/** One step of an examination: what was looked at, and what is wrong with it. */
export interface Finding {
  step: string;
  /** `warning`: it may work, and may not. */
  verdict: 'ok' | 'warning' | 'wrong';
  /** What was found, and what to do. */
  words: string;
}

const timeoutMs = 10_000;
const storeTimeoutMs = 3_000;
/** A clock that is off by more makes tokens look dead, or alive, at the wrong time. */
const clockToleranceSeconds = 60;

/** Checks a configuration against Podio, or the sandbox, step by step. Nothing is signed in, and nothing is changed. */
export async function* examine(settings: Settings): AsyncGenerator<Finding> {
  yield { step: 'Settings', verdict: 'ok', words: `${settings.mode === 'sandbox' ? 'Sandbox' : 'Podio'} mode, at ${settings.publicUrl}.` };
  yield address(settings);
  const reached = await reach(settings.apiUrl);
  if ('problem' in reached) {
    yield { step: 'Reaching Podio', verdict: 'wrong', words: reached.problem };
  } else {
    yield { step: 'Reaching Podio', verdict: 'ok', words: `${settings.apiUrl} answers.` };
    yield clock(reached.date);
    yield await apiKey(settings);
    yield await redirectDomain(settings);
  }
  if (settings.redisUrl !== undefined) {
    const { checkStore } = await import('./check-store.ts');
    yield await checkStore(settings.redisUrl, storeTimeoutMs);
  }
}

function address({ mode, publicUrl }: Settings): Finding {
  const { hostname } = new URL(publicUrl);
  const local = mode === 'podio' && isLoopback(hostname);
  const words = local
    ? `${hostname} is this machine only, and Podio is reported to refuse it as a domain. Use a name with a dot, over https.`
    : `People visit ${publicUrl}; Podio sends them back to ${publicUrl}/callback.`;
  return { step: 'Address', verdict: local ? 'warning' : 'ok', words };
}

async function reach(apiUrl: string): Promise<{ date: string | null } | { problem: string }> {
  try {
    const { headers } = await fetch(apiUrl, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    return { date: headers.get('date') };
  } catch (error) {
    const code = ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code ?? (error as Error).name;
    return { problem: `${apiUrl} does not answer (${code}). Check PODIO_API_URL, the network, and any proxy between.` };
  }
}

function clock(date: string | null): Finding {
  const step = 'Clock';
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs))
    return { step, verdict: 'warning', words: 'Podio did not say what time it is, so the clock could not be compared.' };
  const seconds = Math.round((Date.now() - theirs) / 1000);
  if (Math.abs(seconds) <= clockToleranceSeconds) return { step, verdict: 'ok', words: 'It agrees with that of Podio.' };
  const words = `This machine's clock is ${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead of' : 'behind'} Podio's: set it, or switch time synchronisation on.`;
  return { step, verdict: 'wrong', words };
}

/** A code that nobody was given: Podio looks at the API key first, and then refuses the code. */
async function apiKey(settings: Settings): Promise<Finding> {
  const step = 'Client id and secret';
  try {
    await authorizationCodeGrant(
      { ...settings, timeoutMs },
      { code: 'podio-keyring-doctor', redirectUri: `${settings.publicUrl}/callback` },
    );
    return { step, verdict: 'warning', words: 'Podio gave a token for a code that it never made; what answers is not Podio.' };
  } catch (error) {
    if (error instanceof PodioInvalidGrantError) return { step, verdict: 'ok', words: 'Podio knows them.' };
    if (error instanceof PodioInvalidClientError)
      return { step, verdict: 'wrong', words: 'Podio does not know this client id and secret. Compare both with podio.com/settings/api.' };
    const words = error instanceof PodioError ? error.message : String(error);
    return { step, verdict: 'warning', words: `They could not be checked: ${words}` };
  }
}

async function redirectDomain(settings: Settings): Promise<Finding> {
  const step = 'Redirect domain';
  const redirectUri = `${settings.publicUrl}/callback`;
  const { hostname } = new URL(settings.publicUrl);
  const url = authorizeUrl({ ...settings, redirectUri, scope: settings.defaultScope, state: 'doctor' });
  try {
    const { status } = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    if (status < 400) return { step, verdict: 'ok', words: `Podio takes people who are to come back to ${redirectUri}.` };
    const words = `Podio refuses ${redirectUri} (${status}). Register the domain ${hostname}, without protocol, port or path, for this API key.`;
    return { step, verdict: 'wrong', words };
  } catch {
    return { step, verdict: 'wrong', words: `${new URL(settings.authorizeUrl).origin} does not answer. Check PODIO_AUTHORIZE_URL.` };
  }
}
