import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPath, mayHoldAppTokens } from './path.ts';

/** Every way in which some server between here and Podio might read a path: decoded never, once or twice, and so on. */
function readings(path: string): string[] {
  const decode = (text: string) => text.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const steps: ((text: string) => string)[] = [
    (text) => text.replaceAll('\\', '/'),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: some servers drop them
    (text) => text.replace(/[\x00-\x1f\x7f]/g, ''),
    (text) => text.replace(/;[^/\\]*/g, ''),
    (text) => text.replace(/[?#].*$/s, ''),
    (text) => text.toLowerCase(),
    (text) => text.replace(/\/{2,}/g, '/'),
  ];
  return [path, decode(path), decode(decode(path))].flatMap((decoded) =>
    Array.from({ length: 2 ** steps.length }, (_, which) =>
      steps.reduce((text, step, index) => (which & (1 << index) ? step(text) : text), decoded),
    ),
  );
}

const handsOut = [/^\/oauth\/(?:token|grant)/, /^\/oauth\/authorize(?:\/|$)/, /^\/app\/\d[^/]*\/token/, /^\/_sandbox(?:\/|$)/];
const leaves = /(?:^|\/)\.\.?(?:\/|$)/;

const hex = (letter: string) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`;
const disguised = (text: string) =>
  fc
    .array(fc.constantFrom('as it is', 'as it is', 'as it is', 'upper', 'once', 'twice', 'control'), {
      minLength: text.length,
      maxLength: text.length,
    })
    .map((how) =>
      [...text]
        .map((letter, index) => {
          if (how[index] === 'upper') return letter.toUpperCase();
          if (how[index] === 'once') return hex(letter);
          if (how[index] === 'twice') return hex(letter).replace('%', '%25');
          return how[index] === 'control' ? `%0${index % 10}${letter}` : letter;
        })
        .join(''),
    );
const segment = fc
  .constantFrom('oauth', 'token', 'grant', 'authorize', 'app', '22117', '_sandbox', 'item', '..', '.', '...', '1;x', 'token;v=1', 'x')
  .chain(disguised);
const separator = fc.constantFrom(
  '/',
  '/',
  '/',
  '/',
  '//',
  '\\',
  '%2f',
  '%5c',
  '%252F',
  '%255c',
  '/;/',
  ';a/',
  '%3b/',
  '%3f',
  '%23',
  '/%00/',
);
const path = fc
  .array(fc.tuple(separator, segment), { minLength: 1, maxLength: 5 })
  .map((pairs) => `/${pairs.map(([between, name], index) => (index === 0 ? name : between + name)).join('')}`);

function refused(candidate: string): boolean {
  try {
    checkPath(candidate);
    return false;
  } catch {
    return true;
  }
}

describe('checkPath', () => {
  it('PX1 PX2 PX3 lets nothing through that some server would read as leaving, or as handing out credentials', () => {
    let dangerous = 0;
    fc.assert(
      fc.property(path, (candidate) => {
        const seen = readings(candidate);
        if (!seen.some((reading) => leaves.test(reading) || handsOut.some((pattern) => pattern.test(reading)))) return;
        dangerous++;
        expect([candidate, refused(candidate)]).toEqual([candidate, true]);
      }),
      { numRuns: 1_500 },
    );
    expect(dangerous).toBeGreaterThan(100);
  });

  it('PX6 lets through what is none of these, and refuses nothing without a reason', () => {
    const harmless = fc
      .array(fc.stringMatching(/^(?:[a-z0-9]|%2B|%C3%A6|[-_~+,@:!$&'()*=]){1,8}$/), { minLength: 1, maxLength: 5 })
      .map((names) => `/item/${names.join('/')}`);
    fc.assert(
      fc.property(harmless, (candidate) => !refused(candidate)),
      { numRuns: 500 },
    );
  });

  it('DS5 takes no longer than the path is long', () => {
    const began = performance.now();
    for (const hostile of ['/a'.repeat(15_000), `/${'%25'.repeat(10_000)}`, `/${';'.repeat(30_000)}`, `/${'a'.repeat(30_000)}!`])
      refused(hostile);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('mayHoldAppTokens', () => {
  it('is true for whatever some server would read as a path of apps', () => {
    fc.assert(
      fc.property(path, (candidate) => {
        if (refused(candidate) || !readings(candidate).some((reading) => /^\/app(?:\/|$)/.test(reading))) return;
        expect([candidate, mayHoldAppTokens(candidate, '')]).toEqual([candidate, true]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '?fields=a',
    '?a=1&fields=b',
    '?%66ields=a',
    '?fields[]=a',
    '?fields%5B%5D=a',
    '?FIELDS=a',
    '?+fields=a',
    '?fields%00=a',
    '?a;fields=b',
    '?x%26fields%3Da',
    '?%2566ields=a',
  ])('is true for a query with fields in any spelling: %s', (query) => expect(mayHoldAppTokens('/item/1', query)).toBe(true));

  it.each(['', '?', '?limit=1', '?subfields=1', '?fields-x=1', '?fields_x=1', '?a=fields'])('is false without: %j', (query) =>
    expect(mayHoldAppTokens('/item/1', query)).toBe(false),
  );
});
