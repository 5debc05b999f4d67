import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Problem, SignedIn } from '../contract.ts';
import { ScriptedPodio } from '../proxied-call/testing.ts';
import { startTestServer, type TestServer } from '../testing.ts';

let podio: ScriptedPodio;
let server: TestServer;
beforeAll(async () => {
  podio = await ScriptedPodio.start();
  server = await startTestServer({ settings: { apiUrl: podio.url } });
});
afterEach(() => podio.reset());
afterAll(async () => {
  await server.close();
  await podio.close();
});

const says = (bodies: Record<string, unknown>) => {
  podio.answer = (request, response) => {
    const body = bodies[request.url ?? ''];
    response.writeHead(body === undefined ? 500 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
  };
};
const signIn = () => server.browser().signInAsAda();

describe('a token answer that does not say whose it is', () => {
  it('is asked for the person behind it', async () => {
    podio.granted = { ref: null };
    says({ '/user/status': { user: { user_id: 7 }, profile: { name: 'Edsger Dijkstra' } } });
    const answer = await signIn();
    expect(answer.status).toBe(201);
    expect(answer.json<SignedIn>().authentication).toMatchObject({ id: 'user-7', name: 'Edsger Dijkstra' });
  });

  it.each([
    ['Podio does not show it', {}],
    ['there is no number', { '/user/status': { user: { user_id: 'seven' } } }],
    ['the number is none', { '/user/status': { user: { user_id: -7 } } }],
    ['there is no person', { '/user/status': { user: null } }],
    ['it is no object', { '/user/status': [] }],
  ])('is 502 podio_error, and nothing is kept, where %s', async (_what, bodies) => {
    podio.granted = { ref: null };
    says(bodies);
    const answer = await signIn();
    expect([answer.status, answer.json<Problem>().code, answer.setCookies]).toEqual([502, 'podio_error', []]);
  });
});

describe('a name that cannot be read', () => {
  it.each([
    ['because Podio fails', {}],
    ['because there is none', { '/app/22119': { config: {} } }],
    ['because it is empty', { '/app/22119': { config: { name: '  ' } } }],
    ['because it is no text', { '/app/22119': { config: { name: 5 } } }],
    ['because the answer is no object', { '/app/22119': 'nothing' }],
  ])('does not fail the sign-in, %s', async (_what, bodies) => {
    says(bodies);
    const answer = await server.browser().signInAsApp(22119);
    expect([answer.status, answer.json<SignedIn>().authentication.name]).toEqual([201, 'App 22119']);
  });
});
