import type { IncomingMessage } from 'node:http';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { createHostCheck, refuseHost } from './host-check.ts';

const asked = (...hosts: string[]) =>
  ({
    headers: { host: hosts[0] },
    rawHeaders: ['Cost', '1', ...hosts.flatMap((host) => ['hOst', host]), 'Accept', 'host'],
  }) as unknown as IncomingMessage;

describe('the host name of a request', () => {
  it.each([
    ['http://localhost:3000', 'localhost:3000', true],
    ['http://localhost:3000', 'LOCALHOST:3000', true],
    ['http://localhost:3000', 'localhost', false],
    ['http://localhost:3000', 'localhost:80', false],
    ['http://localhost:3000', 'localhost:3000.evil.example', false],
    ['http://localhost', 'localhost', true],
    ['http://localhost', 'localhost:80', true],
    ['http://localhost', 'localhost:443', false],
    ['https://keyring.example.com', 'keyring.example.com', true],
    ['https://keyring.example.com', 'keyring.example.com:443', true],
    ['https://keyring.example.com', 'keyring.example.com:80', false],
    ['https://keyring.example.com:8443', 'keyring.example.com:8443', true],
    ['https://keyring.example.com:8443', 'keyring.example.com', false],
    ['https://keyring.example.com:8443', 'keyring.example.com:443', false],
    ['https://keyring.example.com', '', false],
  ])('L10 at %s may be %s: %s', (publicUrl, host, passes) => {
    expect(createHostCheck(publicUrl)(asked(host))).toBe(passes);
  });

  it('L10 is said once, whichever comes first', () => {
    const check = createHostCheck('http://localhost:3000');
    expect([asked(), asked('localhost:3000', 'localhost:3000'), asked('localhost:3000', 'evil.example')].map(check)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

it('a request to another host is refused, and a person is told where to go', async () => {
  const app = fastify();
  app.get('/', (request, reply) => {
    refuseHost('https://keyring.example.com', request, reply);
    return reply;
  });
  const [plain, person] = await Promise.all(
    [{ accept: 'application/json' }, { accept: 'text/html,*/*' }].map((headers) => app.inject({ url: '/', headers })),
  );
  expect([plain?.statusCode, plain?.json().code, plain?.headers['content-type']]).toEqual([
    400,
    'bad_request',
    'application/problem+json; charset=utf-8',
  ]);
  expect(plain?.json().detail).toContain('https://keyring.example.com');
  expect([person?.statusCode, person?.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
  expect(person?.body).toContain('<a href="https://keyring.example.com">https://keyring.example.com</a>');
  await app.close();
});
