import type { Plugin } from 'vite';

const name = '\0slim-undici';

/** What `server/` uses of undici, each from a file of its own. Another import from undici fails the build, and is added here. */
const entry = `
import Agent from 'undici/lib/dispatcher/agent.js';
import api from 'undici/lib/api/index.js';
import Client from 'undici/lib/dispatcher/client.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import errors from 'undici/lib/core/errors.js';
import { FormData } from 'undici/lib/web/fetch/formdata.js';
import Pool from 'undici/lib/dispatcher/pool.js';

Object.assign(Dispatcher.prototype, api); // request() and its like, as undici/index.js does
export { Agent, Client, errors, FormData, Pool };
`;

/**
 * The server's bundle takes of undici what it uses. Undici's index loads its fetch, web sockets, caches and mocks besides, and with them the undici
 * that is part of Node: a twelfth of the time that a start takes. Undici is CommonJS, so no bundler leaves them out by itself.
 */
export function slimUndici(): Plugin {
  return {
    name: 'slim-undici',
    applyToEnvironment: ({ name }) => name === 'server',
    apply: 'build',
    enforce: 'pre',
    resolveId: { filter: { id: /^undici$/ }, handler: () => name },
    load: { filter: { id: new RegExp(name) }, handler: () => entry },
  };
}
