import type { Plugin } from 'vite';

/**
 * Writes characters beyond Latin-1 as escapes, in the server's files: one such character in a comment makes V8 keep all of a file with two
 * bytes for each character, for as long as the server runs.
 */
export function latin1(): Plugin {
  return {
    name: 'latin1',
    applyToEnvironment: ({ name }) => name === 'server',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = escaped(file.code);
    },
  };
}

function escaped(code: string): string {
  return code.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
