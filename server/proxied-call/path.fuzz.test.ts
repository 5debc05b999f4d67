import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fuzz } from '../fuzz-testing.ts';
import { checkPath, mayHoldAppTokens } from './path.ts';

/** Every way in which some server between here and Podio might read a path: decoded never, once or twice, and so on. */
function readings(path: string): Set<string> {
  const once = decode(path);
  let found = new Set([path, once, decode(once)]);
  for (const step of steps) found = new Set([...found, ...[...found].map(step)]);
  return found;
}

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

it('PX1 PX2 PX3 no path goes up that some server would read as leaving, or as handing out credentials', () => {
  let dangerous = 0;
  fuzz(
    'proxied paths',
    fc.property(path, (candidate) => {
      const seen = [...readings(candidate)];
      const isRefused = refused(candidate);
      if (seen.some((reading) => leaves.test(reading) || handsOut.some((pattern) => pattern.test(reading)))) {
        dangerous++;
        return isRefused;
      }
      return isRefused || mayHoldAppTokens(candidate, '') || !seen.some((reading) => /^\/app(?:\/|$)/.test(reading));
    }),
  );
  expect(dangerous).toBeGreaterThan(1_000);
});

it('PX6 a path that is none of these goes up: nothing is refused without a reason', () => {
  const harmless = fc
    .array(fc.stringMatching(/^(?:[a-z0-9]|%2B|%C3%A6|[-_~+,@:!$&'()*=]){1,8}$/), { minLength: 1, maxLength: 5 })
    .map((names) => `/item/${names.join('/')}`);
  fuzz(
    'harmless paths',
    fc.property(harmless, (candidate) => !refused(candidate)),
    5_000,
  );
});
