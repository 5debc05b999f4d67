import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatImport, type ImportApp, parseImport } from './import-lines.ts';

const token = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const one = (text: string) => parseImport(text).apps.map(({ appId, appToken, label }) => [appId, appToken, label]);
const reasons = (text: string) => parseImport(text).leftOut.map(({ line, reason }) => [line, reason.why]);

describe('a line with an app', () => {
  it.each([
    ['commas', `22119,${token},Bugs`],
    ['commas and spaces', ` 22119 , ${token} , Bugs `],
    ['semicolons', `22119;${token};Bugs`],
    ['tabs', `22119\t${token}\tBugs`],
    ['spaces', `22119  ${token} Bugs`],
    ['no-break spaces', `22119\u00a0${token}\u00a0Bugs`],
    ['quotes', `"22119","${token}","Bugs"`],
    ['a comma at the end', `22119,${token},Bugs,`],
    ['a byte order mark', `\ufeff22119,${token},Bugs`],
    ['unseen characters of a web page', `\u200b22119\u200b,\u200b${token}\u200b,Bugs`],
    ['more columns', `22119,${token},"Bugs",2024-01-01`],
  ])('may have %s', (_what, line) => {
    expect(one(line)).toEqual([['22119', token, 'Bugs']]);
  });

  it('needs no label', () => {
    expect(one(`22119 ${token}`)).toEqual([['22119', token, '']]);
    expect(one(`22119,${token},`)).toEqual([['22119', token, '']]);
  });

  it('keeps spaces, commas and quotes of a label', () => {
    expect(one(`22119 ${token} Bugs, staging`)).toEqual([['22119', token, 'Bugs, staging']]);
    expect(one(`22119,${token},"Bugs ""old"", staging"`)).toEqual([['22119', token, 'Bugs "old", staging']]);
    expect(one(`22119;${token};Fehler; Test`)).toEqual([['22119', token, 'Fehler; Test']]);
  });

  it('may end in any of the three line ends', () => {
    expect(one(`1,${token}\r\n2,${token}\r3,${token}\n`).map(([id]) => id)).toEqual(['1', '2', '3']);
  });
});

describe('a header line', () => {
  it.each([
    `App ID,App token,Label\n22119,${token},Bugs`,
    `app_id;app_token;label\n22119;${token};Bugs`,
    `Label\tID\tToken\nBugs\t22119\t${token}`,
    `Space,Name,App-ID,"App token"\nCRM,Bugs,22119,${token}`,
    `App ID  App token  Label\n22119 ${token} Bugs`,
  ])('says which column is which: %j', (text) => {
    expect(one(text)).toEqual([['22119', token, 'Bugs']]);
    expect(parseImport(text).leftOut).toEqual([]);
  });

  it('does not move an empty cell', () => {
    expect(one(`Label\tID\tToken\n\t22119\t${token}`)).toEqual([['22119', token, '']]);
  });

  it('is not what a line with an app looks like', () => {
    expect(one('22119 sandbox-app-token-22119 id token')).toEqual([['22119', 'sandbox-app-token-22119', 'id token']]);
  });
});

