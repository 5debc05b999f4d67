import { MeasuredProcess } from './measured-process.mjs';

/** The token that peers hold in their sessions. */
export const peersToken = '0123456789abcdef'.repeat(2);

/** Starts what stands in for Podio. `counts()` tells what arrived since it was last asked. */
export async function startUpstream() {
  const process = new MeasuredProcess(new URL('./upstream.mjs', import.meta.url), { PEERS_TOKEN: peersToken });
  const { port, item } = await process.hello();
  return { url: `http://127.0.0.1:${port}`, item, counts: () => process.ask('counts'), stop: () => process.stop() };
}
