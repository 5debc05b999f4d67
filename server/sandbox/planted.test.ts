import { describe, expect, it } from 'vitest';
import { TestSandbox } from './testing.ts';

describe('planted behaviours', () => {
  it('Contacts has no items', async () => {
    const contacts = await new TestSandbox().asApp(22190);
    expect(await contacts.write('POST', '/item/app/22190/filter/')).toEqual({ total: 0, filtered: 0, items: [] });
  });

  it('Assets takes three seconds for every answer, that of the token endpoint included', async () => {
    const sandbox = new TestSandbox();
    const { accessToken } = sandbox.state.grants.issue('sandbox', { type: 'app', id: 22192 }, 'global:all', sandbox.state.settings);
    const headers = { authorization: `OAuth2 ${accessToken.token}` };
    const started = performance.now();
    const lasted = await Promise.all(
      [sandbox.appTokens(22192), sandbox.app.inject({ url: '/app/22192', headers })].map(async (answer) => {
        await answer;
        return performance.now() - started;
      }),
    );
    for (const milliseconds of lasted) expect(milliseconds).toBeGreaterThanOrEqual(2990);
  });

  it('Meetings answers every second API call with 503', async () => {
    const meetings = await new TestSandbox().asApp(22193);
    const statuses = [];
    for (let calls = 0; calls < 4; calls += 1) statuses.push((await meetings.get('/app/22193')).statusCode);
    expect(statuses).toEqual([200, 503, 200, 503]);
  });

  it('Timesheets has three calls left, then 420, and a whole limit in the next hour', async () => {
    const sandbox = new TestSandbox();
    const timesheets = await sandbox.asApp(22194);
    const remaining = [];
    for (let calls = 0; calls < 3; calls += 1) remaining.push((await timesheets.get('/app/22194')).headers['x-rate-limit-remaining']);
    expect(remaining).toEqual(['2', '1', '0']);
    expect((await timesheets.get('/app/22194')).statusCode).toBe(420);
    sandbox.state.clock.advance(3600);
    expect((await timesheets.get('/app/22194')).headers['x-rate-limit-remaining']).toBe('999');
  });

  it('none of them troubles a person who looks at these apps', async () => {
    const ada = await new TestSandbox().asUser('ada');
    for (const appId of [22191, 22192, 22193, 22193, 22194]) expect((await ada.get(`/app/${appId}`)).statusCode).toBe(200);
  });
});
