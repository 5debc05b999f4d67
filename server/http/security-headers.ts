/** A header as Node's `writeHead` takes it. */
export type Header = readonly [name: string, value: string];

const permissions =
  'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=(), browsing-topics=()';

/** The headers of each kind of answer, made once at start: the proxied call copies them by hand, without hooks. */
export interface SecurityHeaders {
  /** On scripts, styles and images of our own, which nothing may frame either (OWASP ASVS 5.0, 3.4.6). */
  readonly asset: readonly Header[];
  /** On what is not a page: our JSON and what Podio sent. It can be looked at, never run (OWASP ASVS 5.0, 3.2.1). */
  readonly api: readonly Header[];
  /** On the single-page app. */
  readonly html: readonly Header[];
}

/** @param publicUrl the origin that people visit; strict transport security only where it is https. */
export function createSecurityHeaders(publicUrl: string): SecurityHeaders {
  const secure = publicUrl.startsWith('https:');
  const common: Header[] = [
    ...(secure ? [['strict-transport-security', 'max-age=63072000; includeSubDomains'] as const] : []),
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['x-frame-options', 'DENY'],
    ['x-xss-protection', '0'],
    ['permissions-policy', permissions],
  ];
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
  return {
    asset: [...common, ['content-security-policy', "frame-ancestors 'none'"]],
    api: [
      ...common,
      ['content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'"],
      ['vary', 'Sec-Fetch-Site, Origin, Cookie'],
    ],
    html: [
      ...common,
      ['content-security-policy', policy],
      ['cross-origin-opener-policy', 'same-origin'],
      ['cross-origin-embedder-policy', 'require-corp'],
      ['origin-agent-cluster', '?1'],
    ],
  };
}
