/** What AWS sets where it runs a program of ours. */
const MARKS = [
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_EXECUTION_ENV',
  'LAMBDA_TASK_ROOT',
  'ECS_CONTAINER_METADATA_URI_V4',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
] as const;

/** The local issuer lets anybody be anybody: it refuses to exist where real officers sign in. */
export class OnAwsProblem extends Error {
  override readonly name = 'OnAwsProblem';
}

export const assertNotOnAws = (environment: Readonly<Record<string, string | undefined>>): void => {
  const mark = MARKS.find((name) => (environment[name] ?? '') !== '');
  if (mark === undefined) return;
  throw new OnAwsProblem(
    `The local sign-in lets anybody be anybody, so it does not run on AWS (${mark} is set): deploy the portal there, where officers sign in with their own user pool.`,
  );
};
