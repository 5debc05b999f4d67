import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

/** Every relative import of the tree, read from the import lines, as paths from the root. */
function imports(): Import[] {
  const files = readdir(['server', 'web', 'e2e']);
  return files.flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /^\s*(?:import|export)\s+(type\s+)?[^'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/gm,
      ),
    ].map(([, type, named, dynamic]) => ({
      from: file,
      to: relative(root, join(root, dirname(file), named ?? dynamic ?? '')),
      typeOnly: Boolean(type),
    })),
  );
}

function readdir(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
      .map((name) => join(folder, name)),
  );
}

const all = imports();
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file === 'server/testing.ts';
const within = (folder: string) => (file: string) => file.startsWith(`${folder}/`);

/** From a folder of the server to those that it may import beside itself. */
const allowed: Record<string, readonly string[]> = {
  'server/podio': ['server/keyring/seal.ts'], // one way to seal, which knows of nothing else
  'server/http': ['server/contract.ts', 'server/limits.ts'],
  'server/keyring': ['server/contract.ts', 'server/http', 'server/podio'],
  'server/observability': ['server/contract.ts', 'server/http', 'server/keyring', 'server/podio'],
  'server/proxied-call': ['server/contract.ts', 'server/http', 'server/settings.ts'],
  'server/routes': [
    'server/version.ts',
    'server/contract-types.ts',
    'server/contract.ts',
    'server/http',
    'server/keyring',
    'server/observability',
    'server/podio',
    'server/proxied-call',
    'server/settings.ts',
  ],
  'server/fastify': [
    'server/contract.ts',
    'server/contract-types.ts',
    'server/http',
    'server/keyring',
    'server/observability',
    'server/podio',
    'server/proxied-call',
    'server/routes',
    'server/settings.ts',
  ],
  'server/podio-js': ['server/podio'],
  'server/sandbox': ['server/podio/types.ts'],
};

describe('the dependency rule', () => {
  it.each(Object.entries(allowed))('%s imports nothing but itself and what it may', (folder, targets) => {
    const breaches = all.filter(
      ({ from, to }) =>
        within(folder)(from) && !isTest(from) && !within(folder)(to) && !targets.some((target) => to === target || within(target)(to)),
    );
    expect(breaches).toEqual([]);
  });

  it('only main, development, testing and tests know the sandbox', () => {
    const breaches = all.filter(
      ({ from, to }) =>
        within('server/sandbox')(to) &&
        !within('server/sandbox')(from) &&
        !isTest(from) &&
        !['server/main.ts', 'server/development.ts', 'server/cli.ts', 'server/cli/run-doctor.ts'].includes(from),
    );
    expect(breaches).toEqual([]);
  });

  it('web takes the types of the contract and the catalogue of operations from the server, and nothing else', () => {
    const breaches = all.filter(
      ({ from, to, typeOnly }) =>
        within('web')(from) &&
        within('server')(to) &&
        !(/^server\/(?:contract(?:-types)?|podio\/types|podio\/typed-call)\.ts$/.test(to) && typeOnly) &&
        !/^server\/podio\/(?:operations(?:-lookup)?|reads-only|calls)\.ts$/.test(to),
    );
    expect(breaches).toEqual([]);
  });

  it('the capability folders of web do not import each other', () => {
    const shared = ['web/api', 'web/ui', 'web/react', 'web/i18n', 'web/styles', 'web/errors', 'web/shell'];
    const folderOf = (file: string) => file.split('/').slice(0, 2).join('/');
    const breaches = all.filter(({ from, to }) => {
      if (!/^web\/[^/]+\//.test(from) || !/^web\/[^/]+\//.test(to) || isTest(from)) return false;
      return folderOf(from) !== folderOf(to) && !shared.includes(folderOf(to)) && !['web/shell'].includes(folderOf(from));
    });
    expect(breaches).toEqual([]);
  });

  it('the browser tests know the product only through the browser', () => {
    const shared = 'server/secrets-testing.ts'; // what no process may print is the same for all tests
    expect(all.filter(({ from, to }) => within('e2e')(from) && to !== shared && (within('server')(to) || within('web')(to)))).toEqual([]);
  });
});
