import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ref } from '../podio/types.ts';
import { invalidValue, noOperation, noPath } from './errors.ts';
import type { Grant } from './grant-store.ts';
import { Query } from './query.ts';
import type { SandboxState } from './state.ts';
import type { Actor } from './store.ts';
import { isObject } from './values.ts';

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  /** The parts of the path that its pattern names, decoded. */
  parameters: Record<string, string>;
}

/** One API call by somebody who has been let in. */
export class Call {
  readonly grant: Grant;
  readonly state: SandboxState;
  readonly query: Query;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly #parameters: Record<string, string>;

  constructor(grant: Grant, state: SandboxState, { request, reply, parameters }: Exchange) {
    this.grant = grant;
    this.state = state;
    this.request = request;
    this.reply = reply;
    this.#parameters = parameters;
    this.query = new Query(request.url);
  }

  get ref(): Ref {
    return this.grant.ref;
  }

  get actor(): Actor {
    return { ref: this.grant.ref, clientId: this.grant.clientId };
  }

  get store() {
    return this.state.store;
  }

  /** Milliseconds since 1970, the sandbox's clock. */
  get now(): number {
    return this.state.clock.now();
  }

  /** A part of the path. */
  text(name: string): string {
    return this.#parameters[name] ?? '';
  }

  /** A part of the path that is an id; @throws {ApiError} 404 where it is no number: Podio knows no such path */
  id(name: string): number {
    const text = this.text(name);
    if (!/^\d{1,15}$/.test(text)) throw noPath(this.path);
    return Number(text);
  }

  get path(): string {
    return this.request.url.split('?', 1)[0] ?? '';
  }

  /**
   * The JSON object of the body. No body, `{}` and php's `[]` all mean "nothing given".
   *
   * @throws {ApiError} 400 for anything else, and 404 for a PUT without a body (recorded)
   */
  get body(): Record<string, unknown> {
    const { body, method } = this.request;
    if (body === undefined || body === null || body === '') {
      if (method === 'PUT') throw noOperation('No body was given.');
      return {};
    }
    if (Array.isArray(body) && body.length === 0) return {};
    if (!isObject(body)) throw invalidValue(body, 'must be object');
    return body;
  }
}
