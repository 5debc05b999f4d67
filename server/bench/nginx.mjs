import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processorTimeOf } from './measured-process.mjs';

const program = ['/usr/sbin/nginx', '/usr/local/sbin/nginx'].find(existsSync);
const brotli = ['/usr/lib/nginx/modules', '/usr/local/lib/nginx/modules']
  .map((folder) => join(folder, 'ngx_http_brotli_static_module.so'))
  .find(existsSync);

/** Why nginx cannot take part here; undefined where it can. */
export const nginxMissing =
  program === undefined
    ? 'nginx is not installed'
    : brotli === undefined
      ? 'nginx has no module brotli_static (Debian: libnginx-mod-http-brotli-static)'
      : undefined;

/** Serves a folder whose files are compressed already, with one process. */
export async function startNginx(root, port) {
  const folder = mkdtempSync(join(tmpdir(), 'podio-keyring-bench-'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  const config = `load_module ${brotli};
daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types; access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; ${temporary}
  open_file_cache max=1000 inactive=600s; open_file_cache_valid 600s;
  server { listen 127.0.0.1:${port}; root ${root}; brotli_static on; gzip_static on; }
}`;
  writeFileSync(join(folder, 'nginx.conf'), config);
  const child = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', `${folder}/error.log`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([listening(port), ended.then(([code]) => Promise.reject(new Error(`nginx ended with code ${code}`)))]);
  return {
    cpu: () => processorTimeOf(child.pid),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function listening(port) {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const [event] = await Promise.race([
      once(socket, 'connect').then(() => ['connect']),
      once(socket, 'close').then(() => ['close']),
    ]).catch(() => ['error']);
    socket.destroy();
    if (event === 'connect') return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
