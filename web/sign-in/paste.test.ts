import { describe, expect, it } from 'vitest';
import { readPaste } from './paste.ts';

const pair = { kind: 'pair', appId: '22119', appToken: 'sandbox-app-token-22119' };

describe('what is pasted into the App ID field', () => {
  it.each([
    '22119 sandbox-app-token-22119',
    '22119\tsandbox-app-token-22119',
    ' 22119,\r\nsandbox-app-token-22119\n',
    '22119;sandbox-app-token-22119',
  ])('is taken apart when it holds id and token: %j', (text) => expect(readPaste(text)).toEqual(pair));
  it('may have the token first', () => {
    expect(readPaste('sandbox-app-token-22119\n22119')).toEqual(pair);
  });
  it('is left alone when it is an id, a token, or more than two things', () => {
    for (const text of ['22119', 'sandbox-app-token-22119', '22119 22118', '22119 abc', 'App ID 22119 abcdefgh', '']) {
      expect(readPaste(text)).toBeUndefined();
    }
  });
  it('is known for an address, from which no id can be guessed', () => {
    expect(readPaste('https://podio.com/acme/crm/apps/bugs')).toEqual({ kind: 'address' });
    expect(readPaste('podio.com/acme/crm/apps/bugs')).toEqual({ kind: 'address' });
  });
});
