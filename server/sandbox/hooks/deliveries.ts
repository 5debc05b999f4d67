import http from 'node:http';
import https from 'node:https';
import { isLoopbackAddress } from '../loopback.ts';
import type { StoredHook } from '../store.ts';

/** What a hook was told, and how that went. */
export interface Delivery {
  hookId: number;
  url: string;
  form: Record<string, string>;
  /** The status of the answer; null while there is none. */
  status: number | null;
  /** Why there is no answer. */
  error: string | null;
}

const kept = 100;
const timeoutMs = 10_000;

/**
 * Tells hooks what happened, as form posts. Nothing leaves this machine: an address that is not a loopback one is told nothing, and
 * the record says why. Redirects are not followed. The last 100 are remembered, and at most as many are under way.
 *
 * @see https://developers.podio.com/examples/webhooks
 */
export class Deliveries {
  readonly #deliveries: Delivery[] = [];
  readonly #underWay = new Set<AbortController>();

  send({ hookId, url }: StoredHook, members: Record<string, string | number>): void {
    const form = Object.fromEntries(Object.entries(members).map(([name, value]) => [name, String(value)]));
    const delivery: Delivery = { hookId, url, form, status: null, error: null };
    this.#deliveries.push(delivery);
    if (this.#deliveries.length > kept) this.#deliveries.shift();
    if (!isLoopbackAddress(new URL(url).hostname)) delivery.error = 'not delivered: the sandbox delivers to loopback addresses only';
    else if (this.#underWay.size >= kept) delivery.error = 'not delivered: too many deliveries are under way';
    else void this.#post(delivery);
  }

  list(): readonly Delivery[] {
    return this.#deliveries;
  }

  /** Ends the deliveries that are under way. */
  stop(): void {
    for (const controller of this.#underWay) controller.abort(new Error('the sandbox stopped'));
  }

  async #post(delivery: Delivery): Promise<void> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(new Error(`no answer within ${timeoutMs / 1000} seconds`)), timeoutMs);
    timer.unref();
    this.#underWay.add(controller);
    try {
      delivery.status = await post(delivery, controller.signal);
    } catch (error) {
      const reason = controller.signal.aborted ? controller.signal.reason : error;
      delivery.error = reason instanceof Error ? reason.message : String(reason);
    } finally {
      clearTimeout(timer);
      this.#underWay.delete(controller);
    }
  }
}

/** Over a connection of its own, which ends with the answer: nothing stays open once the sandbox is closed. @returns the status */
function post({ url, form }: Delivery, signal: AbortSignal): Promise<number> {
  const { request } = url.startsWith('https:') ? https : http;
  const body = new URLSearchParams(form).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', headers, agent: false, signal }, (answer) => {
      answer
        .on('error', reject)
        .on('end', () => resolve(answer.statusCode ?? 0))
        .resume();
    })
      .on('error', reject)
      .end(body);
  });
}
