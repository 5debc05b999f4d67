import { beforeEach, describe, expect, it } from 'vitest';
import { addressOf, callInAddress, type Draft, keepDraft, startDraft } from './draft.ts';

const first = { method: 'GET', path: '/user/status' };
const written: Draft = { method: 'POST', path: '/item/app/1/', body: '{"a": 1}', tab: 'body' };

beforeEach(() => sessionStorage.clear());

describe('the draft of a tab', () => {
  it('begins with a call that works at once', () => {
    expect(startDraft('', undefined, first)).toEqual({ ...first, body: '', tab: 'parameters' });
  });
  it('is there again under its own address, and under one that names no call', () => {
    keepDraft(written, addressOf(written));
    expect(startDraft(addressOf(written), undefined, first)).toEqual(written);
    expect(startDraft('', undefined, first)).toEqual(written);
  });
  it('is there again under its address also when it went on since', () => {
    keepDraft({ ...written, path: '/item/app/1/fil' }, addressOf(written));
    expect(startDraft(addressOf(written), undefined, first).path).toBe('/item/app/1/fil');
  });
  it('gives way to the call of another address, and keeps the body', () => {
    keepDraft(written, addressOf(written));
    expect(startDraft('?method=GET&path=/item/7', undefined, first)).toEqual({
      method: 'GET',
      path: '/item/7',
      body: '{"a": 1}',
      tab: 'body',
    });
  });
  it('takes the body that a link brings', () => {
    keepDraft(written, addressOf(written));
    expect(startDraft(addressOf(written), '{"b": 2}', first)).toEqual({ ...written, body: '{"b": 2}' });
  });
  it('keeps nothing of what is named like a secret', () => {
    keepDraft({ ...written, path: '/x?access_token=abc', body: '{"password": "p"}' }, '');
    expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/abc|"p\\"/);
    expect(addressOf({ method: 'GET', path: '/x?access_token=abc' })).not.toContain('abc');
  });
  it('survives a store that holds something else', () => {
    sessionStorage.setItem('keyring:draft', '{"path": 7}');
    expect(startDraft('', undefined, first).path).toBe('/user/status');
    sessionStorage.setItem('keyring:draft', 'not json');
    expect(startDraft('', undefined, first).path).toBe('/user/status');
  });
});

describe('the call in an address', () => {
  it('keeps the path with its query byte for byte', () => {
    const path = '/item/1?mark_as_viewed=0&q=%20a+b';
    expect(callInAddress(addressOf({ method: 'PUT', path }))).toEqual({ method: 'PUT', path });
  });
  it('is a GET unless it says a method that can be sent', () => {
    expect(callInAddress('?path=/x')?.method).toBe('GET');
    expect(callInAddress('?path=/x&method=delete')?.method).toBe('DELETE');
    expect(callInAddress('?path=/x&method=TRACE')?.method).toBe('GET');
    expect(callInAddress('?method=POST')).toBeUndefined();
  });
});
