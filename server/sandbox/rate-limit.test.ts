import { describe, expect, it } from 'vitest';
import { TestSandbox } from './testing.ts';

const left = (answer: { headers: Record<string, unknown> }) => [
  answer.headers['x-rate-limit-limit'],
  answer.headers['x-rate-limit-remaining'],
];

describe('the rate limit', () => {
  it('counts down from 1,000 calls an hour, errors included', async () => {
    const app = await new TestSandbox().asApp(22117);
    expect(left(await app.get('/app/22117'))).toEqual(['1000', '999']);
    expect(left(await app.get('/app/22118'))).toEqual(['1000', '998']);
  });

  it('gives heavy calls 250 of their own, which count among all', async () => {
    const app = await new TestSandbox().asApp(22117);
    expect(left(await app.post('/item/app/22117/filter/', {}))).toEqual(['250', '249']);
    expect(left(await app.get('/app/22117'))).toEqual(['1000', '998']);
  });

  it('is one for all tokens of a ref, and another for another ref', async () => {
    const sandbox = new TestSandbox();
    await (await sandbox.asApp(22117)).get('/app/22117');
    expect(left(await (await sandbox.asApp(22117)).get('/app/22117'))).toEqual(['1000', '998']);
    expect(left(await (await sandbox.asApp(22118)).get('/app/22118'))).toEqual(['1000', '999']);
  });

  it('ends in 420 with the seconds in its text and both headers, until the hour from the first call is over', async () => {
    const sandbox = new TestSandbox({ rateLimitPerHour: 2 });
    const app = await sandbox.asApp(22117);
    await app.get('/app/22117');
    await app.get('/app/22117');
    sandbox.state.clock.advance(60);
    const refused = await app.get('/app/22117');
    expect(refused.statusCode).toBe(420);
    expect(refused.json()).toMatchObject({
      error: 'rate_limit',
      error_description: expect.stringMatching(/^You have hit the rate limit\. Please wait 35(40|39) seconds before trying again$/),
    });
    expect(left(refused)).toEqual(['2', '0']);
    sandbox.state.clock.advance(3540);
    expect(left(await app.get('/app/22117'))).toEqual(['2', '1']);
  });

  it('refuses heavy calls alone once theirs are used up', async () => {
    const sandbox = new TestSandbox();
    const app = await sandbox.asApp(22190);
    for (let calls = 0; calls < 250; calls += 1) await app.post('/item/app/22190/filter/', {});
    expect((await app.post('/item/app/22190/filter/', {})).statusCode).toBe(420);
    expect((await app.get('/app/22190')).statusCode).toBe(200);
  });

  it('set to 0 is used up for everybody', async () => {
    const sandbox = new TestSandbox();
    const app = await sandbox.asApp(22117);
    await sandbox.control('PATCH', '/settings', { rateLimitPerHour: 0 });
    const refused = await app.get('/app/22117');
    expect(refused.statusCode).toBe(420);
    expect(left(refused)).toEqual(['1000', '0']);
  });
});
