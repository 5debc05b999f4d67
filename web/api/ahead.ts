import { fetchWhole, type Outgoing } from './http.ts';

/** A request that `/before-paint.js` sent while the app itself was still loading. */
export interface SentAhead {
  /** The answer with all of its body. */
  answer: Promise<{ response: Response; bytes: Uint8Array<ArrayBuffer> }>;
  controller: AbortController;
  /** When it was sent: in milliseconds since the epoch, and since the page began. */
  at: number;
  started: number;
}

declare global {
  /** By {@link nameOf}; absent where the page sends nothing ahead, and from the first request on that was not among them. */
  var podioKeyringAhead: Map<string, SentAhead> | undefined;
}

const nameOf = (method: string, url: string, body: string | null | undefined) => `${method} ${url} ${body ?? ''}`;

/**
 * The request of this form that is under way already, once. Whatever else is asked for may change what they were answered: from then on
 * none of them counts.
 */
export function takeAhead(
  method: string,
  url: string,
  body: string | null | undefined,
  signal?: AbortSignal | null,
): SentAhead | undefined {
  const name = nameOf(method, url, body);
  const found = globalThis.podioKeyringAhead?.get(name);
  globalThis.podioKeyringAhead?.delete(name);
  if (!found && url !== '/auth/config') globalThis.podioKeyringAhead = undefined;
  if (signal?.aborted) found?.controller.abort();
  signal?.addEventListener('abort', () => found?.controller.abort(), { once: true });
  return found;
}

/** So many bytes take some hundredths of a second to decode, and as much again to read as JSON. */
const largeBytes = 1_000_000;

/**
 * Carries a request by what was sent ahead, and sends it where nothing was. After a large answer has been decoded the page can answer whoever
 * uses it, before it is read as JSON.
 */
export async function carryAhead(url: string, init: Outgoing): ReturnType<typeof fetchWhole> {
  const sent = takeAhead(init.method, url, init.body, init.signal);
  const carried = sent ? { ...decoded(await sent.answer), sent } : await fetchWhole(url, init);
  if (carried.bytes.length >= largeBytes) await new Promise((resolve) => setTimeout(resolve));
  return carried;
}

const decoded = (answer: Awaited<SentAhead['answer']>) => ({ ...answer, text: new TextDecoder().decode(answer.bytes) });
