import { beforeEach, describe, expect, it } from 'vitest';
import { TestSandbox } from '../testing.ts';

describe('workspaces', () => {
  let sandbox: TestSandbox;
  beforeEach(() => {
    sandbox = new TestSandbox();
  });

  it('GET /space/{id} shows one, with the person’s role', async () => {
    expect(await (await sandbox.asUser('ada')).read('/space/4002')).toMatchObject({
      space_id: 4002,
      name: 'Delivery',
      url: 'https://podio.com/acme/delivery',
      role: 'admin',
      org: { org_id: 1, name: 'Acme' },
    });
    expect(await (await sandbox.asUser('grace')).read('/space/4002')).toMatchObject({ role: 'regular' });
  });

  it('GET /space/url, /space/top/ and /space/org/{id}/ find the same', async () => {
    const ada = await sandbox.asUser('ada');
    const crm = await ada.read('/space/4001');
    expect(await ada.read('/space/url?url=https://podio.com/acme/crm')).toEqual(crm);
    expect((await ada.read('/space/top/'))[0]).toEqual(crm);
    expect((await ada.read('/space/org/1/')).map((space: { space_id: number }) => space.space_id)).toEqual([4001, 4002, 4003, 4004]);
    expect((await ada.get('/space/url?url=https://podio.com/acme/nowhere')).statusCode).toBe(404);
  });

  it('an app may not see even its own', async () => {
    const answer = await (await sandbox.asApp(22117)).get('/space/4002');
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({
      error_description: 'The app with id 22117 does not have the right view on space with id 4002',
    });
  });

  it('POST /space/ makes one whose maker is its only member', async () => {
    const ada = await sandbox.asUser('ada');
    const made = await ada.write('POST', '/space/', { org_id: 1, name: 'Legal Affairs' });
    expect(made).toEqual({ space_id: 4101, url: 'legal-affairs', full_url: 'https://podio.com/acme/legal-affairs' });
    expect(await ada.read('/space/4101')).toMatchObject({ name: 'Legal Affairs', role: 'admin' });
    const answer = await (await sandbox.asUser('grace')).get('/space/4101');
    expect(answer.json()).toMatchObject({
      error: 'forbidden',
      error_description: 'The user with id 2 does not have the right view on space with id 4101',
    });
  });

  it.each([{}, { org_id: '1', name: 'x' }, { org_id: 1, name: ' ' }, { org_id: 1, name: 'x', privacy: 'secret' }])(
    'POST /space/ refuses %j',
    async (body) => {
      expect((await (await sandbox.asUser('ada')).post('/space/', body)).statusCode).toBe(400);
    },
  );

  it('a scope may reach one workspace only', async () => {
    const ada = await sandbox.asUser('ada', 'space_4001:read');
    expect((await ada.get('/space/4001')).statusCode).toBe(200);
    expect((await ada.get('/space/4002')).statusCode).toBe(403);
    expect((await ada.read('/space/top/')).map((space: { name: string }) => space.name)).toEqual(['CRM']);
  });
});
