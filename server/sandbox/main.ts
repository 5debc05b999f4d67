import { startSandbox } from './sandbox.ts';

const defaultPort = 3001;

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** The port of `SANDBOX_PORT`, checked. */
function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return defaultPort;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) stop(`SANDBOX_PORT must be a port from 1 to 65535, not "${text}".`);
  return port;
}

function refusePort(error: NodeJS.ErrnoException, port: number): never {
  if (error.code === 'EADDRINUSE') stop(`Port ${port} is taken: stop what listens there, or set SANDBOX_PORT to another port.`);
  if (error.code === 'EACCES') stop(`Port ${port} may not be used by this user: set SANDBOX_PORT to a port above 1023.`);
  throw error;
}

const port = readPort(process.env.SANDBOX_PORT);
const sandbox = await startSandbox({ port }).catch((error) => refusePort(error, port));

let closing = false;
// A process group gets the signal twice, since npm passes it on as well.
const close = async (): Promise<void> => {
  if (closing) return;
  closing = true;
  await sandbox.close();
  process.exit(0);
};
process.on('SIGTERM', close);
process.on('SIGINT', close);

const { clients, users, apps } = sandbox.publishedCredentials;
const [client] = clients;
process.stdout.write(`
A sandbox that stands in for Podio is at http://localhost:${sandbox.port}
Open that address in a browser for its credentials, its controls and the last requests.

  API key   client id ${client?.clientId}, client secret ${client?.clientSecret}
${users.map(({ name, username, password }) => `  Person    ${name}: ${username}, password ${password}`).join('\n')}
${apps
  .slice(0, 3)
  .map(({ name, appId, appToken }) => `  App       ${name}: app id ${appId}, app token ${appToken}`)
  .join('\n')}
  … and ${apps.length - 3} apps more; the app token of app N is sandbox-app-token-N.
`);
