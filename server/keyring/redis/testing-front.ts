import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Front {
  port: number;
  close: () => Promise<void>;
}

/**
 * One address for several instances, for tests: HAProxy where it is installed, else a few lines that do the same. Each request goes to the
 * next instance that takes connections.
 */
export async function startFront(port: number, ports: readonly number[]): Promise<Front> {
  if (spawnSync('haproxy', ['-v']).status !== 0) return startPlainFront(port, ports);
  const folder = await mkdtemp(join(tmpdir(), 'front-'));
  const lines = [
    'global',
    '  maxconn 4000',
    'defaults',
    '  mode http',
    '  timeout connect 20s',
    '  timeout queue 60s',
    '  timeout client 60s',
    '  timeout server 60s',
    '  retries 2',
    '  option redispatch 1',
    'listen front',
    `  bind 127.0.0.1:${port} backlog 2000`,
    '  balance roundrobin',
    ...ports.map((to, index) => `  server instance${index} 127.0.0.1:${to} maxconn 200`),
  ];
  await writeFile(join(folder, 'haproxy.cfg'), `${lines.join('\n')}\n`);
  const child = spawn('haproxy', ['-q', '-db', '-f', join(folder, 'haproxy.cfg')], { stdio: 'inherit' });
  while (!(await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined))?.ok) await sleep(20);
  return {
    port,
    async close() {
      child.kill('SIGKILL');
      await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startPlainFront(port: number, ports: readonly number[]): Promise<Front> {
  let turn = 0;
  const server: Server = createServer(async (incoming, outgoing) => {
    const body = await buffer(incoming); // whole, since it may have to be sent to another
    const pass = (attempts: number) => {
      const { method, url, headers } = incoming;
      const to = httpRequest(
        { host: '127.0.0.1', port: ports[turn++ % ports.length], method, path: url, headers, agent: false },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        },
      );
      to.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED' && attempts < ports.length) pass(attempts + 1);
        else outgoing.destroy();
      });
      to.end(body);
    };
    pass(1);
  });
  await once(server.listen(port, '127.0.0.1', 2000), 'listening');
  return {
    port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
