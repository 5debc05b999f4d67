// What scripts need that run the built product: free ports, and to know when something answers.
import { createServer } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

/** Ports that nobody listens on. */
export async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(servers.map((server) => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** Until something answers at an address with 2xx. @throws Error after 30 s */
export async function answers(url) {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await after(50)) {
    const answer = await fetch(url).catch(() => undefined); // nobody listens yet
    if (answer?.ok) return;
  }
  throw new Error(`${url} does not answer`);
}
