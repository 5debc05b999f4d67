import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunks, fewerFiles } from './scripts/chunks.ts';
import { cssLayers } from './scripts/css-layers.ts';
import { exceptionsWithoutStack } from './scripts/exceptions-without-stack.ts';
import { fastifyInVite } from './scripts/fastify-in-vite.ts';
import { languagesInPage } from './scripts/languages-in-page.ts';
import { latin1 } from './scripts/latin1.ts';
import { packageVersion } from './scripts/package-version.ts';
import { screensInPage } from './scripts/screens-in-page.ts';
import { slimUndici } from './scripts/slim-undici.ts';

/** One file per entry, dependencies bundled: a bundle starts in half the time of a tree of modules. */
const serverEntries = {
  main: 'server/main.ts',
  cli: 'server/cli.ts',
  sandbox: 'server/sandbox/main.ts',
  'sandbox-index': 'server/sandbox/index.ts',
  fastify: 'server/fastify/index.ts',
};

const absolute = (entries: Record<string, string>) =>
  Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, `${import.meta.dirname}/${file}`]));

/** One file a module, dependencies left to whoever installs the package: their bundler takes what they use, and no more. */
const asModules = (preserveModulesRoot: string) =>
  ({ preserveModules: true, preserveModulesRoot, entryFileNames: '[name].js', minify: false }) as const;

export default defineConfig({
  root: 'web',
  define: packageVersion,
  plugins: [
    react(),
    cssLayers(),
    languagesInPage(),
    screensInPage(),
    exceptionsWithoutStack(),
    fewerFiles(),
    latin1(),
    slimUndici(),
    fastifyInVite(),
  ],
  server: { host: 'localhost', port: Number(process.env.PORT ?? 3000), strictPort: true },
  environments: {
    client: {
      build: {
        outDir: '../dist/web',
        emptyOutDir: true,
        target: 'es2022',
        modulePreload: { polyfill: false },
        cssCodeSplit: false,
        rolldownOptions: { output: { codeSplitting: chunks } },
      },
    },
    server: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        copyPublicDir: false,
        outDir: '../dist/server',
        emptyOutDir: true,
        target: 'node20',
        rolldownOptions: {
          input: absolute(serverEntries),
          output: {
            entryFileNames: '[name].js',
            chunkFileNames: 'chunks/[name]-[hash].js',
            comments: { legal: true, annotation: false, jsdoc: false },
          },
        },
      },
    },
    library: {
      consumer: 'server',
      resolve: { noExternal: [], external: true },
      build: {
        copyPublicDir: false,
        outDir: '../dist/library',
        emptyOutDir: true,
        target: 'node20',
        rolldownOptions: {
          input: absolute({
            'podio/index': 'server/podio/index.ts',
            'podio/calls': 'server/podio/calls.ts',
            'podio-js/index': 'server/podio-js/index.ts',
          }),
          output: asModules('server'),
        },
      },
    },
    react: {
      consumer: 'server', // for its build only: what it needs stays an import, and nothing of a page comes with it
      resolve: { noExternal: [], external: true },
      build: {
        copyPublicDir: false,
        outDir: '../dist/react',
        emptyOutDir: true,
        target: 'es2022',
        rolldownOptions: { input: absolute({ 'web/react/index': 'web/react/index.ts' }), output: asModules('.') },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'server', 'library', 'react']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
});
