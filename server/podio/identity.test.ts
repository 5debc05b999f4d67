import { describe, expect, it } from 'vitest';
import { PodioConnectionError, PodioUnexpectedAnswerError } from './errors.ts';
import { fetchName, fetchUserRef } from './identity.ts';
import { answerWith, podioErrorBody, type ScriptedAnswer, startScriptedServer } from './testing.ts';

const user = { type: 'user', id: 7 } as const;
const app = { type: 'app', id: 22117 } as const;

async function startPodio(answer: ScriptedAnswer) {
  const server = await startScriptedServer(answer);
  return { server, access: { apiUrl: server.url, accessToken: 'the-token', timeoutMs: 200 } };
}

const thrownBy = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the name of whoever a token acts as', () => {
  it.each([
    [user, { profile: { name: 'Ada Lovelace' } }, '/user/status', 'Ada Lovelace'],
    [user, { profile: { name: ' Ada\n' } }, '/user/status', 'Ada'],
    [app, { config: { name: 'Projects' } }, '/app/22117', 'Projects'],
  ])('of %j is read from %j', async (ref, body, path, name) => {
    const { server, access } = await startPodio(body);
    expect(await fetchName(access, ref)).toBe(name);
    expect(server.requests).toMatchObject([{ method: 'GET', url: path, headers: { authorization: 'OAuth2 the-token' } }]);
  });

  it.each([
    [user, {}],
    [user, { profile: null }],
    [user, { profile: 'Ada' }],
    [user, { profile: { name: 7 } }],
    [user, { profile: { name: ' ' } }],
    [user, { config: { name: 'Projects' } }],
    [app, { profile: { name: 'Ada' } }],
  ])('of %j is unknown where Podio answers %j', async (ref, body) => {
    const { access } = await startPodio(body);
    expect(await fetchName(access, ref)).toBeUndefined();
  });

  it.each<[string, ScriptedAnswer]>([
    ['refuses', answerWith(403, { ...podioErrorBody('forbidden', ''), profile: { name: 'Ada' } })],
    ['answers with nothing', answerWith(200)],
    ['cuts the connection', (response) => response.destroy()],
    ['does not answer', () => undefined],
  ])('is unknown, and no error, where Podio %s', async (_what, answer) => {
    const { access } = await startPodio(answer);
    expect(await fetchName(access, user)).toBeUndefined();
  });
});

describe('who a token acts as', () => {
  it("is the user of Podio's answer", async () => {
    const { server, access } = await startPodio({ user: { user_id: 1 } });
    expect(await fetchUserRef(access)).toEqual({ type: 'user', id: 1 });
    expect(server.requests).toMatchObject([{ method: 'GET', url: '/user/status', headers: { authorization: 'OAuth2 the-token' } }]);
  });

  it.each([{}, { user: null }, { user: { user_id: '1' } }, { user: { user_id: 0 } }, { user: { user_id: 1.5 } }])(
    'is not taken from %j',
    async (body) => {
      const { access } = await startPodio(body);
      const error = await thrownBy(fetchUserRef(access));
      expect(error).toBeInstanceOf(PodioUnexpectedAnswerError);
      expect(error).toMatchObject({ url: access.apiUrl });
    },
  );

  it('is an error where Podio refuses, or does not answer in time', async () => {
    const { access } = await startPodio(answerWith(401, { user: { user_id: 1 } }));
    const refused = await thrownBy(fetchUserRef(access));
    expect(refused).toBeInstanceOf(PodioUnexpectedAnswerError);
    expect(refused).toMatchObject({ status: 401, url: `${access.apiUrl}/user/status` });
    const silent = await startPodio(() => undefined);
    const late = await thrownBy(fetchUserRef(silent.access));
    expect(late).toBeInstanceOf(PodioConnectionError);
    expect(late).toMatchObject({ timedOut: true });
  });
});
