import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { expect, test } from './fixtures.ts';
import { installPackedPackage, type PackedProject } from './support/packed.ts';
import { freePorts } from './support/ports.ts';

interface Sample {
  /** Document and number, as `errors-1`. */
  name: string;
  language: 'ts' | 'tsx';
  code: string;
}

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const samples = pages.flatMap((page): Sample[] =>
  [...readFileSync(page, 'utf8').matchAll(/^```(tsx?)\n(.*?)^```/gms)].map(([, language, code = ''], index) => ({
    name: `${page.replace(/^docs\/|\.md$/g, '')}-${index + 1}`,
    language: language as Sample['language'],
    code,
  })),
);

let packed: PackedProject;
/** What the compiler had to say. */
let compiled: string;
const out = (path: string) => join(packed.folder, 'out', path);

test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  packed = installPackedPackage();
  for (const { name, language, code } of samples) write(`samples/${name}.${language}`, code);
  for (const file of [
    'sync-app.ts',
    'embedded/server.ts',
    'embedded/app.tsx',
    'product/close-old-tasks.ts',
    'product/close-old-tasks.test.ts',
  ])
    write(`examples/${file}`, readFileSync(`docs/examples/${file}`, 'utf8'));
  for (const name of ['vitest', '@types/react-dom']) {
    const link = join(packed.folder, 'node_modules', name);
    if (!existsSync(link)) symlinkSync(resolve('node_modules', name), link);
  }
  const compilerOptions = {
    ...{ strict: true, module: 'nodenext', target: 'es2023', lib: ['es2023', 'dom', 'dom.iterable'], types: ['node'], jsx: 'react-jsx' },
    ...{ outDir: 'out', rootDir: '.', rewriteRelativeImportExtensions: true, skipLibCheck: true },
  };
  write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['samples', 'examples'] }));
  compiled = packed.run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.']).output;
});
test.afterAll(() => packed?.remove());

function write(path: string, text: string): void {
  const target = join(packed.folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

test('every sample and example type-checks against the packed package', () => {
  expect(compiled).toBe('');
});

test('every sample runs against the sandbox, and prints what it says', async ({ product }) => {
  expect(samples.length).toBeGreaterThan(15);
  const redis = await startRedis();
  try {
    for (const { name } of samples) {
      const here = readFileSync(out(`samples/${name}.js`), 'utf8')
        .replaceAll('http://localhost:3001', product.sandboxUrl.replace('127.0.0.1', 'localhost'))
        .replaceAll('redis://localhost:6379', redis.url);
      writeFileSync(out(`samples/${name}.js`), here);
    }
    writeFileSync(out('run.mjs'), runner);
    const expected = samples.map(({ name, language, code }) => ({
      file: `${name}.${language}`,
      says: [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, line]) => line),
    }));
    const { status, output } = packed.run(process.execPath, [out('run.mjs'), `${product.sandboxUrl}/_sandbox`, JSON.stringify(expected)], {
      FORCE_COLOR: '0',
    });
    expect(status, output).toBe(0);
    const printed = JSON.parse(output) as Record<string, string[]>;
    for (const { file, says } of expected) if (says.length > 0) expect([file, printed[file]]).toEqual([file, says]);
  } finally {
    await redis.end();
  }
});

/**
 * Runs samples one after the other in one process, each with the sandbox as at its start, and prints what each printed. A component has
 * nothing to ask before it is in a page: it renders, within a provider. The process has to end by itself.
 */
const runner = `
  import { setTimeout as after } from 'node:timers/promises';
  import { format } from 'node:util';
  import { createElement } from 'react';
  import { renderToString } from 'react-dom/server';
  import { KeyringProvider } from 'podio-keyring/react';
  const [controls, expected] = process.argv.slice(2);
  const printed = {};
  for (const { file, says } of JSON.parse(expected)) {
    await fetch(controls, { method: 'DELETE' });
    const lines = (printed[file] = []);
    console.log = (...words) => lines.push(...format(...words).split('\\n'));
    try {
      const { default: Component } = await import('./samples/' + file.replace(/tsx?$/, 'js'));
      if (file.endsWith('.tsx')) renderToString(createElement(KeyringProvider, null, createElement(Component)));
      while (lines.length < says.length) await after(5); // of callbacks
    } catch (cause) {
      throw new Error(file, { cause });
    }
  }
  process.stdout.write(JSON.stringify(printed));
`;

async function startRedis() {
  const [port = 0] = await freePorts(1);
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '']);
  for await (const part of child.stdout) if (String(part).includes('Ready to accept connections')) break;
  const end = () => (child.kill('SIGTERM') ? once(child, 'exit') : undefined);
  return { url: `redis://127.0.0.1:${port}`, end };
}

test('the script that copies an app to a file copies all of it', ({ product }) => {
  const environment = {
    PODIO_CLIENT_ID: 'sandbox',
    PODIO_CLIENT_SECRET: 'sandbox-secret',
    PODIO_APP_TOKEN: 'sandbox-app-token-22119',
    PODIO_API_URL: product.sandboxUrl,
  };
  const { status, output } = packed.run(process.execPath, ['out/examples/sync-app.js', '22119', 'bugs.jsonl'], environment);
  expect([status, output]).toEqual([0, expect.stringMatching(/^1204 items, \d+ calls left\n$/)]);
  const lines = readFileSync(join(packed.folder, 'bugs.jsonl'), 'utf8').trimEnd().split('\n');
  expect(new Set(lines.map((line) => (JSON.parse(line) as { item_id: number }).item_id)).size).toBe(1204);
});

test('the embedded app signs in, shows items and signs out', async ({ page, product }) => {
  const [port = 0] = await freePorts(1);
  const bundle = await rolldown({
    input: out('examples/embedded/app.js'),
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    logLevel: 'silent',
  });
  await bundle.write({ file: out('examples/embedded/bundle.js'), minify: true });
  copyFileSync(out('examples/embedded/bundle.js'), out('examples/embedded/app.js'));
  const child = spawn(process.execPath, [out('examples/embedded/server.js')], {
    cwd: packed.folder,
    env: { ...process.env, PORT: String(port), PODIO_API_URL: product.sandboxUrl },
    stdio: 'inherit',
  });
  try {
    await expect
      .poll(() =>
        fetch(`http://localhost:${port}/`).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200);
    await page.goto(`http://localhost:${port}/`);
    await page.getByLabel('App ID').fill('22117');
    await page.getByLabel('App token').fill('sandbox-app-token-22117');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible();
    await expect(page.getByRole('listitem')).toHaveCount(5);
    await page.getByRole('button', { name: 'Sign out of Projects' }).click();
    await expect(page.getByRole('heading', { name: 'Projects' })).toBeHidden();
  } finally {
    if (child.kill('SIGTERM')) await once(child, 'exit');
  }
});

test("the product's own test suite passes", () => {
  const { status, output } = packed.run(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--root', 'examples/product', '--no-color'],
    {
      VITEST: '',
    },
  );
  expect(status, output).toBe(0);
  expect(output).toMatch(/Tests\s+2 passed/);
});

test('every link between the documents leads somewhere', () => {
  const broken = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, target = '']) => [page, target] as const)
      .filter(([from, target]) => !existsSync(join(dirname(from), target))),
  );
  expect(broken).toEqual([]);
});
