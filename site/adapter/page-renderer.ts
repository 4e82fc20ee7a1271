import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { deskWorkerBuild } from './desk-worker-build.ts';
import { writeNamedScripts } from './named-scripts.ts';

/** The in-house adapter: the build exports `render(view)` instead of listening for requests. */
export const pageRenderer = (): AstroIntegration => {
  let server: URL;
  let client: URL;
  const worker = deskWorkerBuild();
  return {
    name: 'page-renderer',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [worker.plugin] } }),
      'astro:config:done': ({ config, setAdapter }) => {
        server = config.build.server;
        client = config.build.client;
        setAdapter({
          name: 'page-renderer',
          serverEntrypoint: new URL('./render.ts', import.meta.url),
          entrypointResolution: 'auto',
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
        });
      },
      // A number that grows with every build, so that pages of an older site are baked again.
      'astro:build:done': async () => {
        await worker.write(client);
        await writeNamedScripts(client);
        await writeFile(
          new URL('build.json', server),
          `${JSON.stringify({ build: Math.floor(Date.now() / 1000) })}\n`,
        );
      },
    },
  };
};