describe('pairs of an environment file', () => {
  it('belong together by their name, in any order, with export, quotes and comments', () => {
    const text = `# two apps\nexport BUGS_APP_TOKEN="${token}"\nLEADS_APP_ID=22118 # CRM\n\nBUGS_APP_ID='22119'\nLEADS_APP_TOKEN = other-token`;
    expect(one(text)).toEqual([
      ['22119', token, ''],
      ['22118', 'other-token', ''],
    ]);
    expect(parseImport(text).apps.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('need no name', () => {
    expect(one(`APP_ID=22119\nAPP_TOKEN=${token}`)).toEqual([['22119', token, '']]);
  });

  it('are left out when a half is missing, or when it cannot be told which halves belong together', () => {
    expect(parseImport('BUGS_APP_ID=22119').leftOut[0]?.reason).toEqual({ why: 'no-partner', missing: 'BUGS_APP_TOKEN' });
    expect(reasons('A_APP_ID=1\nA_APP_ID=2\nA_APP_TOKEN=t1\nA_APP_TOKEN=t2')).toEqual([
      [1, 'twice'],
      [2, 'twice'],
      [3, 'twice'],
      [4, 'twice'],
    ]);
    expect(one('A_APP_ID=1\nA_APP_TOKEN=t1\nA_APP_ID=2\nA_APP_TOKEN=t2')).toEqual([
      ['1', 't1', ''],
      ['2', 't2', ''],
    ]);
  });

  it('leave other variables of the file out, and say so', () => {
    expect(reasons('DATABASE_URL=postgres://localhost')).toEqual([[1, 'other-variable']]);
  });
});

describe('a line that is not understood', () => {
  it.each([
    ['no-id', 'Bugs'],
    ['no-id', `,${token},Bugs`],
    ['no-id', `Bugs,22119,${token}`],
    ['no-id', token],
    ['bad-id', `0,${token}`],
    ['bad-id', `99999999999999999,${token}`],
    ['no-token', '22119'],
    ['no-token', '22119,,Bugs'],
    ['long-token', `22119,${'x'.repeat(513)}`],
    ['bad-quote', `22119,"${token},Bugs`],
    ['bad-quote', `"22119"x,${token},Bugs`],
    ['label-is-token', `22119,Bugs,${token}`],
    ['label-is-token', '22119 Bugs sandbox-app-token-22119'],
  ])('has a reason: %s for %j', (why, line) => {
    expect(parseImport(line).apps).toEqual([]);
    expect(reasons(`# first\n\n${line}`)).toEqual([[3, why]]);
  });
});

describe('an app that stands there twice', () => {
  it('counts once, as it stands last, and says which line was left out', () => {
    const text = `22119,old-token,Bugs\n22118,${token}\n22119,new-token`;
    expect(one(text)).toEqual([
      ['22118', token, ''],
      ['22119', 'new-token', 'Bugs'],
    ]);
    expect(parseImport(text).leftOut).toMatchObject([{ line: 1, reason: { why: 'replaced', line: 3 } }]);
    expect(parseImport(`22119,${token}\n22119,${token}`).leftOut).toMatchObject([{ line: 1, reason: { why: 'repeated', line: 2 } }]);
  });
});

const appId = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }).map(String);
const appToken = fc.string({ minLength: 1, maxLength: 64, unit: 'grapheme-ascii' }).filter((text) => text.trim() === text && text !== '');
const label = fc
  .string({ maxLength: 40, unit: 'grapheme' })
  .filter((text) => text.trim() === text && !/\p{Cc}|[\u2028\u2029]|token|[0-9a-f]{32}/iu.test(text));
const app = fc.record({ appId, appToken, label }).filter((each) => each.appToken.length < 8 || !each.label.includes(each.appToken));
const apps = fc.uniqueArray(app, { selector: (each) => each.appId, maxLength: 70 });
const withoutLine = ({ line: _line, ...rest }: ImportApp) => rest;

describe('whatever is pasted', () => {
  it('never throws, names lines that exist, lists no app twice and shows no token as a label', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(',', ';', '\t', ' ', '"', '\n', '\r\n', '22119', token, 'A_APP_ID=', 'A_APP_TOKEN=', 'export ', '#', 'id,token', "'"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const { apps: found, leftOut } = parseImport(text);
        const lines = text.split(/\r\n|\n|\r/).length;
        for (const { line } of [...found, ...leftOut]) expect(line >= 1 && line <= lines).toBe(true);
        expect(new Set(found.map((each) => each.appId)).size).toBe(found.length);
        for (const each of found) expect(each.label).not.toContain(token);
      }),
      { numRuns: 2000 },
    );
  });

  it('comes back as it was written: no token is lost, changed or given to another line, whatever the labels are', () => {
    fc.assert(
      fc.property(apps, (list) => {
        const { apps: found, leftOut } = parseImport(formatImport(list));
        expect(leftOut).toEqual([]);
        expect(found.map(withoutLine)).toEqual(list);
        expect(found.map(({ line }) => line)).toEqual(list.map((_app, index) => index + 1));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the numbers of lines between blanks, comments and broken ones', () => {
    const noise = fc.constantFrom('', '   ', '# a comment', 'not an app', '22119');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(noise, { maxLength: 3 }), app), { maxLength: 20 }),
        fc.constantFrom('\n', '\r\n'),
        (blocks, end) => {
          const unique = [...new Map(blocks.map((block) => [block[1].appId, block])).values()];
          const lines = unique.flatMap(([before, each]) => [...before, formatImport([each])]);
          const { apps: found, leftOut } = parseImport(lines.join(end));
          for (const { line, ...each } of found) expect(formatImport([each])).toBe(lines[line - 1]);
          for (const { line, text } of leftOut) expect(text).toBe(lines[line - 1]);
          expect(found.length).toBe(unique.length);
        },
      ),
    );
  });

  it('puts each token of an environment file to the id of its own name, in any order', () => {
    const named = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[A-Z]{1,8}$/), appId, fc.stringMatching(/^[0-9a-f]{32}$/)), {
      selector: ([name]) => name,
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        named.filter((list) => new Set(list.map(([, id]) => id)).size === list.length),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (list, order) => {
          const lines = list
            .flatMap(([name, id, secret]) => [`${name}_APP_ID=${id}`, `export ${name}_APP_TOKEN="${secret}"`])
            .map((text) => ({ text, at: order.next().value }))
            .sort((one, other) => one.at - other.at)
            .map(({ text }) => text);
          const found = new Map(parseImport(lines.join('\n')).apps.map((each) => [each.appId, each.appToken]));
          expect(found).toEqual(new Map(list.map(([, id, secret]) => [id, secret])));
        },
      ),
    );
  });
});
