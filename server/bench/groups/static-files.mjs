import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort, startKeyring } from '../keyring-process.mjs';
import { Load } from '../load.mjs';
import { nginxMissing, startNginx } from '../nginx.mjs';
import { interleave } from '../rounds.mjs';
import { ratios } from '../statistics.mjs';

const web = fileURLToPath(new URL('../../../dist/web/', import.meta.url));
/** What a large answer costs on loopback moves by half from one set of connections to the next, for both: others have to be asked too. */
const setsOfConnections = 4;
const group = 'Files of the single-page app, 8 connections: our processor time against';

/** What the files of the app cost, compressed beforehand, as a multiple of what they cost nginx. */
export async function measureStaticFiles(upstream, { rounds }) {
  if (nginxMissing) return [{ group, label: 'nginx', skipped: nginxMissing }];
  const port = await freePort();
  const [ours, nginx] = await Promise.all([startKeyring(upstream), startNginx(web, port)]);
  const servers = {
    ours: { origin: ours.origin, host: ours.host, cpu: () => ours.process.cpu() },
    nginx: { origin: `http://127.0.0.1:${port}`, host: 'localhost', cpu: nginx.cpu },
  };
  const rows = [];
  for (const [label, path, file] of [
    ['the page', '/', 'index.html.br'],
    ['its largest script', `/assets/${largestScript()}`, `assets/${largestScript()}.br`],
  ]) {
    const call = { path, method: 'GET', headers: { accept: 'text/html', 'accept-encoding': 'gzip, deflate, br' } };
    const size = statSync(web + file).size;
    const costs = { ours: [], nginx: [] };
    for (let set = 0; set < setsOfConnections; set++) {
      const contenders = Object.entries(servers).map(([name, { origin, host, cpu }]) => ({
        name,
        cpu,
        load: new Load(origin, [{ ...call, headers: { ...call.headers, host } }], { connections: 8, size }),
        check: () => undefined, // the load counts the bytes
      }));
      const ofSet = await interleave(contenders, { rounds, slotMs: 200, warmUpMs: set === 0 ? 3000 : 200 });
      for (const { name, load } of contenders) {
        costs[name].push(...ofSet[name]);
        await load.close();
      }
    }
    rows.push({
      group,
      label: `nginx: ${label}, ${size.toLocaleString('en')} bytes of brotli`,
      unit: '×',
      ...ratios(costs.ours, costs.nginx),
      goal: { atMost: 2 },
    });
  }
  await ours.stop();
  await nginx.stop();
  return rows;
}

function largestScript() {
  const scripts = readdirSync(`${web}assets`).filter((name) => name.endsWith('.js'));
  return scripts.toSorted((a, b) => statSync(`${web}assets/${b}`).size - statSync(`${web}assets/${a}`).size)[0];
}
