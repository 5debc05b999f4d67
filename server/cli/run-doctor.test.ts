import { afterEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '../testing.ts';
import { runDoctor } from './run-doctor.ts';
import { settingsList } from './settings-list.ts';

afterEach(() => vi.unstubAllEnvs());

async function doctor(settings: Record<string, string>) {
  for (const [variable] of settingsList) vi.stubEnv(variable, undefined);
  for (const [variable, value] of Object.entries(settings)) vi.stubEnv(variable, value);
  const lines: string[] = [];
  return { code: await runDoctor((line) => lines.push(line)), printed: lines.join('\n') };
}

describe('podio-keyring doctor', () => {
  it('names every setting that is wrong, and looks no further', async () => {
    const { code, printed } = await doctor({ PORT: 'x', PODIO_CLIENT_ID: 'acme' });
    expect([code, printed.match(/^WRONG {4}Settings: (?:PORT|PODIO_CLIENT_SECRET|COOKIE_SECRETS)/gm)?.length]).toEqual([1, 3]);
  });

  it('examines the sandbox where there is no API key', async () => {
    const { code, printed } = await doctor({ PORT: String(await freePort()), SANDBOX_PORT: String(await freePort()) });
    expect(printed).toContain('Nothing is wrong.');
    expect(code).toBe(0);
  });

  it('counts what is wrong', async () => {
    const { code, printed } = await doctor({
      PORT: String(await freePort()),
      PODIO_CLIENT_ID: 'acme',
      PODIO_CLIENT_SECRET: 'a-secret',
      PODIO_API_URL: `http://127.0.0.1:${await freePort()}`,
      COOKIE_SECRETS: 'a secret of the tests that is long enough',
    });
    expect(code).toBe(1);
    expect(printed).toMatch(/things? (?:is|are) wrong\.$/);
  });
});
