import type { FastifyInstance } from 'fastify';
import { makeRouter } from '../router.ts';
import type { SandboxState } from '../state.ts';
import { appOperations } from './apps.ts';
import { itemListOperations } from './item-lists.ts';
import { itemOperations } from './items.ts';
import { oauthOperations } from './oauth.ts';
import { organisationOperations } from './organisations.ts';
import { spaceOperations } from './spaces.ts';
import { userOperations } from './users.ts';

/** Every operation of the API that the sandbox has. */
export function apiOperations(app: FastifyInstance, state: SandboxState): void {
  const router = makeRouter(app, state);
  userOperations(router);
  organisationOperations(router);
  spaceOperations(router);
  appOperations(router);
  itemOperations(router);
  itemListOperations(router);
  oauthOperations(router);
}
