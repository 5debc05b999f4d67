import type { FastifyInstance } from 'fastify';
import { makeRouter } from '../router.ts';
import type { SandboxState } from '../state.ts';
import { appWritingOperations } from './app-writing.ts';
import { appOperations } from './apps.ts';
import { commentOperations } from './comments.ts';
import { contactOperations } from './contacts.ts';
import { embedOperations } from './embeds.ts';
import { fileOperations, readUploads } from './files.ts';
import { hookOperations } from './hooks.ts';
import { itemListOperations } from './item-lists.ts';
import { itemPartOperations } from './item-parts.ts';
import { itemOperations } from './items.ts';
import { notificationOperations } from './notifications.ts';
import { oauthOperations } from './oauth.ts';
import { organisationOperations } from './organisations.ts';
import { searchOperations } from './search.ts';
import { spaceOperations } from './spaces.ts';
import { streamOperations } from './stream.ts';
import { tagOperations } from './tags.ts';
import { taskOperations } from './tasks.ts';
import { userOperations } from './users.ts';
import { viewOperations } from './views.ts';

const areas = [
  userOperations,
  organisationOperations,
  spaceOperations,
  appOperations,
  appWritingOperations,
  itemOperations,
  itemPartOperations,
  itemListOperations,
  commentOperations,
  taskOperations,
  fileOperations,
  searchOperations,
  hookOperations,
  viewOperations,
  tagOperations,
  streamOperations,
  embedOperations,
  notificationOperations,
  contactOperations,
  oauthOperations,
];

/** Every operation of the API that the sandbox has. */
export async function apiOperations(app: FastifyInstance, state: SandboxState): Promise<void> {
  await readUploads(app);
  const router = makeRouter(app, state);
  for (const area of areas) area(router);
}
