import { beforeEach, describe, expect, it } from 'vitest';
import { client, TestSandbox } from '../testing.ts';

describe('the password grant', () => {
  let sandbox: TestSandbox;
  beforeEach(() => {
    sandbox = new TestSandbox();
  });
  const request = (parameters: Record<string, string>) => sandbox.token({ ...client, grant_type: 'password', ...parameters });

  it('gives tokens for a person, with the scope that was asked for', async () => {
    const answer = await request({ username: 'Grace@example.com', password: 'sandbox', scope: 'user:read space:all' });
    expect(answer.json()).toMatchObject({ ref: { type: 'user', id: 2 }, scope: 'user:read space:all' });
  });

  it('grants everything where no scope is asked for', async () => {
    expect((await request({ username: 'ada@example.com', password: 'sandbox' })).json()).toMatchObject({ scope: 'global:all' });
  });

  it('refuses an unknown name in the words that were recorded', async () => {
    const answer = await request({ username: 'nobody@example.com', password: 'sandbox' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      error: 'invalid_grant',
      error_description: 'The username is not valid',
      error_detail: 'user.invalid.username',
      error_propagate: true,
    });
  });

  it('refuses a wrong password', async () => {
    const answer = await request({ username: 'ada@example.com', password: 'guess' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_grant', error_description: 'The password is not valid' });
  });

  it('refuses a scope that is none', async () => {
    const answer = await request({ username: 'ada@example.com', password: 'sandbox', scope: 'everything' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_scope' });
  });
});
