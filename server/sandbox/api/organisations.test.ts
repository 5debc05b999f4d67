import { describe, expect, it } from 'vitest';
import { TestSandbox } from '../testing.ts';

describe('organisations', () => {
  const sandbox = new TestSandbox();

  it('GET /org/ lists those of the person, with their workspaces', async () => {
    const [acme, ...others] = await (await sandbox.asUser('grace')).read('/org/');
    expect(others).toEqual([]);
    expect(acme).toMatchObject({ org_id: 1, name: 'Acme', url: 'https://podio.com/acme', role: 'regular' });
    expect(acme.spaces.map(({ name }: { name: string }) => name)).toEqual(['CRM', 'Delivery', 'Finance', 'HR']);
  });

  it('GET /org/{id}, /org/url and /org/{id}/space/ agree', async () => {
    const ada = await sandbox.asUser('ada');
    const acme = await ada.read('/org/1');
    expect(acme).toMatchObject({ role: 'admin' });
    expect(await ada.read('/org/url?url=https://podio.com/acme')).toEqual(acme);
    expect(await ada.read('/org/1/space/')).toEqual(acme.spaces);
  });

  it('says 404 for what is not there, and 400 for what is no address of one', async () => {
    const ada = await sandbox.asUser('ada');
    expect((await ada.get('/org/9')).json()).toMatchObject({ error: 'not_found', error_description: 'Object not found' });
    expect((await ada.get('/org/url?url=https://podio.com/nobody')).statusCode).toBe(404);
    expect((await ada.get('/org/url?url=acme')).statusCode).toBe(400);
  });

  it('is not for apps', async () => {
    const app = await sandbox.asApp(22117);
    for (const url of ['/org/', '/org/1', '/org/1/space/']) expect((await app.get(url)).statusCode).toBe(403);
  });

  it('needs a scope that reaches organisations', async () => {
    expect((await (await sandbox.asUser('ada', 'org:read')).get('/org/')).statusCode).toBe(200);
    expect((await (await sandbox.asUser('ada', 'app:all')).get('/org/')).statusCode).toBe(403);
  });
});
