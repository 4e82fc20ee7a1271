import { parseArgs } from 'node:util';
import { Account } from '#shared/desk/account.ts';
import { parseInput } from '#shared/election/input-problem.ts';
import { describeProblem } from '#shared/election/problem-words.ts';
import { accountRevision, readAccount } from '../accounts/account-records.ts';
import { cognitoClient, dynamoDbClient } from '../adapters/aws/clients.ts';
import { cognitoDirectory } from '../adapters/aws/cognito-directory.ts';
import { dynamoDbRecords } from '../adapters/aws/dynamodb-records.ts';

const HELP = `Makes the first account of a deployed portal: a Chief Electoral Officer's, who makes all others. Run it once, with the
credentials of whoever deployed; an account that stands is left as it is, and only let in again.

  npm run -s first-account -- --id ID --name NAME --email ADDRESS --region REGION --table TABLE --user-pool POOL

  --id ID             what the officer signs in with, such as chief-1
  --name NAME         the officer's name
  --email ADDRESS     where the invitation goes
  --region REGION     the region of the deployment, such as ap-east-1
  --table TABLE       RecordsTable, as the deployment printed it
  --user-pool POOL    UserPoolId, as the deployment printed it
`;

const OPTIONS = ['id', 'name', 'email', 'region', 'table', 'user-pool'] as const;
type Given = Readonly<Record<(typeof OPTIONS)[number], string>>;

const complain = (sentence: string): null => {
  process.stderr.write(`${sentence}\n`);
  return null;
};

const readGiven = (): Given | 'help' | null => {
  const options = Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' as const }]));
  try {
    const parsed = parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } } });
    const values = parsed.values as Readonly<Record<string, string | boolean | undefined>>;
    if (values['help']) return 'help';
    const missing = OPTIONS.filter((name) => !values[name]);
    if (missing.length > 0) return complain(`Give ${missing.map((name) => `--${name}`).join(', ')}.`);
    return values as unknown as Given;
  } catch (cause) {
    return complain((cause as Error).message);
  }
};

const readAccountOf = ({ id, name, email }: Given): Account | null => {
  const role = 'chief_electoral_officer';
  const parsed = parseInput(Account, {
    ...{ id, name, role, email },
    ...{ constituencies: [], stations: [], active: true, revision: 1 },
  });
  if (parsed.ok) return parsed.value;
  for (const problem of parsed.problem) complain(describeProblem(problem, 'en').problem);
  return null;
};

const main = async (): Promise<number> => {
  const given = readGiven();
  if (given === 'help') process.stdout.write(HELP);
  if (given === 'help') return 0;
  const account = given && readAccountOf(given);
  if (!given || !account) return 2;
  const { region, table } = given;
  const records = dynamoDbRecords({ client: dynamoDbClient({ region }), table });
  const written = await records.accept(accountRevision(account, 'first-account', new Date().toISOString()));
  if (written.kind === 'conflict') {
    complain(`The account ${account.id} was made before, with another content. It stays as it is.`);
    return 1;
  }
  // As it stands by now: it may have been changed since.
  const standing = await readAccount(records, account.id);
  const directory = cognitoDirectory({ client: cognitoClient({ region }), userPool: given['user-pool'] });
  await directory.provision(standing?.account ?? account);
  process.stdout.write(`${account.id} can sign in; the invitation goes to ${account.email}.\n`);
  return 0;
};

process.exitCode = await main();
