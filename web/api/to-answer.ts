import type { PodioAnswer, PodioCall } from './errors.ts';

/** A body in the forms in which it is looked at; `json` is undefined for what is none. */
export interface Body {
  bytes: Uint8Array;
  text: string;
  json: unknown;
}

/** An answer of Podio's as all screens look at it. */
export function toAnswer(call: PodioCall, response: Response, { bytes, text, json }: Body, time: { at: number; ms: number }): PodioAnswer {
  const { headers, status, statusText } = response;
  return {
    call,
    status,
    statusText: response.type === 'opaqueredirect' ? 'Redirect' : statusText,
    headers: [...headers],
    text,
    json,
    ...(json === undefined && bytes.byteLength > 0 && { raw: bytes }),
    ms: Math.round(time.ms),
    bytes: bytes.byteLength,
    rateLimit: numberIn(headers, 'x-rate-limit-limit'),
    rateLimitRemaining: numberIn(headers, 'x-rate-limit-remaining'),
    at: time.at,
    requestId: headers.get('x-podio-request-id') ?? undefined,
  };
}

function numberIn(headers: Headers, name: string): number | undefined {
  const value = headers.get(name);
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}
