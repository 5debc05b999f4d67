import { beforeEach, describe, expect, it } from 'vitest';
import { TestSandbox } from '../testing.ts';

describe('apps', () => {
  let sandbox: TestSandbox;
  beforeEach(() => {
    sandbox = new TestSandbox();
  });

  it('GET /app/{id} shows the definition with its fields', async () => {
    const app = await (await sandbox.asApp(22117)).read('/app/22117');
    expect(app).toMatchObject({ app_id: 22117, space_id: 4002, config: { name: 'Projects', item_name: 'Project' }, status: 'active' });
    expect(app.fields[0]).toMatchObject({ external_id: 'title', type: 'text', config: { required: true, settings: { size: 'small' } } });
  });

  it('Bugs has a field of every type', async () => {
    const { fields } = await (await sandbox.asApp(22119)).read('/app/22119');
    expect([...new Set(fields.map(({ type }: { type: string }) => type))].sort()).toEqual(
      ['app calculation category contact date duration email embed image location money number phone progress question tag text'][0]?.split(
        ' ',
      ),
    );
  });

  it('shows its token to administrators, unless the setting is off, and to nobody else', async () => {
    const token = async (caller: { read: (url: string) => Promise<{ token: unknown }> }) => (await caller.read('/app/22117')).token;
    expect(await token(await sandbox.asUser('ada'))).toBe('sandbox-app-token-22117');
    expect(await token(await sandbox.asUser('grace'))).toBeNull();
    expect(await token(await sandbox.asApp(22117))).toBeNull();
    await sandbox.control('PATCH', '/settings', { showAppTokens: false });
    expect(await token(await sandbox.asUser('ada'))).toBeNull();
  });

  it.each(['short', 'mini', 'micro'])('type=%s shows neither token nor fields', async (type) => {
    const app = await (await sandbox.asUser('ada')).read(`/app/22117?type=${type}`);
    expect(app).toMatchObject({ app_id: 22117, name: 'Projects' });
    expect(app).not.toHaveProperty('token');
    expect(app).not.toHaveProperty('fields');
  });

  it('refuses an unknown type', async () => {
    expect((await (await sandbox.asUser('ada')).get('/app/22117?type=huge')).statusCode).toBe(400);
  });

  it('an app reaches itself and no other', async () => {
    const answer = await (await sandbox.asApp(22117)).get('/app/22118');
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({
      error: 'forbidden',
      error_description: 'The app with id 22117 does not have the right view on app with id 22118',
    });
  });

  it('GET /app/ lists all of a person’s apps, and pages and orders them', async () => {
    const ada = await sandbox.asUser('ada');
    const apps = await ada.read('/app/');
    expect(apps).toHaveLength(78);
    expect(apps.filter(({ config }: { config: { name: string } }) => /^Filler \d\d$/.test(config.name))).toHaveLength(70);
    const named = await ada.read('/app/?order=name&limit=2&offset=1');
    expect(named.map(({ config }: { config: { name: string } }) => config.name)).toEqual(['Bugs', 'Contacts']);
  });

  it('GET /app/space/{id}/ lists those of a workspace, and finds one by its label', async () => {
    const grace = await sandbox.asUser('grace');
    const names = (await grace.read('/app/space/4002/')).map(({ config }: { config: { name: string } }) => config.name);
    expect(names).toContain('Projects');
    expect(names).not.toContain('Bugs');
    expect(await grace.read('/app/space/4001/bugs')).toMatchObject({ app_id: 22119 });
    expect((await grace.get('/app/space/4001/nothing')).statusCode).toBe(404);
  });

  it('is 404 for an app that does not exist, and no path for what is no number', async () => {
    const ada = await sandbox.asUser('ada');
    expect((await ada.get('/app/1')).json()).toMatchObject({ error_description: 'Object not found' });
    expect((await ada.get('/app/bugs')).json().error_description).toContain("The path '/app/bugs' was not found.");
  });

  it('POST /app/{id}/token/regenerate is for administrators', async () => {
    expect((await (await sandbox.asUser('grace')).post('/app/22117/token/regenerate')).statusCode).toBe(403);
    expect((await (await sandbox.asApp(22117)).post('/app/22117/token/regenerate')).statusCode).toBe(403);
  });

  it('a scope of one app reaches that app', async () => {
    const ada = await sandbox.asUser('ada', 'app_22119:read');
    expect((await ada.get('/app/22119')).statusCode).toBe(200);
    expect((await ada.get('/app/22117')).statusCode).toBe(403);
    expect(await ada.read('/app/')).toHaveLength(1);
  });
});
