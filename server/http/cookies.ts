/** Browsers count name, value and attributes and drop what is longer, silently (RFC 6265bis §5.6, as implemented). */
export const COOKIE_BYTES = 4096;

/** The names of our cookies. Those of the sandbox differ: all ports of localhost share one jar. */
export interface CookieNames {
  readonly keyring: string;
  readonly authentication: string;
  /** Followed by what tells one sign-in under way from another. */
  readonly loginPrefix: string;
}

export function cookieNames(mode: 'sandbox' | 'podio'): CookieNames {
  const mark = mode === 'sandbox' ? 'sandbox-' : '';
  return {
    keyring: `__Host-Http-${mark}keyring`,
    authentication: `__Secure-${mark}authentication`,
    loginPrefix: `__Host-Http-${mark}login-`,
  };
}

/**
 * A `Set-Cookie` value. Without a `value` it deletes: one function makes both, so that name, path and attributes cannot differ.
 *
 * SameSite=Strict is possible because the page posts the callback; with Lax every GET that has an effect would be exposed.
 * Values are base64url, which needs no encoding.
 */
export function setCookie(name: string, path: string, cookie?: { value: string; maxAgeSeconds: number }): string {
  return `${name}=${cookie?.value ?? ''}; Path=${path}; Secure; HttpOnly; SameSite=Strict; Max-Age=${cookie?.maxAgeSeconds ?? 0}`;
}

/**
 * Every value of one cookie, in the order sent. A sibling subdomain can plant a second one, so the caller tries each: only a value
 * that we sealed for this place opens.
 */
export function cookieValues(header: string | undefined, name: string): string[] {
  const values: string[] = [];
  if (header === undefined) return values;
  const prefix = `${name}=`;
  let at = 0;
  // From one cookie to the next: to look for the name in all of a sealed value costs a call more than to open it.
  for (let end = 0; end !== -1; at = end + 1) {
    end = header.indexOf(';', at);
    while (header[at] === ' ' || header[at] === '\t') at++;
    if (header.startsWith(prefix, at)) values.push(header.slice(at + prefix.length, end === -1 ? undefined : end).trim());
  }
  return values;
}

/** Names and values of all cookies whose name begins with `prefix`. */
export function cookiesByPrefix(header: string | undefined, prefix: string): { name: string; value: string }[] {
  const found: { name: string; value: string }[] = [];
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && name.startsWith(prefix)) found.push({ name, value: pair.slice(at + 1).trim() });
  }
  return found;
}
