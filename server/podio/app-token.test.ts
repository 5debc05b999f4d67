import { expect, it } from 'vitest';
import { fetchAppToken } from './app-token.ts';
import { PodioAuthorizationError, PodioConnectionError, PodioRateLimitError } from './errors.ts';
import { answerWith, podioErrorBody, type ScriptedAnswer, startScriptedServer } from './testing.ts';

async function ask(answer: ScriptedAnswer) {
  const server = await startScriptedServer(answer);
  const asking = fetchAppToken({ apiUrl: server.url, accessToken: 'the-token', timeoutMs: 200 }, 22117);
  const outcome = await asking.catch((error: unknown) => ({ error }));
  return { outcome, requests: server.requests };
}

it('the token of an app is read from the app, whole, as whoever asks', async () => {
  const { outcome, requests } = await ask({ app_id: 22117, token: 'app-token' });
  expect(outcome).toBe('app-token');
  expect(requests).toMatchObject([{ method: 'GET', url: '/app/22117?type=full', headers: { authorization: 'OAuth2 the-token' } }]);
});

it.each<[string, ScriptedAnswer]>([
  ['leaves it out', { app_id: 22117 }],
  ['empties it', { token: '' }],
  ['gives something else', { token: 5 }],
  ['answers with nothing', answerWith(200)],
  ['refuses the app', answerWith(403, { ...podioErrorBody('forbidden', ''), token: 'x' })],
  ['knows no such app', answerWith(404, { ...podioErrorBody('not_found', ''), token: 'x' })],
])('there is no token where Podio %s', async (_what, answer) => {
  expect((await ask(answer)).outcome).toBeUndefined();
});

it.each<[string, ScriptedAnswer, new (...args: never[]) => Error]>([
  ['takes the access token for expired', answerWith(401, podioErrorBody('unauthorized', 'expired_token')), PodioAuthorizationError],
  ['has a limit', answerWith(420, podioErrorBody('rate_limit', '')), PodioRateLimitError],
  ['does not answer', () => undefined, PodioConnectionError],
])('it is an error of its kind where Podio %s', async (_what, answer, Kind) => {
  expect((await ask(answer)).outcome).toMatchObject({ error: expect.any(Kind) });
});
