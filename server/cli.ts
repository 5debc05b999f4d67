#!/usr/bin/env node
import { helpText, readArguments } from './cli/arguments.ts';
import { version } from './version.ts';

const read = readArguments(process.argv.slice(2));
if ('wrong' in read) {
  process.stderr.write(`podio-keyring: ${read.wrong}. \`podio-keyring --help\` lists what there is.\n`);
  process.exit(1);
} else if ('show' in read) {
  process.stdout.write(read.show === 'version' ? `${version}\n` : helpText());
} else {
  Object.assign(process.env, read.settings);
  if (read.run === 'start') await import('./main.ts');
  else if (read.run === 'sandbox') await import('./sandbox/main.ts');
  else {
    const { runDoctor } = await import('./cli/run-doctor.ts');
    process.exitCode = await runDoctor((line) => process.stdout.write(`${line}\n`));
  }
}
