import { defineConfig } from 'astro/config';
import { pageRenderer } from './adapter/page-renderer.ts';
import { smallLibraries } from './adapter/small-libraries.ts';

/** Builds one server module that renders pages from values, and hashed client assets; no server runs behind it. */
export default defineConfig({
  srcDir: '.',
  outDir: './dist',
  output: 'server',
  adapter: pageRenderer(),
  trailingSlash: 'ignore',
  compressHTML: true,
  devToolbar: { enabled: false },
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  build: { inlineStylesheets: 'never', assets: '_astro' },
  vite: {
    // Workers load their rarer parts when they are needed.
    worker: {
      format: 'es',
      plugins: () => [smallLibraries()],
      // Annotations are for bundlers, and nobody bundles these again.
      rolldownOptions: { output: { comments: { legal: true, annotation: false, jsdoc: false } } },
    },
    build: {
      // Everything external: the content security policy allows no inline script and no inline style.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      cssCodeSplit: false,
      // What the live pages share with others stays one file with what they load anyway: first views are promised in five requests.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'live-base', test: /islands\/(published-files|words|theme)|vite\/preload-helper/ },
              // Small, and wanted together: as files of their own each costs a request and its own compression.
              { name: 'parts', test: /islands\/(parts|drop-files)/ },
            ],
          },
        },
      },
    },
  },
});
