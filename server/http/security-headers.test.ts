import { describe, expect, it } from 'vitest';
import { createSecurityHeaders, type Header } from './security-headers.ts';

const permissions =
  'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=(), browsing-topics=()';
const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'x-xss-protection': '0',
  'permissions-policy': permissions,
};
const transport = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' };
/** What a page may do. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

describe.each([
  ['https://keyring.example.com', transport, `${policy}; upgrade-insecure-requests`],
  ['http://localhost:3000', {}, policy],
  ['http://https:3000', {}, policy],
])('the headers at %s', (publicUrl, more, pagePolicy) => {
  const made = () => createSecurityHeaders(publicUrl);
  const named = (headers: readonly Header[]) => {
    expect(new Set(headers.map(([name]) => name)).size).toBe(headers.length);
    return Object.fromEntries(headers);
  };

  it('BR2 of a page let it load from here alone, and nothing frame or share it', () => {
    expect(named(made().html)).toEqual({
      ...everywhere,
      ...more,
      'content-security-policy': pagePolicy,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'origin-agent-cluster': '?1',
    });
  });

  it('PX14 of what is no page let nothing in it run', () => {
    expect(named(made().api)).toEqual({
      ...everywhere,
      ...more,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      vary: 'Sec-Fetch-Site, Origin, Cookie',
    });
  });

  it('of a script, a style or an image let nothing frame it', () => {
    expect(named(made().asset)).toEqual({ ...everywhere, ...more, 'content-security-policy': "frame-ancestors 'none'" });
  });
});
