import { describe, expect, it } from 'vitest';
import type { PodioAnswer } from '../api/errors.ts';
import { fileNameOf, responseText } from './response-text.ts';

function answer(text: string, more: Partial<PodioAnswer> & { headers?: [string, string][] } = {}): PodioAnswer {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: 200, text, json, bytes: text.length, headers: [['content-type', 'application/json']], ...more } as PodioAnswer;
}

describe('the body of an answer on screen', () => {
  it('is JSON a member a line', () => {
    expect(responseText(answer('{"a":1}'))).toEqual({ kind: 'text', text: '{\n  "a": 1\n}', isCut: false });
  });
  it('is text as it came where it is no JSON', () => {
    const html = '<h1>502</h1>';
    expect(responseText(answer(html, { headers: [['content-type', 'text/html']] }))).toEqual({ kind: 'text', text: html, isCut: false });
  });
  it('is only its beginning above a megabyte', () => {
    const shown = responseText(answer(JSON.stringify('x'.repeat(1_000_001))));
    expect(shown).toMatchObject({ kind: 'text', isCut: true });
    expect(shown.kind === 'text' && shown.text.length).toBe(200_000);
  });
  it('is nothing to read where it is binary, empty or a redirect', () => {
    expect(responseText(answer('\u0000PNG', { headers: [['content-type', 'image/png; x=y']] }))).toEqual({
      kind: 'binary',
      contentType: 'image/png',
    });
    expect(responseText(answer('', { status: 204 }))).toEqual({ kind: 'empty' });
    expect(responseText(answer('', { status: 0 }))).toEqual({ kind: 'redirect' });
  });
});

describe('the name of a download', () => {
  const named = (disposition: string) => fileNameOf(answer('x', { headers: [['content-disposition', disposition]] }));
  it('is the one Podio gave', () => {
    expect(named('attachment; filename="a b.png"')).toBe('a b.png');
    expect(named('attachment; filename=a.png; size=3')).toBe('a.png');
    expect(named("attachment; filename=x; filename*=UTF-8''K%C3%B8b.pdf")).toBe('Køb.pdf');
  });
  it('is nothing more than a name', () => {
    expect(named('attachment; filename="../../etc/passwd"')).not.toMatch(/[/\\]|^\./);
    expect(named('attachment; filename="a\u202egnp.exe"')).not.toContain('\u202e');
    expect(named("attachment; filename*=UTF-8''a%0d%0aX-Evil:%20b")).toBe('a__X-Evil_ b');
  });
  it('is ours where there is none', () => {
    expect(fileNameOf(answer('{}'))).toBe('podio-answer.json');
    expect(fileNameOf(answer('x'))).toBe('podio-answer');
  });
});
