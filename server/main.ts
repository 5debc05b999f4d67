import { fileURLToPath } from 'node:url';
import { buildApp } from './app.ts';
import { drainAtTheEnd } from './drain.ts';
import { describeStart } from './greeting.ts';
import { StoreRefusedError } from './keyring/store.ts';
import { loadSettings } from './load-settings.ts';
import { type Settings, SettingsError } from './settings.ts';

/** Stops with exit code 1 and the sentence that helps. */
function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function settingsOrStop(): Settings {
  try {
    return loadSettings();
  } catch (error) {
    if (error instanceof SettingsError) stop(error.problems.map((problem) => `podio-keyring: ${problem}`).join('\n'));
    throw error;
  }
}

/** Names the port that is taken, and the variable that chooses another. */
function stopForPort(error: NodeJS.ErrnoException, variable: string, port: number): never {
  if (error.code === 'EADDRINUSE')
    stop(`podio-keyring: port ${port} is taken: stop what listens there, or set ${variable} to another port.`);
  if (error.code === 'EACCES') stop(`podio-keyring: port ${port} may not be used by this user: set ${variable} to a port above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    stop(`podio-keyring: HOST is not an address of this machine (${error.code}).`);
  throw error;
}

/** Loaded by who uses it only: it is as large as all the rest. */
async function startSandbox(port: number) {
  const sandbox = await import('./sandbox/sandbox.ts');
  return sandbox.startSandbox({ port });
}

const settings = settingsOrStop();
const sandbox =
  settings.mode === 'sandbox'
    ? await startSandbox(settings.sandboxPort).catch((error) => stopForPort(error, 'SANDBOX_PORT', settings.sandboxPort))
    : undefined;
const app = await buildApp(settings, {
  webRoot: fileURLToPath(new URL('../web/', import.meta.url)),
  ...(sandbox && { sandbox: { url: `http://localhost:${sandbox.port}`, ...sandbox.publishedCredentials } }),
}).catch((error: unknown) => {
  if (error instanceof StoreRefusedError) stop(`podio-keyring: ${error.message}`);
  throw error;
});
await app.listen({ host: settings.host, port: settings.port }).catch(async (error) => {
  await sandbox?.close();
  stopForPort(error, 'PORT', settings.port);
});
drainAtTheEnd(app, settings.limits.drainMs, async () => sandbox?.close());
process.stdout.write(describeStart(settings, sandbox?.publishedCredentials));
