import { isProblem, type PodioAnswer, type PodioCall, ProblemError, UnreachableError } from './errors.ts';
import { happened } from './happenings.ts';
import { type Body, type Sent, toAnswer } from './to-answer.ts';

interface Options {
  signal?: AbortSignal | null;
}

/** What the addresses of the token handler begin with, where it is embedded in another server. */
let basePath = '';

/** @param path as `/podio`; empty for the root */
export function setBasePath(path: string): void {
  basePath = path.replace(/\/$/, '');
}

/**
 * One request to a route of the token handler; resolves with its JSON, with undefined for a 204.
 * @throws {ProblemError} when the token handler refuses
 * @throws {UnreachableError} when it does not answer
 */
export async function request<T>(method: string, path: string, body?: unknown, { signal = null }: Options = {}): Promise<T> {
  const { response, json } = await send(path, {
    method,
    signal,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }) },
    body: body === undefined ? null : JSON.stringify(body),
  });
  throwProblem(response, json, /^\/keyring\/([^/]+)/.exec(path)?.[1]);
  if (response.status === 204) return undefined as T;
  if (!response.ok || json === undefined) throw unreachable(new UnreachableError('not-ours'));
  happened({ type: 'reachable' });
  return json as T;
}

/**
 * One call to Podio's API as an authentication. Never throws for a status of Podio's; whoever wants that has
 * `PodioAnswerError`.
 * @throws {ProblemError} when the token handler refuses or cannot reach Podio, or when a browser cannot send the path as it is
 * @throws {UnreachableError} when the token handler does not answer
 */
export async function podioCall(authId: string, call: PodioCall, options: Options = {}): Promise<PodioAnswer> {
  refuseWhatBrowsersRewrite(call.path);
  const now = { at: Date.now(), started: performance.now() };
  try {
    const answer = await answerTo(authId, call, now, options);
    happened({ type: 'answered', id: authId, answer });
    return answer;
  } catch (error) {
    happened({ type: 'unanswered', id: authId, call, error, at: now.at, ms: performance.now() - now.started });
    throw error;
  }
}

async function answerTo(authId: string, call: PodioCall, now: Sent, { signal = null }: Options): Promise<PodioAnswer> {
  const {
    response,
    sent = now,
    ...body
  } = await send(`/keyring/${authId}/api${call.path}`, {
    method: call.method,
    signal,
    redirect: 'manual',
    headers: { ...(call.body !== undefined && { 'content-type': 'application/json' }), ...call.headers },
    body: call.body ?? null,
  });
  throwProblem(response, body.json, authId);
  if (!isFromProxiedCall(response, body.json)) throw unreachable(new UnreachableError('not-ours'));
  happened({ type: 'reachable' });
  return toAnswer(call, response, body, sent);
}

/** A URL parser resolves dot segments, turns `\` around, drops controls and cuts at `#`: that would send another call than the one asked for. */
function refuseWhatBrowsersRewrite(path: string): void {
  const dotSegment = path
    .split('?', 1)[0]
    ?.split('/')
    .some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  if (path.startsWith('/') && !dotSegment && !/[\\#\u0000-\u001f\u007f]/.test(path)) return;
  const detail = 'The path begins with / and has no dot segments, \\, # or controls.';
  throw new ProblemError({ type: 'about:blank', title: 'Bad Request', status: 400, detail, code: 'bad_request' });
}

/** What is sent: of a form in which it is found again where it was sent ahead. */
export interface Outgoing extends RequestInit {
  method: string;
  body: string | null;
  signal: AbortSignal | null;
}

/** An answer with all of its body, and when its request was sent, where that was ahead. */
interface Carried {
  response: Response;
  bytes: Uint8Array<ArrayBuffer>;
  text: string;
  sent?: Sent;
}

/** Sends a request, with the cookies of this origin as every `fetch` does, and reads the whole answer. */
export async function fetchWhole(url: string, init: Outgoing): Promise<Carried> {
  const response = await fetch(url, { ...init, cache: 'no-store' });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { response, bytes, text: new TextDecoder().decode(bytes) };
}

let carry = fetchWhole;

/** From now on requests are carried so. */
export function carryBy(carrier: typeof fetchWhole): void {
  carry = carrier;
}

async function send(url: string, init: Outgoing): Promise<Body & Carried> {
  try {
    const carried = await carry(basePath + url, init);
    return { ...carried, json: parse(carried.text) };
  } catch (error) {
    throw unreachableUnlessAborted(error);
  }
}

function unreachable(error: UnreachableError): UnreachableError {
  happened({ type: 'unreachable', reason: error.reason });
  return error;
}

const unreachableUnlessAborted = (error: unknown) =>
  (error as Error | undefined)?.name === 'AbortError' ? error : unreachable(new UnreachableError('no-answer', { cause: error }));

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON is an answer too: the caller decides whether it may be
  }
}

/** @param authId the authentication that the request was about, where it was about one */
function throwProblem(response: Response, json: unknown, authId: string | undefined): void {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json') || !isProblem(json)) return;
  happened({ type: 'reachable' });
  if (json.code === 'authentication_expired' && authId) happened({ type: 'expired', id: authId });
  const seconds = Number(response.headers.get('retry-after') || Number.NaN);
  throw new ProblemError(json, Number.isFinite(seconds) ? seconds : undefined);
}

/** Every proxied answer is sandboxed by its policy; an answer without it that is no JSON either came from someone in between. */
const isFromProxiedCall = (response: Response, json: unknown) =>
  json !== undefined || response.type === 'opaqueredirect' || /\bsandbox\b/.test(response.headers.get('content-security-policy') ?? '');
