import { describe, expect, it } from 'vitest';
import { TestSandbox } from './testing.ts';

describe('the sandbox’s own page', () => {
  const sandbox = new TestSandbox();
  const page = (accept: string) => sandbox.app.inject({ url: '/', headers: { host: 'localhost:3001', accept } });

  it('lists the credentials, under a policy that lets only its own script run', async () => {
    const answer = await page('text/html,*/*');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    for (const text of ['sandbox-secret', 'ada@example.com', 'sandbox-app-token-22119', '78 apps']) expect(answer.body).toContain(text);
    expect(answer.body).not.toMatch(/<script(?! src="\/_sandbox\/page\.js")/);
    expect(answer.body).not.toMatch(/ on[a-z]+=| style=/);
  });

  it.each([
    ['/_sandbox/page.css', 'text/css; charset=utf-8'],
    ['/_sandbox/page.js', 'text/javascript; charset=utf-8'],
  ])('finds %s', async (url, type) => {
    const answer = await sandbox.app.inject({ url });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, type]);
  });

  it('is for browsers: to others its address is no path of Podio’s', async () => {
    const answer = await page('application/json');
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ error: 'not_found' });
  });

  it('is touched by no fault, and stands in no log', async () => {
    await sandbox.control('POST', '/faults', { status: 503, times: 5 });
    expect((await page('text/html')).statusCode).toBe(200);
    expect((await sandbox.control('GET', '/requests')).json().requests).toEqual([]);
  });
});
