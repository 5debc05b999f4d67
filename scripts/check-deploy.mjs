// `npm run check:deploy`: walks through the configurations in deploy/ with the real nginx and Caddy, where they are installed: two
// instances behind each, everything on this machine. Prints what it saw; exit code 1 where something is not as it should be.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBrowser } from './check-deploy/browser.mjs';
import { installedFronts } from './check-deploy/fronts.mjs';
import { startPodio } from './check-deploy/podio.mjs';
import { walk } from './check-deploy/scenario.mjs';
import { answers, freePorts } from './servers.mjs';

const hostname = 'keyring.localhost';
const fronts = installedFronts();
if (fronts.length === 0) {
  console.error('Neither nginx nor Caddy is installed: `apt-get install nginx caddy` on Debian.');
  process.exit(1);
}

let wrong = 0;
const redis = spawnSync('redis-server', ['--version'], { encoding: 'utf8' }).stdout?.match(/v=([\d.]+)/)?.[1];
const runs = fronts.flatMap((front) => [{ front }, ...(redis ? [{ front, store: `Redis ${redis}` }] : [])]);
for (const { front, store } of runs) {
  console.log(`\n${front.name} ${front.version}, Node ${process.versions.node}, two instances, keyrings in ${store ?? 'cookies'}`);
  await check({ front, store }, (what, fine, seen) => {
    if (!fine) wrong++;
    console.log(`${fine ? 'ok   ' : 'WRONG'}  ${what}${seen === undefined ? '' : `: ${seen}`}`);
  });
}
process.exit(wrong === 0 ? 0 : 1);

async function check({ front, store }, say) {
  const folder = mkdtempSync(join(tmpdir(), 'podio-keyring-deploy-'));
  const started = [];
  const start = (command, args, environment = {}) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    started.push(child);
    return child;
  };
  let podio;
  try {
    const [sandboxPort, redisPort, port, plainPort, ...instances] = await freePorts(6);
    start(process.execPath, [join(process.cwd(), 'dist/server/sandbox.js')], { SANDBOX_PORT: String(sandboxPort) });
    podio = await startPodio(sandboxPort);
    if (store) start('redis-server', ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '']);
    const redisUrl = store && `redis://127.0.0.1:${redisPort}`;
    const servers = instances.map((instance) =>
      start(
        process.execPath,
        [join(process.cwd(), 'dist/server/main.js')],
        settings({ port: instance, frontPort: port, podioPort: podio.port, redisUrl }),
      ),
    );
    certificate(folder);
    const { command, args, environment, log } = front.configure({ folder, port, plainPort, hostname, instances });
    start(command, args, environment);
    await Promise.all([`http://127.0.0.1:${sandboxPort}/_sandbox`, ...instances.map((at) => `http://127.0.0.1:${at}/readyz`)].map(answers));
    await listens(port);
    const [browser, stranger] = [1, 2].map(() => createBrowser({ port, hostname }));
    await walk({ browser, stranger, podio, store, instances: servers, log, say });
  } finally {
    for (const child of started)
      if (child.exitCode === null && child.signalCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    await podio?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function settings({ port, frontPort, podioPort, redisUrl }) {
  return {
    PORT: String(port),
    PUBLIC_URL: `https://${hostname}:${frontPort}`,
    TRUST_PROXY: '127.0.0.1',
    PODIO_CLIENT_ID: 'sandbox',
    PODIO_CLIENT_SECRET: 'sandbox-secret',
    PODIO_API_URL: `http://127.0.0.1:${podioPort}`,
    PODIO_AUTHORIZE_URL: `http://127.0.0.1:${podioPort}/oauth/authorize`,
    COOKIE_SECRETS: 'a secret of this check that both instances have',
    ...(redisUrl && { REDIS_URL: redisUrl }),
    METRICS: 'on',
    LOG_LEVEL: 'silent',
  };
}

function certificate(folder) {
  const subject = ['-subj', `/CN=${hostname}`, '-addext', `subjectAltName=DNS:${hostname}`];
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')];
  const { status, stderr } = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files]);
  if (status !== 0) throw new Error(`openssl: ${stderr}`);
}

async function listens(port) {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const socket = connect(port, '127.0.0.1');
    const open = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)]).catch(() => false);
    socket.destroy();
    if (open) return;
  }
  throw new Error(`nothing listens on port ${port}`);
}
