import { errorFromAnswer } from './errors.ts';
import { sendRequest } from './http.ts';
import type { ApiAccess } from './identity.ts';

/**
 * The token of an app, which Podio shows to the app's administrators where the API key has the trust level for it.
 *
 * @returns undefined where Podio does not show it: it answers 200 without the member, or refuses the app itself (403, 404)
 * @throws {PodioError} for any other answer, or none
 * @see https://developers.podio.com/doc/applications/get-app-22349
 */
export async function fetchAppToken({ apiUrl, accessToken, timeoutMs }: ApiAccess, appId: number): Promise<string | undefined> {
  const url = `${apiUrl}/app/${appId}?type=full`;
  const answer = await sendRequest(url, { method: 'GET', headers: { authorization: `OAuth2 ${accessToken}` }, timeoutMs });
  if (answer.status === 403 || answer.status === 404) return undefined;
  if (answer.status !== 200) throw errorFromAnswer(answer);
  const { token } = (answer.body ?? {}) as { token?: unknown };
  return typeof token === 'string' && token !== '' ? token : undefined;
}
