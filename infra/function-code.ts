import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { bundleFunctions } from '#functions/bundle.ts';
import { MANIFEST } from '#functions/manifest.ts';

/** What is put onto AWS, apart from the template. */
export interface PortalCode {
  readonly functions: ReadonlyMap<string, Code>;
  readonly staticFiles: ISource;
}

/** The module that bakes pages, beside the code of a function that publishes. */
export const siteModule = 'site/entry.mjs';

const builtSite = {
  client: 'site/dist/client',
  module: 'site/dist/server/entry.mjs',
  build: 'site/dist/server/build.json',
};

const root = fileURLToPath(new URL('..', import.meta.url));

/** Nothing of ours inside: enough to examine the template, quickly and without a build. */
export const stubCode = (): PortalCode => ({
  functions: new Map(
    MANIFEST.map(({ name }) => [name, Code.fromInline('exports.handler = async () => {};')]),
  ),
  staticFiles: Source.data('stub.txt', 'Nothing of ours.\n'),
});

/** Bundles every function, and takes the built site; one sentence when there is none. */
export const builtCode = async (outDir = join(root, 'dist/functions')): Promise<PortalCode> => {
  for (const path of Object.values(builtSite)) {
    if (existsSync(join(root, path))) continue;
    throw new Error(
      `The site is not built: ${path} is missing. Run "npm run build:site" first, or only examine the template with the context value bundle=skip.`,
    );
  }
  const publishers = MANIFEST.filter(({ access }) => access.publicFiles.includes('write'));
  const bakery = [
    { from: builtSite.module, to: siteModule },
    { from: builtSite.build, to: 'site/build.json' },
  ];
  const bundles = await bundleFunctions({
    outDir,
    include: Object.fromEntries(publishers.map(({ name }) => [name, bakery])),
  });
  return {
    functions: new Map(bundles.map(({ name, folder }) => [name, Code.fromAsset(folder)])),
    staticFiles: Source.asset(join(root, builtSite.client)),
  };
};
