import { describe, expect, it } from 'vitest';
import { clientAddress, networkOf } from './client-address.ts';

describe('the address of a client', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:4711', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['::FFFF:192.0.2.1:4711', '192.0.2.1'],
    ['2001:12::1', '2001:12::1'],
  ])('%s is %s', (ip, expected) => {
    expect(clientAddress({ ip })).toBe(expected);
  });

  it.each([
    'unknown',
    '',
    '192.0.2',
    'x'.repeat(30_000),
    'a password',
    '\u001b[31m',
    'x[2001:db8::1]',
    '[2001:db8::1]x',
    '2001:db8::192.0.2.1:80',
  ])('DS7 LG3 %# is none, whatever a proxy passes on', (ip) => {
    expect(clientAddress({ ip })).toBeUndefined();
  });

  it('is none over a Unix socket, where Fastify knows no address', () => {
    expect(clientAddress({ ip: undefined as unknown as string })).toBeUndefined();
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:0:1::7', '2001:db8:0:1'],
    ['2001:DB8:0000:0001:aaaa:bbbb:cccc:dddd', '2001:db8:0:1'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['fe80::1:2:3:4:5:6%eth0:7', 'fe80:0:1:2'],
    ['2001:db8::1:2:3:4:5', '2001:db8:0:1'],
    ['2001:db8:0:1::', '2001:db8:0:1'],
    ['::2:3:4:5:6:7', '0:0:2:3'],
    ['1:2:3:4:5:6:7::', '1:2:3:4'],
  ])('DS11 of %s is %s', (address, expected) => {
    expect(networkOf(address)).toBe(expected);
  });
});
