import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FileSessionManager } from './file-session-manager.ts';
import { type AuthType, checkSession, MemorySessionManager, type SessionTokens } from './session-manager.ts';

const projects: AuthType = { type: 'app', identifier: 22117 };
const leads: AuthType = { type: 'app', identifier: 22118 };
const ada: AuthType = { type: 'password', identifier: 'ada@example.com' };
const code: AuthType = { type: 'authorization_code', identifier: undefined };

const session = (authType: AuthType, accessToken: string): SessionTokens => ({
  accessToken,
  refreshToken: 'r',
  obtainedAt: 1,
  expiresAt: 2,
  ref: { type: 'app', id: 22117 },
  scope: 'global:all',
  authType,
  clientId: 'key',
  apiUrl: 'https://api.podio.com',
});

async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'podio-session-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'new', 'session.json');
}

describe.each([
  ['MemorySessionManager', async () => new MemorySessionManager()],
  ['FileSessionManager', async () => new FileSessionManager(await temporaryFile())],
])('%s', (_name, create) => {
  it('keeps one authentication for each auth type', async () => {
    const manager = await create();
    const authTypes = [projects, leads, ada, code];
    for (const authType of authTypes) expect(await manager.get(authType)).toBeUndefined();
    for (const [index, authType] of authTypes.entries()) await manager.set(session(authType, `a${index}`), authType);
    for (const [index, authType] of authTypes.entries()) expect(await manager.get({ ...authType })).toEqual(session(authType, `a${index}`));
  });

  it('replaces and forgets one, and leaves the others', async () => {
    const manager = await create();
    await manager.set(session(projects, 'a'), projects);
    await manager.set(session(leads, 'b'), leads);
    await manager.set(session(projects, 'c'), projects);
    expect((await manager.get(projects))?.accessToken).toBe('c');
    await manager.set(undefined, projects);
    expect(await manager.get(projects)).toBeUndefined();
    expect((await manager.get(leads))?.accessToken).toBe('b');
  });
});

describe('FileSessionManager', () => {
  it('keeps them for the next run, where only the owner reads them', async () => {
    const path = await temporaryFile();
    await new FileSessionManager(path).set(session(projects, 'a'), projects);
    expect(await new FileSessionManager(path).get(projects)).toEqual(session(projects, 'a'));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700);
  });

  it('takes a file that others could read from them', async () => {
    const path = await temporaryFile();
    const manager = new FileSessionManager(path);
    await manager.set(undefined, projects);
    await rm(path);
    await writeFile(path, '', { mode: 0o644 });
    await manager.set(session(projects, 'a'), projects);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('loses nothing when many write at once, through several managers', async () => {
    const path = await temporaryFile();
    const authTypes = Array.from({ length: 20 }, (_, index): AuthType => ({ type: 'app', identifier: index + 1 }));
    await Promise.all(authTypes.map((authType) => new FileSessionManager(path).set(session(authType, 'a'), authType)));
    for (const authType of authTypes) expect(await new FileSessionManager(path).get(authType)).toBeDefined();
    expect(await readdir(join(path, '..'))).toEqual(['session.json']);
  });

  it.each([
    ['{"version":1,"sess'],
    ['[]'],
    ['null'],
    ['{"version":2,"sessions":{}}'],
    ['{"version":1,"sessions":{"app:1":5}}'],
    ['{"secret":1}'],
  ])('says which file is damaged, without its text, and leaves it as it is: %s', async (text) => {
    const path = await temporaryFile();
    const manager = new FileSessionManager(path);
    await manager.set(undefined, projects);
    await writeFile(path, text);
    await expect(manager.get(projects)).rejects.toThrow(`The session file ${path} is damaged`);
    await expect(manager.set(session(projects, 'a'), projects)).rejects.toThrow('is damaged');
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('writes again after a write that failed', async () => {
    const path = await temporaryFile();
    const manager = new FileSessionManager(path);
    await manager.set(undefined, projects);
    await writeFile(path, 'damaged');
    const failing = manager.set(session(projects, 'a'), projects);
    await expect(failing).rejects.toThrow('is damaged');
    await rm(path);
    await manager.set(session(projects, 'b'), projects);
    expect((await manager.get(projects))?.accessToken).toBe('b');
  });

  it('says which file cannot be read or written', async () => {
    const path = await temporaryFile();
    await new FileSessionManager(path).set(undefined, projects);
    const folder = join(path, '..');
    await expect(new FileSessionManager(folder).get(projects)).rejects.toThrow(`${folder} cannot be read (EISDIR)`);
    const below = join(path, 'below.json');
    await expect(new FileSessionManager(below).set(undefined, projects)).rejects.toThrow(`The session file ${below} cannot be`);
  });
});

describe('what a session manager gives', () => {
  it('may be nothing', () => {
    expect(checkSession(undefined)).toBeUndefined();
    expect(checkSession(null)).toBeUndefined();
  });

  it.each([
    {},
    'text',
    { ...session(ada, 'a'), accessToken: undefined },
    { ...session(ada, 'a'), expiresAt: 'soon' },
    { access_token: 'a' },
  ])('is refused where it is not what was set: %j', (value) => {
    expect(() => checkSession(value)).toThrow(TypeError);
  });
});
