import type { PodioAnswer, PodioCall } from './errors.ts';

/** A body in the forms in which it is looked at; `json` is undefined for what is none. */
export interface Body {
  bytes: Uint8Array;
  text: string;
  json: unknown;
}

/** When a request was sent: in milliseconds since the epoch, and since the page began. */
export interface Sent {
  at: number;
  started: number;
}

/** An answer of Podio's as all screens look at it. */
export function toAnswer(call: PodioCall, response: Response, { bytes, text, json }: Body, { at, started }: Sent): PodioAnswer {
  const { headers, status, statusText } = response;
  return {
    call,
    status,
    statusText: response.type === 'opaqueredirect' ? 'Redirect' : statusText,
    headers: [...headers],
    text,
    json,
    ...(json === undefined && bytes.length > 0 && { raw: bytes }),
    ms: Math.round(performance.now() - started),
    bytes: bytes.length,
    rateLimit: numberIn(headers, 'x-rate-limit-limit'),
    rateLimitRemaining: numberIn(headers, 'x-rate-limit-remaining'),
    at,
    requestId: headers.get('x-podio-request-id') ?? undefined,
  };
}

function numberIn(headers: Headers, name: string): number | undefined {
  const value = headers.get(name);
  return value && /^\d+$/.test(value) ? Number(value) : undefined;
}
