import { beforeAll, describe, expect, it } from 'vitest';
import { checkAnswer } from '../shapes/answers.ts';
import { type TestCaller, TestSandbox } from '../testing.ts';

/** The operations that Podio's clients use most, as `METHOD path body?`; a capital word stands for an id that exists. */
const operations = `
GET /user/status
GET /user
GET /user/profile
PUT /user/profile {"about":"x"}
GET /org
GET /org/1
GET /org/url?url=https://podio.com/acme
GET /org/1/space
GET /space/4001
GET /space/org/1
GET /space/url?url=https://podio.com/acme/crm
GET /space/top
GET /app/22119
GET /app/space/4001
GET /app
GET /app/space/4001/bugs
GET /item/ITEM
GET /app/22119/item/1
GET /item/app/22119/external_id/known
POST /item/app/22119/filter {}
POST /item/app/22119/filter/880001 {}
GET /item/app/22119
GET /item/app/22119/count
POST /item/app/22119 {"fields":{"title":"x"}}
PUT /item/ITEM {"fields":{"title":"y"}}
DELETE /item/DOOMED
GET /comment/item/ITEM
POST /comment/item/ITEM {"value":"x"}
GET /comment/COMMENT
PUT /comment/COMMENT {"value":"y"}
DELETE /comment/COMMENT
GET /task
POST /task {"text":"x"}
POST /task/item/ITEM {"text":"x"}
GET /task/TASK
PUT /task/TASK {"text":"y"}
POST /task/TASK/complete
POST /task/TASK/incomplete
DELETE /task/TASK
GET /file/FILE
GET /file/FILE/raw
POST /file/FILE/attach {"ref_type":"item","ref_id":ITEM}
GET /oauth/scope
POST /search/app/22119 {"query":"search"}
POST /search/space/4001 {"query":"search"}
POST /search/org/1 {"query":"search"}
POST /search {"query":"search"}
GET /search/app/22119/v2?query=search
GET /search/space/4001/v2?query=search
GET /search/org/1/v2?query=search
GET /search/v2?query=search
GET /item/ITEM/basic
GET /item/ITEM/value/title
PUT /item/ITEM/value/title {"value":"z"}
PUT /item/ITEM/value {"title":"z"}
GET /item/ITEM/revision
POST /item/app/22119/delete {"item_ids":[DOOMED]}
POST /space {"org_id":1,"name":"x"}
POST /app {"space_id":4001,"config":{"name":"x"},"fields":[]}
PUT /app/22119 {"config":{"description":"x"}}
POST /app/22119/field {"type":"text","config":{"label":"x"}}
GET /app/22119/field/title
GET /hook/app/22119
POST /hook/app/22119 {"url":"http://localhost:9/","type":"item.create"}
POST /hook/HOOK/verify/request
POST /hook/HOOK/verify/validate {"code":"CODE"}
DELETE /hook/HOOK
GET /view/app/22119
GET /tag/app/22119
GET /stream
POST /embed {"url":"https://example.com/"}
GET /notification
GET /contact/space/4001
POST /oauth/grant/invalidate
`.trim();

describe('every operation that clients use', () => {
  let sandbox: TestSandbox;
  let ada: TestCaller;
  beforeAll(() => {
    sandbox = new TestSandbox({ rateLimitPerHour: 100_000 });
  });

  /** Things of one's own for each operation, so that none disturbs another. */
  async function ids(): Promise<Record<string, string>> {
    ada = await sandbox.asUser('ada');
    const item = async () => (await ada.write('POST', '/item/app/22119/', { external_id: 'known', fields: { title: 'x' } })).item_id;
    const [ITEM, DOOMED] = [await item(), await item()];
    const HOOK = (await ada.write('POST', '/hook/app/22119/', { url: 'http://example.com/', type: 'item.create' })).hook_id;
    await ada.write('POST', `/hook/${HOOK}/verify/request`);
    const form =
      '--b\r\nContent-Disposition: form-data; name="source"; filename="a"\r\n\r\nx\r\n--b\r\nContent-Disposition: form-data; name="filename"\r\n\r\na.txt\r\n--b--\r\n';
    const headers = { authorization: `OAuth2 ${ada.token}`, 'content-type': 'multipart/form-data; boundary=b' };
    const uploaded = await sandbox.app.inject({ method: 'POST', url: '/file', headers, payload: form });
    return {
      ITEM,
      DOOMED,
      HOOK,
      CODE: sandbox.state.store.hooks.get(HOOK)?.code ?? '',
      COMMENT: (await ada.write('POST', `/comment/item/${ITEM}/`, { value: 'x' })).comment_id,
      TASK: (await ada.write('POST', '/task/', { text: 'x' })).task_id,
      FILE: uploaded.json().file_id,
    };
  }

  it.each(operations.split('\n'))('%s, with and without a slash at the end, under stray content types', async (operation) => {
    for (const slash of ['', '/']) {
      const known = await ids();
      const [, method = '', path = '', query = '', body = ''] =
        /^(\w+) ([^ ?]+)(\?\S+)? ?(.*)$/.exec(
          operation.replace(/\b(?:ITEM|DOOMED|HOOK|CODE|COMMENT|TASK|FILE)\b/g, (name) => String(known[name] ?? name)),
        ) ?? [];
      const url = `${path}${slash}${query}`;
      const type = body !== '' ? 'application/json' : slash === '' ? 'application/x-www-form-urlencoded' : 'application/json';
      const answer = await sandbox.app.inject({
        method: method as 'GET',
        url,
        headers: { authorization: `OAuth2 ${ada.token}`, 'content-type': type },
        ...(body !== '' && { payload: body }),
      });
      expect([url, answer.statusCode, answer.statusCode >= 400 && answer.body]).toEqual([
        url,
        answer.statusCode === 204 ? 204 : 200,
        false,
      ]);
      if (path.endsWith('/raw')) expect(answer.body).toBe('x');
      else checkAnswer({ method, url, status: answer.statusCode, contentType: answer.headers['content-type'], body: answer.body });
    }
  });

  it.each(['PUT', 'DELETE'] as const)('writes answered by 204 have no body and no type: %s', async (method) => {
    const { COMMENT } = await ids();
    const answer = await ada.send(method, `/comment/${COMMENT}`, method === 'PUT' ? { value: 'y' } : undefined);
    expect([answer.statusCode, answer.body, answer.headers['content-type']]).toEqual([204, '', undefined]);
  });
});
