import { portalApp } from './portal-app.ts';

/** The CLI tells the account that it would deploy to; without one nothing can be deployed, and placeholders do. */
const canDeploy = process.env['CDK_DEFAULT_ACCOUNT'] !== undefined;

const refuse = (sentences: readonly string[]): void => {
  for (const sentence of sentences) console.error(sentence);
  process.exitCode = 1;
};

try {
  const { app, problems } = await portalApp({ outdir: process.env['CDK_OUTDIR'] ?? 'cdk.out' });
  if (canDeploy && (problems.length > 0 || app.node.tryGetContext('bundle') === 'skip')) {
    refuse(
      problems.length > 0
        ? problems
        : ['With the context value bundle=skip the functions are empty: leave it out to deploy.'],
    );
  } else {
    for (const sentence of problems) console.error(`${sentence} A placeholder stands in for it.`);
    app.synth();
  }
} catch (error) {
  refuse([error instanceof Error ? error.message : String(error)]);
}
