import type { Plugin } from 'vite';

/** The parts of rolldown's plugin context that are used here. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const web = new URL('../web/', import.meta.url).pathname;

function withImports(modules: Modules, file: string, found = new Set<string>()): Set<string> {
  const add = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) add(imported);
  };
  add(web + file);
  return found;
}

/** The file of each module that belongs to one of the first three. */
function divide(modules: Modules): Map<string, string> {
  const [app, signIn, frame] = ['main.tsx', 'sign-in/SignIn.tsx', 'console.ts'].map((file) => withImports(modules, file)) as [
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  const files = new Map<string, string>();
  for (const id of signIn) files.set(id, frame.has(id) ? 'app' : 'sign-in');
  for (const id of frame) files.set(id, signIn.has(id) ? 'app' : 'console');
  for (const id of app) files.set(id, 'app');
  return files;
}

let files: ReadonlyMap<string, string> | undefined;

/**
 * Which modules come in one file: `app` is what every page needs, and what both sign-in and the console show; the rest of these two is one file
 * each. So a browser that comes for the first time asks for few files, and for none of them late. For rolldown's `output.codeSplitting`.
 */
export const chunks = {
  groups: [
    {
      debugName: 'first-files',
      name: (id: string, modules: Modules): string | null => {
        files ??= divide(modules);
        return files.get(id) ?? null;
      },
    },
  ],
};

/**
 * Takes two kinds of file away that groups leave behind, each one more to ask for: rolldown's few helpers, of which each file gets a copy, and
 * those that only hand a group on to a dynamic import (rolldown issue 9729), which then asks for the group itself.
 */
export function fewerFiles(): Plugin {
  return {
    name: 'fewer-files',
    applyToEnvironment: ({ name }) => name === 'client',
    apply: 'build',
    generateBundle: {
      order: 'pre', // before the page and the lists of what to preload are made
      handler(_options, bundle) {
        const outputs = Object.values(bundle).filter((output) => output.type === 'chunk');
        const helpers = outputs.find(({ name }) => name === 'rolldown-runtime');
        const [, exported] = /export\{([^}]*)\};?\s*$/.exec(helpers?.code ?? '') ?? [];
        if (!helpers || exported === undefined) throw new Error('rolldown has no helpers, or they look different');
        const body = helpers.code.slice(0, helpers.code.lastIndexOf('export{'));
        const statement = new RegExp(`import\\{([^}]*)\\}from"\\./${lastPart(helpers.fileName)}";`);
        for (const output of outputs) {
          output.code = output.code.replace(
            statement,
            (_all, names: string) => `const{${pairs(names, false)}}=(()=>{${body}return{${pairs(exported, true)}}})();`,
          );
          output.imports = output.imports.filter((file) => file !== helpers.fileName);
        }
        delete bundle[helpers.fileName];

        for (const { fileName, code, isDynamicEntry } of outputs) {
          const [, handedOn, group] = /^export\{([^}]*)\}from"\.\/([^"]+)";?\s*$/.exec(code) ?? [];
          if (!isDynamicEntry || handedOn === undefined || group === undefined) continue;
          const members = pairs(handedOn, true).replaceAll(':', ':m.');
          const call = new RegExp(`import\\(([\`"'])\\./${lastPart(fileName)}\\1\\)`, 'g');
          for (const output of outputs) {
            output.code = output.code
              .replaceAll(call, () => `import("./${group}").then(m=>({${members}}))`)
              .replaceAll(fileName, `assets/${group}`);
          }
          delete bundle[fileName];
        }
      },
    },
  };
}

const lastPart = (file: string) => file.split('/').at(-1) ?? file;

/** `a as b,c` as members of an object: `b:a,c` or, from the outside, `a:b,c`. */
function pairs(names: string, outward: boolean): string {
  return names.replaceAll(/([^\s,]+) as ([^\s,]+)/g, outward ? '$2:$1' : '$1:$2');
}
