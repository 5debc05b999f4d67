import { isIP } from 'node:net';

/**
 * The address of the client as the trusted proxies tell it, without the port that some append. Undefined where it is none: over a Unix socket,
 * or where a proxy passes on what anybody wrote there, which may be any text.
 */
export function clientAddress({ ip }: { readonly ip: string }): string | undefined {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(ip)?.[1] ?? ip?.replace(/^(?:::ffff:)?([\d.]+)(?::\d+)?$/i, '$1');
  return bare && isIP(bare) !== 0 ? bare : undefined;
}

/** The address, or of IPv6 its /64: one household or host has all of that (RFC 6177). */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [before = [], behind = []] = address
    .replace(/%.*/, '')
    .split('::')
    .map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - before.length - behind.length)).fill('0');
  return [...before, ...zeros, ...behind]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
