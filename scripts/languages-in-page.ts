import type { Plugin } from 'vite';

/** The dictionary of a language: `web/i18n/en.ts`. */
const dictionary = /\/web\/i18n\/([a-z]{2})\.ts$/;

/** Writes into the page where the words of each language are, so that its first script can fetch the one that is needed. */
export function languagesInPage(): Plugin {
  return {
    name: 'languages-in-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        for (const chunk of Object.values(bundle ?? {})) {
          const language = chunk.type === 'chunk' && dictionary.exec(chunk.facadeModuleId ?? '')?.[1];
          if (!language) continue;
          const named = html.replace(` data-${language}`, ` data-${language}="/${chunk.fileName}"`);
          if (named === html) throw new Error(`index.html does not name the language ${language}`);
          html = named;
        }
        return html;
      },
    },
  };
}
