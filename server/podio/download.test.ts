import type { ServerResponse } from 'node:http';
import { Agent } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDownload } from './download.ts';
import { PodioConnectionError, PodioUnexpectedAnswerError } from './errors.ts';
import type { Tokens } from './oauth.ts';
import { answerWith, podioErrorBody, type ScriptedAnswer, startScriptedServer } from './testing.ts';

const tokens: Tokens = { accessToken: 'the-token', refreshToken: 'r', obtainedAt: 0, expiresAt: 1, ref: undefined, scope: undefined };

async function startPodio(...answers: ScriptedAnswer[]) {
  const server = await startScriptedServer(...answers);
  const dispatcher = new Agent();
  onTestFinished(() => dispatcher.destroy());
  const url = `${server.url}/file/7/raw?x=1`;
  const open = (more: { stallMs?: number; signal?: AbortSignal } = {}) =>
    openDownload(url, { tokens, stallMs: 20_000, dispatcher, ...more });
  return { server, url, open };
}

const thrownBy = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a file on its way down', () => {
  it('has its headers, type and size, and is its bytes', async () => {
    const { server, open } = await startPodio(answerWith(200, 'a,b', { 'content-type': 'text/csv', 'content-length': '3' }));
    const { download } = await open();
    expect(download).toMatchObject({ headers: { 'content-type': 'text/csv' }, contentType: 'text/csv', size: 3 });
    const parts: Uint8Array[] = [];
    for await (const part of download?.body ?? []) parts.push(part);
    expect(parts).toStrictEqual([new TextEncoder().encode('a,b')]);
    expect(server.requests).toMatchObject([{ method: 'GET', url: '/file/7/raw?x=1', headers: { authorization: 'OAuth2 the-token' } }]);
  });

  it('has neither type nor size where Podio tells none', async () => {
    const { open } = await startPodio((response: ServerResponse) => response.writeHead(200).end('a'));
    const { download } = await open();
    expect([download?.contentType, download?.size]).toEqual([undefined, undefined]);
    expect(await new Response(download?.body).text()).toBe('a');
  });

  it.each<[string, (response: ServerResponse) => void, object]>([
    ['is lost halfway', (response) => response.writeHead(200).write('a', () => response.destroy()), { timedOut: false }],
    ['stands still', (response) => response.writeHead(200).write('a'), { timedOut: true }],
  ])('ends with an error of a connection where it %s', async (_what, answer, expected) => {
    const { url, open } = await startPodio(answer);
    const { download } = await open({ stallMs: 100 });
    const error = await thrownBy(new Response(download?.body).text());
    expect(error).toBeInstanceOf(PodioConnectionError);
    expect(error).toMatchObject({ url, ...expected });
  });
});

describe('a file that does not come', () => {
  it.each([404, 302, 206])('because Podio answers %i is what was answered', async (status) => {
    const body = podioErrorBody('not_found', 'No such file');
    const { server, url, open } = await startPodio(answerWith(status, body, { location: 'http://127.0.0.1:1/', 'x-a': 'b' }));
    const { download, refused } = await open();
    expect(download).toBeUndefined();
    expect(refused).toMatchObject({ status, url, body, headers: { 'x-a': 'b' } });
    expect(server.requests).toHaveLength(1);
  });

  it('is an unexpected answer where the refusal has more bytes than any', async () => {
    const { open } = await startPodio(answerWith(404, 'x'.repeat(1024 * 1024 + 1), { 'content-type': 'text/plain' }));
    expect(await thrownBy(open())).toBeInstanceOf(PodioUnexpectedAnswerError);
  });

  it('is a connection error where there is no answer, or none in time', async () => {
    const { url, open } = await startPodio(
      (response: ServerResponse) => response.destroy(),
      () => undefined,
    );
    for (const timedOut of [false, true]) {
      const error = await thrownBy(open({ stallMs: 100 }));
      expect(error).toBeInstanceOf(PodioConnectionError);
      expect(error).toMatchObject({ url, timedOut });
    }
  });

  it('because its caller stopped it has the reason of the caller', async () => {
    const stop = new AbortController();
    const { server, open } = await startPodio(() => stop.abort(new Error('enough')));
    for (const _ of ['while it waits', 'before']) expect(await thrownBy(open({ signal: stop.signal }))).toEqual(new Error('enough'));
    expect(server.requests).toHaveLength(1);
  });
});
