import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a configuration of ours says, with the places and ports of this check in place of those of a server. */
function adapted(file, replacements) {
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of replacements) {
    if (!text.includes(from)) throw new Error(`${file} no longer says ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

/** @returns each front that is installed here: its name and version, and how it is started */
export function installedFronts() {
  return [nginx, caddy].filter(({ version }) => version !== undefined);
}

const versionOf = (command, flag) => {
  const { error, stdout, stderr } = spawnSync(command, [flag], { encoding: 'utf8' });
  return error ? undefined : `${stdout}${stderr}`.match(/\d+\.\d+\.\d+/)?.[0];
};

const nginx = {
  name: 'nginx',
  version: versionOf('nginx', '-v'),
  configure({ folder, port, plainPort, hostname, instances }) {
    const site = adapted('deploy/nginx.conf', [
      ['listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`],
      ['  listen [::]:443 ssl http2;\n', ''],
      ['listen 80;', `listen 127.0.0.1:${plainPort};`],
      ['  listen [::]:80;\n', ''],
      ['keyring.example.com', hostname],
      ['/etc/ssl/podio-keyring/fullchain.pem', join(folder, 'certificate.pem')],
      ['/etc/ssl/podio-keyring/privkey.pem', join(folder, 'key.pem')],
      ['/var/log/nginx/podio-keyring.log', join(folder, 'access.log')],
      ['server 127.0.0.1:3000;', `server 127.0.0.1:${instances[0]};`],
      ['server 127.0.0.1:3001;', `server 127.0.0.1:${instances[1]};`],
    ]);
    writeFileSync(join(folder, 'site.conf'), site);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ');
    const whole = `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
      events {} http { access_log off; ${temporary} include ${folder}/site.conf; }`;
    writeFileSync(join(folder, 'nginx.conf'), whole);
    return { command: 'nginx', args: ['-p', folder, '-c', join(folder, 'nginx.conf')], log: join(folder, 'access.log') };
  },
};

const caddy = {
  name: 'Caddy',
  version: versionOf('caddy', 'version'),
  configure({ folder, port, hostname, instances }) {
    const tls = `tls ${join(folder, 'certificate.pem')} ${join(folder, 'key.pem')}`;
    const whole = adapted('deploy/Caddyfile', [
      ['\tservers {', '\tadmin off\n\tauto_https disable_redirects\n\tlog {\n\t\tlevel ERROR\n\t}\n\tservers {'], // of the check: no port 80, no port of its own
      ['\trespond /metrics', `\t${tls}\n\trespond /metrics`],
      ['output stderr', `output file ${join(folder, 'access.log')}`],
    ]);
    writeFileSync(join(folder, 'Caddyfile'), whole);
    const environment = {
      KEYRING_HOST: `https://${hostname}:${port}`,
      KEYRING_UPSTREAMS: instances.map((instance) => `127.0.0.1:${instance}`).join(' '),
      HOME: folder,
    };
    const args = ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
    return { command: 'caddy', args, environment, log: join(folder, 'access.log') };
  },
};
