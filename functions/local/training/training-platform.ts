import type { PlatformAccount } from '#shared/advertisements/platform-account.ts';
import { addDays, type Day } from '#shared/calendar/day.ts';
import type { Account } from '#shared/desk/account.ts';
import type { Contestant } from '#shared/election/definition.ts';
import { PLATFORM_TRAINING, platformTraining } from '../../elections/platform-training.ts';
import type { TokenRequest } from '../token-issuer.ts';
import type { TrainingSubmission } from './training-submissions.ts';

/** The portal as a program reaches it. */
export interface Reached {
  readonly url: string;
  readonly tokenFor: (request: TokenRequest) => string;
  readonly signal: AbortSignal;
}

const CHIEF: TokenRequest = { role: 'chief_electoral_officer', account: 'chief-1' };

interface Call {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly as: TokenRequest;
  readonly body?: unknown;
}

const call = async <T>(
  { url, tokenFor, signal }: Reached,
  path: string,
  { method, as, body }: Call,
): Promise<T> => {
  const response = await fetch(`${url}/api/${path}`, {
    method,
    signal,
    headers: { authorization: `Bearer ${tokenFor(as)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  return (await response.json()) as T;
};

const BASE = `elections/${PLATFORM_TRAINING}`;

const accountId = (constituency: string, { id }: Contestant): string => `${constituency}-0${id}`;

/** No mail reaches `.invalid`, and no subscriber’s number begins with 0 in Hong Kong. */
const CONTACT = { email: 'agent@open-returns.invalid', mobile: '+852 0100 0000' } as const;

const open = async (
  portal: Reached,
  constituency: string,
  contestant: Contestant,
  today: Day,
): Promise<void> => {
  const id = accountId(constituency, contestant);
  const application: PlatformAccount = {
    id,
    constituency,
    contestant: contestant.id,
    name: contestant.name,
    appliedOn: addDays(today, -1),
    undertakingSigned: true,
    active: true,
    revision: 1,
    ...CONTACT,
  };
  await call(portal, `${BASE}/platform/${id}`, { method: 'PUT', as: CHIEF, body: application });
  const signIn: Account = {
    id: `candidate-${id}`,
    name: contestant.name.en ?? id,
    role: 'candidate',
    elections: [PLATFORM_TRAINING],
    constituencies: [],
    stations: [],
    platforms: [id],
    email: CONTACT.email,
    active: true,
    revision: 1,
  };
  await call(portal, `accounts/${signIn.id}`, { method: 'PUT', as: CHIEF, body: signIn });
};

/** Defines the rehearsal for candidates, and opens an account with a sign-in for each of its lists and candidates; what is there stays. */
export const openTraining = async (portal: Reached, known: readonly string[], today: Day): Promise<void> => {
  const definition = platformTraining(today);
  if (!known.includes(definition.id)) {
    await call(portal, `${BASE}/definition`, { method: 'PUT', as: CHIEF, body: definition });
  }
  const { accounts } = await call<Listed>(portal, `${BASE}/platform`, { method: 'GET', as: CHIEF });
  const isOpen = new Set(accounts.map(({ id }) => id));
  for (const { id, contestants } of definition.constituencies) {
    for (const contestant of contestants) {
      if (!isOpen.has(accountId(id, contestant))) await open(portal, id, contestant, today);
    }
  }
};

interface Listed {
  readonly accounts: readonly {
    readonly id: string;
    readonly appliedOn: Day;
    readonly submissions: number;
  }[];
}

interface Opened {
  readonly files: readonly {
    readonly sha256: string;
    readonly upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> } | null;
  }[];
}

const submit = async (portal: Reached, { account, id, items, files }: TrainingSubmission): Promise<void> => {
  const as = { role: 'candidate', account } as const;
  const own = `${BASE}/platform/${account}`;
  const opened = await call<Opened>(portal, `${own}/submissions`, {
    method: 'POST',
    as,
    body: { id, items },
  });
  for (const { sha256, upload } of opened.files) {
    const file = files.find(({ announced }) => announced.sha256 === sha256);
    if (!file || !upload) continue;
    const form = new FormData();
    for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
    form.append('file', new Blob([file.bytes]));
    const sent = await fetch(upload.url, { method: 'POST', body: form, signal: portal.signal });
    if (!sent.ok) throw new Error(`${file.announced.name} was not taken: ${sent.status}`);
  }
  await call(portal, `${own}/commits`, { method: 'POST', as, body: { submission: id } });
};

/** Two officers, as for every removal. */
const remove = async (portal: Reached, account: string, of: string): Promise<void> => {
  const body = { of, by: 'court', reason: 'Rehearsal of a court order.' };
  for (const officer of ['chief-1', 'chief-2']) {
    const as = { role: 'chief_electoral_officer', account: officer } as const;
    await call(portal, `${BASE}/platform/${account}/removals`, { method: 'POST', as, body });
  }
};

/** What the platform knows of an account already. */
interface Known {
  readonly register: {
    readonly advertisements: readonly { readonly removal: unknown }[];
    readonly addresses: readonly unknown[];
  } | null;
}

/** Files something of each kind, so that the register can be looked at; after a crash it goes on where it stopped. */
export const fileTraining = async (portal: Reached): Promise<void> => {
  const read = (account: string) =>
    call<Known>(portal, `${BASE}/platform/${account}`, { method: 'GET', as: CHIEF });
  // Filed last: with it everything is there.
  if ((await read('HYK-01')).register?.addresses.length !== 0) return;
  // Loaded where it is needed only: a start does not wait for what makes pictures and papers.
  const { trainingSubmissions } = await import('./training-submissions.ts');
  const { accounts } = await call<Listed>(portal, `${BASE}/platform`, { method: 'GET', as: CHIEF });
  const isFiled = new Map(accounts.map(({ id, submissions }) => [id, submissions]));
  // The day on which the accounts were opened: what is sent again must be the same.
  const day = addDays(accounts[0]?.appliedOn ?? '', 1);
  for (const submission of await trainingSubmissions(day)) {
    const left = isFiled.get(submission.account) ?? 0;
    isFiled.set(submission.account, left - 1);
    if (left <= 0) await submit(portal, submission);
  }
  const { register } = await read('HKI-03');
  if (register?.advertisements.some(({ removal }) => removal === null)) {
    await remove(portal, 'HKI-03', 'HKI-03-0001-1');
  }
  await call(portal, `${BASE}/platform/HYK-01/addresses`, {
    method: 'POST',
    as: { role: 'candidate', account: 'HYK-01' },
    body: { number: 1, address: 'https://training-candidate-1.example.org/advertisements' },
  });
};
