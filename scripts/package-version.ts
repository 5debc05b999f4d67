import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(`${import.meta.dirname}/../package.json`, 'utf8')) as { version: string };

/** What `server/version.ts` stands on. */
export const packageVersion = { __PODIO_KEYRING_VERSION__: JSON.stringify(version) };
