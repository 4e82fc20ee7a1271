import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROLES, type Role } from '#shared/election/acts.ts';
import { KeyProblem } from '../adapters/local/key-file.ts';
import { OnAwsProblem } from './sign-in/aws-marks.ts';
import { tokenIssuer } from './token-issuer.ts';

const HELP = `Prints a token that the local portal accepts, for trying the API by hand.

  npm run -s token -- --role ROLE [--constituency ID] [--station ID] [--account ID] [--data DIR]

  --role ROLE          one of ${ROLES.join(', ')}
  --constituency ID    the officer's constituency; several separated by commas
  --station ID         the presiding officer's station; several separated by commas
  --account ID         the candidate's account
  --data DIR           the data folder of the portal (default .open-returns)
`;

const main = (): number => {
  let values: Record<string, string | boolean | undefined>;
  try {
    values = parseArgs({
      options: {
        role: { type: 'string' },
        constituency: { type: 'string' },
        station: { type: 'string' },
        account: { type: 'string' },
        data: { type: 'string', default: '.open-returns' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (cause) {
    process.stderr.write(`${(cause as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (values['help']) {
    process.stdout.write(HELP);
    return 0;
  }
  const role = ROLES.find((known) => known === values['role']);
  if (!role) {
    process.stderr.write(`--role takes one of ${ROLES.join(', ')}, not "${values['role'] ?? ''}".\n`);
    return 2;
  }
  const folder = resolve(String(values['data']));
  if (!existsSync(folder)) {
    process.stderr.write(
      `There is no data folder ${folder}. Start the portal first: npm start -- --data ${folder}\n`,
    );
    return 2;
  }
  const text = (name: string): string | undefined =>
    typeof values[name] === 'string' ? values[name] : undefined;
  const issue = tokenIssuer(folder);
  const request = { role: role as Role, account: text('account') };
  process.stdout.write(
    `${issue({ ...request, constituency: text('constituency'), station: text('station') }, new Date())}\n`,
  );
  return 0;
};

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof OnAwsProblem) && !(error instanceof KeyProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
