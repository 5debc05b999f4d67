import { beforeEach, describe, expect, it } from 'vitest';
import { TestSandbox } from '../testing.ts';

describe('users', () => {
  let sandbox: TestSandbox;
  beforeEach(() => {
    sandbox = new TestSandbox();
  });

  it('GET /user/status shows the account and the profile', async () => {
    const status = await (await sandbox.asUser('ada')).read('/user/status');
    expect(status).toMatchObject({
      user: { user_id: 1, mail: 'ada@example.com', status: 'active', created_on: '2014-01-01 09:00:00' },
      profile: { profile_id: 101, user_id: 1, name: 'Ada Lovelace', mail: ['ada@example.com'], type: 'user' },
    });
  });

  it('GET /user shows the account alone', async () => {
    const user = await (await sandbox.asUser('grace')).read('/user');
    expect(user).toMatchObject({ user_id: 2, mails: [{ mail: 'grace@example.com', primary: true }] });
    expect(user).not.toHaveProperty('user');
  });

  it('PUT /user/profile changes what a person may set, and ignores what comes back with it', async () => {
    const ada = await sandbox.asUser('ada');
    const profile = await ada.read('/user/profile');
    const answer = await ada.put('/user/profile', { ...profile, about: 'Counts', title: ['CTO'], profile_id: 7 });
    expect(answer.statusCode).toBe(204);
    expect(answer.body).toBe('');
    expect(await ada.read('/user/profile')).toEqual({ ...profile, about: 'Counts', title: ['CTO'] });
  });

  it.each([{ title: 'CTO' }, { title: [1] }, { about: 5 }, { name: '' }])('refuses the profile %j', async (profile) => {
    expect((await (await sandbox.asUser('ada')).put('/user/profile', profile)).json()).toMatchObject({ error: 'invalid_value' });
  });

  it.each(['/user/status', '/user', '/user/profile'])('%s is not for apps', async (url) => {
    const answer = await (await sandbox.asApp(22117)).get(url);
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({
      error: 'forbidden',
      error_description: 'Authentication as app is not allowed for this method',
    });
  });

  it('needs the user scope, or global', async () => {
    expect((await (await sandbox.asUser('ada', 'space:all')).get('/user/status')).statusCode).toBe(403);
    expect((await (await sandbox.asUser('ada', 'user:read')).get('/user/status')).statusCode).toBe(200);
    expect((await (await sandbox.asUser('ada', 'user:read')).put('/user/profile', { about: '' })).statusCode).toBe(403);
    expect((await (await sandbox.asUser('ada', 'global:read')).get('/user/status')).statusCode).toBe(200);
  });
});
