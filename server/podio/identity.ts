import { PodioUnexpectedAnswerError } from './errors.ts';
import { sendRequest } from './http.ts';

/** An access token and where to use it. */
export interface ApiAccess {
  apiUrl: string;
  accessToken: string;
  timeoutMs: number;
}

type Ref = { type: 'user' | 'app'; id: number };

/**
 * What a person would call whoever a token acts as: the user's name from `GET /user/status`, the app's from `GET /app/{app_id}`.
 * A narrow scope may forbid to read it, so any failure is just no name.
 */
export async function fetchName(access: ApiAccess, ref: Ref): Promise<string | undefined> {
  try {
    const body = await read(access, ref.type === 'user' ? '/user/status' : `/app/${ref.id}`);
    const holder = member(body, ref.type === 'user' ? 'profile' : 'config');
    const name = member(holder, 'name');
    return typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined;
  } catch {
    return undefined; // the sign-in stands without a name
  }
}

/**
 * Asks who a token acts as, for a token answer without `ref`.
 *
 * @throws {PodioError} when Podio does not say
 */
export async function fetchUserRef(access: ApiAccess): Promise<Ref> {
  const id = member(member(await read(access, '/user/status'), 'user'), 'user_id');
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 1)
    throw new PodioUnexpectedAnswerError('Podio did not say whom this token belongs to.', { url: access.apiUrl });
  return { type: 'user', id };
}

async function read({ apiUrl, accessToken, timeoutMs }: ApiAccess, path: string): Promise<unknown> {
  const answer = await sendRequest(`${apiUrl}${path}`, { method: 'GET', headers: { authorization: `OAuth2 ${accessToken}` }, timeoutMs });
  if (answer.status !== 200)
    throw new PodioUnexpectedAnswerError('Podio did not show whom this token belongs to.', { status: answer.status, url: answer.url });
  return answer.body;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
