import type { Plugin } from 'vite';

/** Which address shows which screen first: the frame, and what stands in it. */
const screens: readonly (readonly [paths: string, module: string])[] = [
  ['^/sign-in$', 'sign-in/SignIn.tsx'],
  ['^/(as/|authentications$|compare$)', 'console.ts'],
  ['^/as/user-\\d+/?$', 'home/UserHome.tsx'],
  ['^/as/[^/]+/apps/\\d+/items/\\d+', 'item/Item.tsx'],
  ['^/as/[^/]+/explorer', 'explorer/Explorer.tsx'],
  ['^/as/[^/]+/calls', 'calls/Calls.tsx'],
  ['^/authentications$', 'authentications/Authentications.tsx'],
  ['^/compare$', 'compare/Compare.tsx'],
];

/** Writes into the page which files each screen is made of, so that its first script can fetch them beside the app's own. */
export function screensInPage(): Plugin {
  return {
    name: 'screens-in-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((output) => output.type === 'chunk');
        const filesOf = (module: string) => {
          const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/web/${module}`)));
          if (!chunk) throw new Error(`no file holds ${module}`);
          // The app's own file is in the page.
          return [chunk.fileName, ...chunk.imports].filter((file) => !/\/app-/.test(file)).map((file) => `/${file}`);
        };
        const list = JSON.stringify(screens.map(([paths, module]) => [paths, filesOf(module)]));
        return html.replace(' data-screens', ` data-screens='${list}'`);
      },
    },
  };
}
