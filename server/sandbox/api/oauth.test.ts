import { describe, expect, it } from 'vitest';
import { TestSandbox } from '../testing.ts';

describe('GET /oauth/scope', () => {
  const sandbox = new TestSandbox();

  it('shows everything as one grant without an object', async () => {
    expect(await (await sandbox.asApp(22117)).read('/oauth/scope')).toEqual([
      { ref_type: null, ref_id: null, permissions: ['all'], ref_data: null },
    ]);
  });

  it('shows what a narrow scope reaches', async () => {
    const ada = await sandbox.asUser('ada', 'user:read user:delete space_4001:write app_22117:read');
    expect(await ada.read('/oauth/scope')).toMatchObject([
      { ref_type: 'user', ref_id: 1, permissions: ['read', 'delete'], ref_data: null },
      { ref_type: 'space', ref_id: 4001, permissions: ['write'], ref_data: { name: 'CRM' } },
      { ref_type: 'app', ref_id: 22117, permissions: ['read'], ref_data: { name: 'Projects' } },
    ]);
  });
});
