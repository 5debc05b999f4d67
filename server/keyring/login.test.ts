import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cookieNames } from '../http/cookies.ts';
import { createLogins } from './login.ts';

const names = cookieNames('podio');
const lifetimeSeconds = 600;

/** A browser's jar for the cookies of sign-ins under way. */
class Jar {
  private readonly cookies = new Map<string, string>();

  store(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split('; ');
      const at = pair.indexOf('=');
      if (line.includes('Max-Age=0')) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  get header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get size(): number {
    return this.cookies.size;
  }
}

function logins(now: () => number) {
  return createLogins({ secrets: ['s'.repeat(32)], names, lifetimeSeconds, limit: 8, pkce: true, now });
}

describe('sign-ins under way', () => {
  it('L3 L4 CB4 are at most eight, each is taken once, by the browser that began it, and not after its time', () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('start' as const), browser: fc.nat({ max: 1 }) }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('take' as const),
          browser: fc.nat({ max: 1 }),
          which: fc.nat({ max: 30 }),
          replay: fc.boolean(),
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 400 }) }) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
        let time = 1_700_000_000_000;
        const under = logins(() => time);
        const jars = [new Jar(), new Jar()];
        const started: { state: string; browser: number; at: number; header: string; taken: boolean; dropped: boolean }[] = [];
        for (const one of steps) {
          time += 1;
          if (one.kind === 'wait') time += one.seconds * 1000;
          else if (one.kind === 'start') {
            const jar = jars[one.browser] as Jar;
            const { state, cookies } = under.start(jar.header, { returnTo: undefined, scope: 'global:all' });
            const alive = started.filter(
              ({ browser, at, taken, dropped }) => browser === one.browser && !taken && !dropped && at + lifetimeSeconds * 1000 > time,
            );
            if (alive.length >= 8) (alive[0] as { dropped: boolean }).dropped = true;
            jar.store(cookies);
            expect(jar.size).toBeLessThanOrEqual(8);
            started.push({ state, browser: one.browser, at: time, header: jar.header, taken: false, dropped: false });
          } else {
            const login = started[one.which];
            if (!login) continue;
            const jar = jars[one.browser] as Jar;
            const found = under.take(one.replay ? login.header : jar.header, login.state);
            const mine = one.replay || (login.browser === one.browser && !login.dropped);
            const may = mine && !login.taken && login.at + lifetimeSeconds * 1000 > time;
            expect(found !== undefined).toBe(may);
            if (found) {
              login.taken = true;
              jar.store(found.cookies);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('L4 do not make room by ending one that is under way, where another was taken and its cookie is still there', () => {
    let time = 1_800_000_000_000;
    const under = logins(() => time);
    const jar = new Jar();
    const states: string[] = [];
    for (let count = 0; count < 8; count++) {
      time += 1000;
      const { state, cookies } = under.start(jar.header, { returnTo: undefined, scope: 'a' });
      jar.store(cookies);
      states.push(state);
    }
    const [oldest = '', second = ''] = states;
    expect(under.take(jar.header, second)).toBeDefined(); // its answer, and with it the end of its cookie, is lost on the way
    jar.store(under.start(jar.header, { returnTo: undefined, scope: 'a' }).cookies);
    expect(jar.size).toBe(8);
    expect(under.take(jar.header, oldest)).toBeDefined();
  });

  it('CB8 CK4 open under no other name', () => {
    const under = logins(Date.now);
    const jar = new Jar();
    const first = under.start('', { returnTo: '/a', scope: 'a' });
    const second = under.start('', { returnTo: '/b', scope: 'b' });
    const [nameOfSecond = ''] = second.cookies[0]?.split('=') ?? [];
    jar.store([`${nameOfSecond}=${first.cookies[0]?.split(';', 1)[0]?.split('=')[1]}; Path=/`]);
    expect(under.take(jar.header, second.state)).toBeUndefined();
    expect(under.take(first.cookies.join('; '), first.state)).toMatchObject({ returnTo: '/a' });
  });

  it('L4 BR17 all eight with the longest of everything leave room for the other cookies in a head of 32 KB', () => {
    const under = logins(Date.now);
    const jar = new Jar();
    for (let count = 0; count < 12; count++)
      jar.store(under.start(jar.header, { returnTo: `/${'x'.repeat(1023)}`, scope: 's'.repeat(100) }).cookies);
    expect(jar.size).toBe(8);
    expect(jar.header.length).toBeLessThan(16 * 1024);
  });

  it('are a cookie each, of the whole origin, for as long as they live, and cleared where they were set', () => {
    const under = logins(Date.now);
    const { state, cookies } = under.start('', { returnTo: undefined, scope: 'a' });
    const [cookie = ''] = cookies;
    expect(cookie).toMatch(/^__Host-Http-login-[\w-]{16}=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=600$/);
    const taken = under.take(cookie.split(';', 1)[0], state);
    expect(taken?.cookies).toEqual([`${cookie.split('=', 1)[0]}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`]);
  });

  it('are also those of the cookies that an earlier version of this program set: the format stays', () => {
    const under = logins(() => 1_800_000_000_000);
    const cookie =
      '__Host-Http-login-bt4-WMxO93wSa-Cy=AXZyFoNAC6NLTm-nfPfsfLmVmHnin9p2Rsoszud9pUgQes-u55q0jKkXGmVnKCGSBEsReQnBraxyD4veBGzTXTbJCg_I9VbL5Uyr-JUV4nJZCYHHq2vVYDIpBcOpfWszPt7OjPBDHn2pJGjh5cpEdrEfna8EZMI1Sc149LQLUaAYaYNa4x5YwB5Z3ASzxJfIgiYxEp0';
    expect(under.take(cookie, 'i8_44dUCSlLPLZA9iA45WbnIOxCERLH4KmYusun2n-M')).toMatchObject({ returnTo: '/a', scope: 'a' });
  });

  it('L1 has a challenge that is the hash of its verifier, where PKCE is on', () => {
    const under = logins(Date.now);
    const { state, codeChallenge, cookies } = under.start('', { returnTo: undefined, scope: 'a' });
    const verifier = under.take(cookies[0]?.split(';', 1)[0], state)?.codeVerifier ?? '';
    expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(codeChallenge).toBe(createHash('sha256').update(verifier).digest('base64url'));
    const without = createLogins({ secrets: ['s'.repeat(32)], names, lifetimeSeconds, limit: 8, pkce: false });
    expect(without.start('', { returnTo: undefined, scope: 'a' }).codeChallenge).toBeUndefined();
  });

  it('L4 the oldest go first, in whatever order the browser sends them, and those that do not open before all others', () => {
    let time = 1_800_000_000_000;
    const under = logins(() => time);
    const pairs: string[] = [];
    for (let count = 0; count < 8; count++) {
      time += 1000;
      pairs.push(under.start('', { returnTo: undefined, scope: 'a' }).cookies[0]?.split(';', 1)[0] ?? '');
    }
    const dropped = (header: string) =>
      under
        .start(header, { returnTo: undefined, scope: 'a' })
        .cookies.flatMap((line) => (/=; Path=\/; .*Max-Age=0$/.test(line) ? [line.split('=', 1)[0]] : []));
    const nameOf = (pair = '') => pair.split('=', 1)[0];
    expect(dropped(pairs.slice(0, 7).join('; '))).toEqual([]);
    expect(dropped([...pairs].reverse().join('; '))).toEqual([nameOf(pairs[0])]);
    expect(dropped([...pairs.slice(1), `${names.loginPrefix}foreign=x`].join('; '))).toEqual([`${names.loginPrefix}foreign`]);
    expect(dropped(`${names.loginPrefix}foreign=x`), 'also where there is room').toEqual([`${names.loginPrefix}foreign`]);
  });

  it('L5 CB4 end with their last millisecond, and are taken once, also with the cookies from before', () => {
    let time = 1_800_000_000_000;
    const under = logins(() => time);
    const start = () => {
      const { state, cookies } = under.start('', { returnTo: undefined, scope: 'a' });
      return { state, header: cookies[0]?.split(';', 1)[0] ?? '' };
    };
    const [early, late, timely] = [start(), start(), start()];
    expect(under.take(early.header, early.state)).toBeDefined();
    time += lifetimeSeconds * 1000 - 1;
    expect(under.take(early.header, early.state)).toBeUndefined();
    expect(under.take(timely.header, timely.state)).toBeDefined();
    expect(under.take(timely.header, timely.state)).toBeUndefined();
    time += 1;
    expect(under.take(late.header, late.state)).toBeUndefined();
  });

  it('CK8 are found among others of the name, and not by the beginning of a name', () => {
    const under = logins(Date.now);
    const { state, cookies } = under.start('', { returnTo: '/here', scope: 'a' });
    const [name = '', value = ''] = cookies[0]?.split(';', 1)[0]?.split('=') ?? [];
    expect(under.take(`${name}x=${value}`, state)).toBeUndefined();
    expect(under.take(`${name}=planted; ${name}=${value}`, state)).toMatchObject({ returnTo: '/here' });
  });
});
