import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type AuthType, type SessionManager, type SessionTokens, sessionKey } from './session-manager.ts';

type Sessions = Record<string, SessionTokens>;

/**
 * Keeps authentications in a JSON file, so that a script need not authenticate on each run. Only its owner may read the file, and it is
 * replaced as a whole, so that a crash leaves the old one. Writers in one process wait for each other, whichever manager they use; of two
 * processes that write at the same moment, the later one wins.
 */
export class FileSessionManager implements SessionManager {
  readonly #path: string;

  /** @param path of the file; it and its folder are made when something is first kept */
  constructor(path: string) {
    this.#path = resolve(path);
  }

  /** @throws {Error} when the file is not one of this class, or cannot be read */
  async get(authType: AuthType): Promise<SessionTokens | undefined> {
    return (await readSessions(this.#path))[sessionKey(authType)];
  }

  /** @throws {Error} when the file is not one of this class, or cannot be written */
  async set(tokens: SessionTokens | undefined, authType: AuthType): Promise<void> {
    await inTurn(this.#path, async () => {
      const { [sessionKey(authType)]: _replaced, ...others } = await readSessions(this.#path);
      await replaceFile(
        this.#path,
        JSON.stringify({ version, sessions: { ...others, ...(tokens && { [sessionKey(authType)]: tokens }) } }),
      );
    });
  }
}

const version = 1;

async function readSessions(path: string): Promise<Sessions> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new Error(`The session file ${path} cannot be read (${error.code}).`, { cause: error });
  });
  if (text.trim() === '') return {};
  const sessions = parse(text);
  if (!sessions)
    throw new Error(`The session file ${path} is damaged, or is not one of PodioClient's. Delete it, or name another; then sign in again.`);
  return sessions;
}

/** @returns undefined for anything that this class did not write. The text itself holds tokens and gets into no error. */
function parse(text: string): Sessions | undefined {
  try {
    const file = JSON.parse(text) as { version?: unknown; sessions?: unknown } | null;
    const { sessions } = file ?? {};
    if (file?.version !== version || typeof sessions !== 'object' || sessions === null || Array.isArray(sessions)) return undefined;
    return Object.values(sessions).every((session) => typeof session === 'object' && session !== null) ? (sessions as Sessions) : undefined;
  } catch {
    return undefined;
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(`${text}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft).catch(() => undefined); // what failed first is what is told
    throw new Error(`The session file ${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`, { cause: error });
  }
}

/** The last writer of each file in this process. */
const writers = new Map<string, Promise<void>>();

async function inTurn(path: string, write: () => Promise<void>): Promise<void> {
  const previous = writers.get(path);
  const turn = (previous ?? Promise.resolve()).catch(() => undefined).then(write);
  writers.set(path, turn);
  try {
    await turn;
  } finally {
    if (writers.get(path) === turn) writers.delete(path);
  }
}
