import { ACCOUNT_ROLES, OFFICER_ROLES } from '#shared/desk/account.ts';
import type { Scope } from '#shared/desk/scopes.ts';
import type { Role } from '#shared/election/acts.ts';

/** What a function may do with the stores; infrastructure turns exactly this into grants. */
export interface Access {
  /** `read` acts and batches, `accept` an act, `order` a batch; each write is one conditional put. */
  readonly records: readonly ('read' | 'accept' | 'order')[];
  /** Of the whole portal: every route holds its caller against the accounts, few write there. */
  readonly accounts: readonly ('read' | 'write')[];
  /** At the sign-in service: make people known there, and end their sessions. */
  readonly directory: readonly ('provision' | 'sign-out')[];
  readonly publicFiles: readonly ('read' | 'write')[];
  /** May ask the key to sign checkpoints and heartbeats. */
  readonly sign: boolean;
  /**
   * Files that nobody has looked at: permit one to be brought, look whether it arrived, read a version, ask what the scanner said of it,
   * take it away.
   */
  readonly quarantine: readonly ('offer' | 'head' | 'read' | 'scan' | 'discard')[];
  readonly verdicts: readonly ('read' | 'write')[];
  /** Whoever writes there can neither change nor delete it afterwards. */
  readonly vault: readonly ('read' | 'write')[];
  /** Candidates' files as the public sees them. */
  readonly uploads: readonly ('read' | 'write' | 'remove')[];
  /** May send e-mail and text messages in the portal's name. */
  readonly messages: boolean;
  /** May ask the key of receipts to sign. */
  readonly receipts: boolean;
}

/** Every function begins with nothing and says what it needs. */
export const NOTHING: Access = {
  records: [],
  accounts: [],
  directory: [],
  publicFiles: [],
  sign: false,
  quarantine: [],
  verdicts: [],
  vault: [],
  uploads: [],
  messages: false,
  receipts: false,
};

export type Method = 'GET' | 'PUT' | 'POST';

export type Trigger =
  | {
      readonly kind: 'http';
      readonly method: Method;
      readonly path: string;
      /** What the caller's token must have been issued for; beside the role. */
      readonly scope: Scope;
    }
  /** The user pool asks what goes into an access token. */
  | { readonly kind: 'pre-token' }
  /** A wake-up; its payload is ignored. */
  | { readonly kind: 'records-stream' }
  /** The scanner has looked at an upload; the event names its key and version. */
  | { readonly kind: 'upload-scanned' }
  | { readonly kind: 'schedule'; readonly everyMinutes: number };

/** One function: a job with its trigger, the roles that may call it, and what it may touch. */
export interface PortalFunction {
  readonly name: string;
  readonly entry: string;
  readonly trigger: Trigger;
  readonly roles: readonly Role[];
  readonly access: Access;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
}

const ELECTION = '/api/elections/{election}';

interface Route {
  readonly method?: Method;
  readonly path: string;
  readonly scope: Scope;
}

/** A function that people call: it answers a request and may accept an act, unless it only looks (`GET`). */
const route = (
  name: string,
  { method = 'POST', path, scope }: Route,
  roles: readonly Role[],
): PortalFunction => ({
  name,
  entry: `functions/lambda/${name}.ts`,
  trigger: { kind: 'http', method, path, scope },
  roles,
  access: {
    ...NOTHING,
    records: method === 'GET' ? ['read'] : ['read', 'accept'],
    accounts: ['read'],
  },
  // API Gateway gives up after 30 s; an act that has not been written by then has failed.
  timeoutSeconds: 25,
  memoryMegabytes: 512,
});

/** A route below one election. */
const act = (name: string, of: Route, roles: readonly Role[]): PortalFunction =>
  route(name, { ...of, path: `${ELECTION}${of.path}` }, roles);

/** A route to the accounts, which are the whole portal's and of no election. */
const accountRoute = (
  name: string,
  of: Route & { readonly directory: Access['directory']; readonly records?: Access['records'] },
  roles: readonly Role[],
): PortalFunction => {
  const { directory, records = [], ...rest } = of;
  const declared = route(name, { ...rest, path: `/api/accounts${of.path}` }, roles);
  const accounts: Access['accounts'] = directory.length > 0 ? ['read', 'write'] : ['read'];
  return { ...declared, access: { ...declared.access, records, accounts, directory } };
};

/** A route to one account of the Central Platform; through some of them files come in, which says what they may do beside. */
const platformRoute = (
  name: string,
  { access = {}, ...of }: Route & { readonly access?: Partial<Access> },
  roles: readonly Role[],
): PortalFunction => {
  const declared = act(name, { ...of, path: `/platform/{platform}${of.path}` }, roles);
  return { ...declared, access: { ...declared.access, ...access } };
};

const publisher = (name: string, trigger: Trigger): PortalFunction => ({
  name,
  entry: `functions/lambda/${name}.ts`,
  trigger,
  roles: [],
  access: { ...NOTHING, records: ['read', 'order'], publicFiles: ['read', 'write'], sign: true },
  timeoutSeconds: 120,
  memoryMegabytes: 1769, // one whole virtual processor
});

const CONFIRMING: readonly Role[] = ['assistant_returning_officer', 'returning_officer'];
const COUNTING: readonly Role[] = ['presiding_officer', ...CONFIRMING];

const DESK = '/desk/{constituency}';

