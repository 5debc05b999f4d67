import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { ofShape } from '../shapes/shapes.ts';

let sandbox: Sandbox;
let token: string;
let other: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  [token, other] = await Promise.all([signIn(22119), signIn(22117)]);
});
afterAll(() => sandbox.close());

async function signIn(appId: number): Promise<string> {
  const body = JSON.stringify({
    grant_type: 'app',
    app_id: appId,
    app_token: `sandbox-app-token-${appId}`,
    client_id: 'sandbox',
    client_secret: 'sandbox-secret',
  });
  const answer = await fetch(`${sandbox.url}/oauth/token/v2`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return ((await answer.json()) as { access_token: string }).access_token;
}

const call = (method: string, path: string, body?: unknown, as = token) =>
  fetch(path.startsWith('http') ? path : `${sandbox.url}${path}`, {
    method,
    headers: {
      authorization: `OAuth2 ${as}`,
      ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });

function form(bytes: string | Buffer, filename = 'notes.txt', type = 'text/plain'): FormData {
  const data = new FormData();
  data.append('source', new Blob([bytes], { type }), 'local-name.bin');
  data.append('filename', filename);
  return data;
}

const upload = async (...parameters: Parameters<typeof form>) => {
  const answer = await call('POST', '/file/v2/', form(...parameters));
  expect(answer.status).toBe(200);
  return ofShape('file', await answer.json());
};

describe('files', () => {
  it.each(['/file', '/file/', '/file/v2', '/file/v2/'])('are uploaded to %s, the file first and its name after it', async (path) => {
    const answer = await call('POST', path, form('hello'));
    expect(answer.status).toBe(200);
    expect(ofShape('file', await answer.json())).toMatchObject({ name: 'notes.txt', size: 5, mimetype: 'text/plain' });
  });

  it('are uploaded the other way round too', async () => {
    const data = new FormData();
    data.append('filename', 'first.txt');
    data.append('source', new Blob(['x']), 'x');
    expect(await (await call('POST', '/file/', data)).json()).toMatchObject({ name: 'first.txt', size: 1 });
  });

  it('are uploaded in pieces of a length that nobody said beforehand', async () => {
    const head = '--part\r\nContent-Disposition: form-data; name="source"; filename="a.bin"\r\n\r\n';
    const pieces = [
      head,
      'x'.repeat(300_000),
      '\r\n--part\r\nContent-Disposition: form-data; name="filename"\r\n\r\na.bin\r\n--part--\r\n',
    ];
    async function* slowly() {
      for (const piece of pieces) {
        yield Buffer.from(piece);
        await call('GET', '/app/22119'); // the sandbox has read what came, and waits for more
      }
    }
    const answer = await fetch(`${sandbox.url}/file/`, {
      method: 'POST',
      headers: { authorization: `OAuth2 ${token}`, 'content-type': 'multipart/form-data; boundary=part' },
      body: ReadableStream.from(slowly()),
      duplex: 'half',
    });
    expect(await answer.json()).toMatchObject({ name: 'a.bin', size: 300_000 });
    const { requests } = (await (await fetch(`${sandbox.url}/_sandbox/requests`)).json()) as {
      requests: { url: string; bodySize: number }[];
    };
    expect(requests.findLast(({ url }) => url === '/file/')?.bodySize).toBe(pieces.join('').length);
  });

  it.each(['', 'neither head nor end', '--part\r\nContent-Disposition: form-data; name="source"; filename="a"\r\n\r\nhalf'])(
    'are refused where the form breaks off: %j',
    async (body) => {
      const headers = { authorization: `OAuth2 ${token}`, 'content-type': 'multipart/form-data; boundary=part' };
      const answer = await fetch(`${sandbox.url}/file/`, { method: 'POST', headers, body });
      expect([400, 404]).toContain(answer.status);
      expect(await answer.json()).toMatchObject({ error: expect.any(String), error_description: expect.stringMatching(/form|Missing/) });
    },
  );

  it('are uploaded as Ruby and PHP write their parts', async () => {
    const boundary = 'sandbox';
    const body = [
      `--${boundary}`,
      'Content-Disposition: form-data; name="source"; filename="/tmp/Ænergi.json"',
      'Content-Length: 2',
      'Content-Type: ',
      'Content-Transfer-Encoding: binary',
      '',
      '{}',
      `--${boundary}`,
      'Content-Disposition: form-data; name="filename"',
      'Content-Length: 12',
      '',
      'Ænergi.json',
      `--${boundary}--`,
      '',
    ].join('\r\n');
    const headers = { authorization: `OAuth2 ${token}`, 'content-type': `multipart/form-data; boundary=${boundary}` };
    const answer = await fetch(`${sandbox.url}/file/`, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ name: 'Ænergi.json', size: 2, mimetype: 'application/json' });
  });

  it('come back byte for byte under their own link, with the header or with oauth_token', async () => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256));
    const { link, file_id } = await upload(bytes, 'data.bin', 'application/octet-stream');
    expect(link.startsWith(`http://localhost:${sandbox.port}/`)).toBe(true);
    for (const answer of [
      await call('GET', link),
      await fetch(`${link}?oauth_token=${token}`),
      await call('GET', `/file/${file_id}/raw`),
    ]) {
      expect(answer.status).toBe(200);
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    }
    expect((await fetch(link)).status).toBe(401);
    expect((await call('GET', `${link}/medium`)).status).toBe(200);
  });

  it('say their name and type when they come, and run in no browser', async () => {
    const { link } = await upload('{"a":1}', 'Å "b".json', 'application/json');
    const { headers } = await call('GET', link);
    expect(headers.get('content-disposition')).toBe('attachment; filename="_ _b_.json"; filename*=UTF-8\'\'%C3%85%20%22b%22.json');
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('content-length')).toBe('7');
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each([
    ['no source', ['filename'], 'Missing parameters: source.'],
    ['no name', ['source'], 'Missing parameters: filename.'],
  ])('with %s are refused in the recorded words', async (_, present, words) => {
    const data = form('x');
    for (const name of ['source', 'filename']) if (!present.includes(name)) data.delete(name);
    const answer = await call('POST', '/file/', data);
    expect(answer.status).toBe(404);
    expect(ofShape('error', await answer.json()).error_description).toBe(`No matching operation could be found. ${words}`);
  });

  it('are attached to an item, and then open to whoever reaches it', async () => {
    const { item_id } = (await (await call('GET', '/app/22119/item/7')).json()) as { item_id: number };
    const { file_id } = await upload('x');
    expect((await call('POST', `/file/${file_id}/attach`, { ref_type: 'item', ref_id: item_id })).status).toBe(204);
    const item = (await (await call('GET', `/item/${item_id}`)).json()) as { files: { file_id: number }[] };
    expect(item.files.map((file) => file.file_id)).toEqual([file_id]);
    expect((await call('GET', `/file/${file_id}`, undefined, other)).status).toBe(403);
    expect(
      ((await (await call('GET', '/file/app/22119/?limit=500')).json()) as { file_id: number }[]).map((file) => file.file_id),
    ).toContain(file_id);
  });

  it('are copied, replaced, described and removed', async () => {
    const first = await upload('one');
    const { item_id } = (await (await call('GET', '/app/22119/item/8')).json()) as { item_id: number };
    await call('POST', `/file/${first.file_id}/attach`, { ref_type: 'item', ref_id: item_id });
    const { file_id: copied } = (await (await call('POST', `/file/${first.file_id}/copy`)).json()) as { file_id: number };
    expect(await (await call('GET', `/file/${copied}/raw`)).text()).toBe('one');
    const second = await upload('two');
    expect((await call('POST', `/file/${second.file_id}/replace`, { old_file_id: first.file_id })).status).toBe(204);
    expect(await (await call('GET', `/item/${item_id}`)).json()).toMatchObject({ files: [{ file_id: second.file_id }] });
    expect((await call('PUT', `/file/${second.file_id}`, { description: 'the second' })).status).toBe(204);
    expect(await (await call('GET', `/file/${second.file_id}`)).json()).toMatchObject({
      description: 'the second',
      replaces: [first.file_id],
    });
    expect((await call('DELETE', `/file/${second.file_id}`)).status).toBe(204);
    expect((await call('GET', `/file/${second.file_id}`)).status).toBe(410);
    expect(await (await call('GET', `/item/${item_id}`)).json()).toMatchObject({ files: [] });
  });

  it('stand in image fields and comments by their ids', async () => {
    const { file_id } = await upload(Buffer.from('89504e47', 'hex'), 'shot.png', 'image/png');
    const { item_id } = (await (await call('POST', '/item/app/22119/', { fields: { title: 'x', screenshots: [file_id] } })).json()) as {
      item_id: number;
    };
    const item = (await (await call('GET', `/item/${item_id}`)).json()) as { fields: { external_id: string; values: object[] }[] };
    expect(item.fields.find(({ external_id }) => external_id === 'screenshots')?.values).toMatchObject([
      { value: { file_id, mimetype: 'image/png' } },
    ]);
    const note = await upload('text');
    const refused = await call('POST', '/item/app/22119/', { fields: { title: 'x', screenshots: note.file_id } });
    expect(refused.status).toBe(400);
    const comment = await call('POST', `/comment/item/${item_id}/`, { value: 'see', file_ids: [note.file_id] });
    expect(await comment.json()).toMatchObject({ files: [{ file_id: note.file_id }] });
  });
});
