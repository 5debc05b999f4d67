import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { printedSecrets } from '../../server/secrets-testing.ts';

/** The package as `npm pack` makes it, installed into a folder of somebody else's. */
export interface PackedProject {
  folder: string;
  tarball: string;
  /** Paths in the tarball. */
  files: string[];
  /** Runs a program in the folder; what it prints holds no secret (threat LG1). */
  run(command: string, args: readonly string[], environment?: Record<string, string>): { status: number | null; output: string };
  remove(): void;
}

/** Packages that a consumer brings: taken from here, so that the test needs no network. */
const brought = [
  'undici',
  '@types/node',
  '@types/react',
  'undici-types',
  'csstype',
  'react',
  'react-dom',
  '@tanstack',
  'fastify',
  'ioredis',
  'typescript',
];

export function installPackedPackage(): PackedProject {
  const folder = mkdtempSync(join(tmpdir(), 'podio-keyring-packed-'));
  const run: PackedProject['run'] = (command, args, environment = {}) => {
    const { status, stdout, stderr } = spawnSync(command, [...args], {
      timeout: 60_000, // what does not end says so here, and not by silence
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    });
    const output = `${stdout}${stderr}`;
    const printed = printedSecrets(output);
    if (printed.length > 0) throw new Error(`LG1 ${command} ${args.join(' ')}:\n${printed.join('\n')}`);
    return { status, output };
  };
  const packed = spawnSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { encoding: 'utf8' });
  const [report] = JSON.parse(packed.stdout) as [{ filename: string; files: { path: string }[] }];
  const tarball = join(folder, report.filename);
  const own = join(folder, 'node_modules', 'podio-keyring');
  mkdirSync(own, { recursive: true });
  const unpacked = run('tar', ['-xzf', tarball, '--strip-components=1', '-C', own]);
  if (unpacked.status !== 0) throw new Error(unpacked.output);
  for (const name of brought) {
    const target = join(folder, 'node_modules', name);
    mkdirSync(join(target, '..'), { recursive: true });
    symlinkSync(resolve('node_modules', name), target);
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'somebody', private: true, type: 'module' }));
  return {
    folder,
    tarball,
    files: report.files.map(({ path }) => path),
    run,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
