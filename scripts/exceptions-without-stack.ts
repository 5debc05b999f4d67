import type { Plugin } from 'vite';

/** How often React does it; another number means that this has to be looked at again. */
const exceptions = 5;

/**
 * React makes its exceptions that are no errors (`SuspenseException` and so on: they are told apart by identity, and nobody reads where they came
 * from) while it is loaded. While somebody looks on (the browser's own tools, a browser test) V8 notes the line and column of each frame of a new
 * `Error`, and parses all of the app's file again for them: 45 of the 65 ms that it takes to start. So they are made without a stack.
 */
export function exceptionsWithoutStack(): Plugin {
  return {
    name: 'exceptions-without-stack',
    applyToEnvironment: ({ name }) => name === 'client',
    apply: 'build',
    transform: {
      filter: { id: /\/react-dom-client\.production\.js$/ },
      handler(code) {
        let found = 0;
        const changed = code.replaceAll(/(?<=\w+Exception = )Error\((formatProdErrorMessage\(\d+\))\)/g, (_all, message: string) => {
          found++;
          return `Object.create(Error.prototype, { message: { value: ${message} } })`;
        });
        if (found !== exceptions) this.error(`React makes ${found} exceptions while it is loaded, not ${exceptions}`);
        return { code: changed, map: null };
      },
    },
  };
}