/** Every function of the portal. `npm start` and the infrastructure walk this same list. */
export const MANIFEST: readonly PortalFunction[] = [
  act('put-definition', { method: 'PUT', path: '/definition', scope: 'define' }, ['chief_electoral_officer']),
  act('submit-reports', { path: '/reports', scope: 'report' }, COUNTING),
  act('add-misplaced', { path: '/misplaced', scope: 'decide' }, ['returning_officer']),
  act('decide-recount', { path: '/recounts', scope: 'report' }, COUNTING),
  act('enter-lots', { path: '/lots', scope: 'decide' }, ['returning_officer']),
  act('declare-result', { path: '/declarations', scope: 'decide' }, ['returning_officer']),
  act('correct-report', { path: '/corrections', scope: 'decide' }, ['returning_officer']),
  act('record-candidate-event', { path: '/candidates/{candidate}/events', scope: 'decide' }, [
    'returning_officer',
  ]),
  act('relocate-count', { path: '/relocations', scope: 'decide' }, ['commission']),
  act('adjourn-count', { path: '/adjournments', scope: 'decide' }, ['returning_officer']),
  route('read-desk', { method: 'GET', path: '/api/desk', scope: 'read' }, OFFICER_ROLES),
  act('read-form', { method: 'GET', path: `${DESK}/form`, scope: 'read' }, COUNTING),
  act('read-progress', { method: 'GET', path: DESK, scope: 'read' }, OFFICER_ROLES),
  act('read-station', { method: 'GET', path: `${DESK}/stations/{station}`, scope: 'read' }, COUNTING),
  act('submit-entry', { path: '/entries', scope: 'report' }, COUNTING),
  act('resolve-entries', { path: '/resolutions', scope: 'report' }, COUNTING),
  act('send-back-entry', { path: '/sent-back', scope: 'report' }, COUNTING),
  act('tell-step', { path: '/steps', scope: 'report' }, COUNTING),
  act('confirm-report', { path: '/confirmations', scope: 'confirm' }, CONFIRMING),
  act('record-decision', { path: '/decisions', scope: 'report' }, COUNTING),
  act('read-decisions', { method: 'GET', path: `${DESK}/decisions`, scope: 'read' }, [
    ...COUNTING,
    'chief_electoral_officer',
    'commission',
  ]),
  act('publish-statement', { path: '/statements', scope: 'decide' }, ['returning_officer']),
  act('read-audit', { method: 'GET', path: '/audit', scope: 'read' }, [
    ...CONFIRMING,
    'chief_electoral_officer',
    'commission',
  ]),
  act('propose-act', { path: '/proposals', scope: 'decide' }, ['returning_officer']),
  act('second-act', { path: '/secondings', scope: 'confirm' }, CONFIRMING),
  // Accounts are found by the names of their places, which stand in the definitions.
  accountRoute(
    'list-accounts',
    { method: 'GET', path: '', scope: 'read', directory: [], records: ['read'] },
    ['chief_electoral_officer', 'commission', 'returning_officer', 'assistant_returning_officer'],
  ),
  accountRoute('read-account', { method: 'GET', path: '/{account}', scope: 'read', directory: [] }, [
    'chief_electoral_officer',
    'commission',
    'returning_officer',
    'assistant_returning_officer',
  ]),
  // Closing an account ends its sessions too.
  accountRoute(
    'put-account',
    { method: 'PUT', path: '/{account}', scope: 'account', directory: ['provision', 'sign-out'] },
    ['chief_electoral_officer'],
  ),
  accountRoute(
    'sign-out-everywhere',
    { path: '/{account}/sign-outs', scope: 'sign-out', directory: ['sign-out'] },
    ACCOUNT_ROLES,
  ),
  {
    name: 'token-claims',
    entry: 'functions/lambda/token-claims.ts',
    trigger: { kind: 'pre-token' },
    roles: [],
    access: { ...NOTHING, accounts: ['read'] },
    // The user pool waits five seconds and asks three times.
    timeoutSeconds: 5,
    memoryMegabytes: 512,
  },
  act('list-notices', { method: 'GET', path: '/notices/drafts', scope: 'read' }, [
    ...COUNTING,
    'chief_electoral_officer',
    'commission',
    'observer',
  ]),
  act('post-notice', { path: '/notices', scope: 'notice' }, [
    ...COUNTING,
    'chief_electoral_officer',
    'commission',
  ]),
  platformRoute('put-platform-account', { method: 'PUT', path: '', scope: 'account' }, [
    'chief_electoral_officer',
  ]),
  act('list-platform-accounts', { method: 'GET', path: '/platform', scope: 'read' }, [
    'chief_electoral_officer',
    'commission',
  ]),
  platformRoute(
    'read-platform',
    { method: 'GET', path: '', scope: 'read', access: { quarantine: ['head'], receipts: true } },
    ['candidate', 'chief_electoral_officer', 'commission'],
  ),
  platformRoute(
    'open-submission',
    { path: '/submissions', scope: 'advertise', access: { quarantine: ['offer', 'head'], receipts: true } },
    ['candidate'],
  ),
  platformRoute(
    'commit-submission',
    { path: '/commits', scope: 'advertise', access: { quarantine: ['head'], receipts: true } },
    ['candidate'],
  ),
  platformRoute('confirm-held', { path: '/confirmations', scope: 'advertise' }, ['candidate']),
  platformRoute('give-address', { path: '/addresses', scope: 'advertise' }, ['candidate']),
  platformRoute('remove-advertisement', { path: '/removals', scope: 'platform' }, [
    'chief_electoral_officer',
    'commission',
  ]),
  act('enter-storm-day', { path: '/storm-days', scope: 'platform' }, ['chief_electoral_officer']),
  act('record-outage', { path: '/outages', scope: 'platform' }, ['chief_electoral_officer']),
  publisher('publish', { kind: 'records-stream' }),
  publisher('sweep', { kind: 'schedule', everyMinutes: 1 }),
];
