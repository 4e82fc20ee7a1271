import { ACCOUNT_ROLES, OFFICER_ROLES } from '#shared/desk/account.ts';
import type { Scope } from '#shared/desk/scopes.ts';
import type { Role } from '#shared/election/acts.ts';
import { DRAWING_FILES } from './drawing-files.ts';

/** What a function may do with the stores; infrastructure turns exactly this into grants. */
export interface Access {
  /**
   * `list` the ids of elections, `read` acts and batches, `accept` an act, `file` what goes on record of the Central Platform, `order` a batch, `rehearse`: read and accept
   * acts of rehearsal nights and of no other election; each write is one conditional put.
   */
  readonly records: readonly ('list' | 'read' | 'accept' | 'file' | 'order' | 'rehearse')[];
  /** What accounts of the Central Platform keep for themselves. */
  readonly platform: readonly ('read' | 'accept')[];
  /** Of the whole portal: every route holds its caller against the accounts, few write there. */
  readonly accounts: readonly ('read' | 'write')[];
  /** At the sign-in service: make people known there, and end their sessions. */
  readonly directory: readonly ('provision' | 'sign-out')[];
  /**
   * `cosign` adds to checkpoints what witnesses say; `withdraw` what told particulars of advertisements, when inspection by the public ends;
   * nothing else ever goes.
   */
  readonly publicFiles: readonly ('read' | 'write' | 'cosign' | 'withdraw')[];
  /** May ask the key to sign checkpoints and heartbeats. */
  readonly sign: boolean;
  /**
   * Files that nobody has looked at: permit one to be brought, look whether it arrived, read a version, ask what the scanner said of it,
   * take it away.
   */
  readonly quarantine: readonly ('offer' | 'head' | 'read' | 'scan' | 'discard')[];
  readonly verdicts: readonly ('read' | 'write')[];
  /** May ask for an inspection that did not come by itself. */
  readonly inspector: boolean;
  /** Whoever writes there can neither change nor delete it afterwards. */
  readonly vault: readonly ('read' | 'write')[];
  /** Candidates' files as the public sees them. */
  readonly uploads: readonly ('read' | 'write' | 'remove')[];
  /** What may be sent in the portal's name. */
  readonly messages: readonly ('email' | 'text')[];
  /** May ask the key of receipts to sign. */
  readonly receipts: boolean;
  /** Who wants to be told of results: the one store whose records change and go. */
  readonly alerts: readonly ('read' | 'write')[];
  /** The key by which push services know the portal: tell browsers of it, or sign with it. */
  readonly pushKey: readonly ('tell' | 'sign')[];
}

/** Every function begins with nothing and says what it needs. */
export const NOTHING: Access = {
  records: [],
  platform: [],
  accounts: [],
  directory: [],
  publicFiles: [],
  sign: false,
  quarantine: [],
  verdicts: [],
  inspector: false,
  vault: [],
  uploads: [],
  messages: [],
  receipts: false,
  alerts: [],
  pushKey: [],
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
  /** Anybody may call, without a token. */
  | { readonly kind: 'open-http'; readonly method: Method; readonly path: string }
  /** The user pool asks what goes into an access token. */
  | { readonly kind: 'pre-token' }
  /** Something was accepted: an act, or a filing of an account of the Central Platform. A wake-up; only keys of its payload are looked at. */
  | { readonly kind: 'records-stream'; readonly of: 'acts' | 'platform' }
  /** The scanner has looked at an upload; the event names its key and version. */
  | { readonly kind: 'upload-scanned' }
  | { readonly kind: 'schedule'; readonly everyMinutes: number };

/** Files that lie beside a function's own code. */
export interface ExtraFiles {
  /** Relative to the project. A module is bundled with all that it imports; any other file or folder is copied. */
  readonly from: string;
  /** Where it lies beside `index.mjs`. */
  readonly to: string;
}

/** A program that a function starts, and packages that no bundle can hold: they bring code for one kind of machine. */
export interface NativeProgram {
  readonly program: ExtraFiles;
  readonly packages: readonly string[];
}

/** One function: a job with its trigger, the roles that may call it, and what it may touch. */
export interface PortalFunction {
  readonly name: string;
  readonly entry: string;
  readonly trigger: Trigger;
  readonly roles: readonly Role[];
  readonly access: Access;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** What it reads while it starts. */
  readonly files?: readonly ExtraFiles[];
  readonly native?: NativeProgram;
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

/** A route of the Central Platform below one election; through some of them files come in, which says what they may do beside. */
const filingRoute = (
  name: string,
  { access = {}, ...of }: Route & { readonly access?: Partial<Access> },
  roles: readonly Role[],
): PortalFunction => {
  const declared = act(name, of, roles);
  const filing: Pick<Access, 'records' | 'platform'> =
    of.method === 'GET'
      ? { records: ['read'], platform: ['read'] }
      : { records: ['read', 'file'], platform: ['read', 'accept'] };
  return { ...declared, access: { ...declared.access, ...filing, ...access } };
};

/** A route to one account of the Central Platform. */
const platformRoute: typeof filingRoute = (name, of, roles) =>
  filingRoute(name, { ...of, path: `/platform/{platform}${of.path}` }, roles);

/** One whole virtual processor. */
const ONE_PROCESSOR_MEGABYTES = 1769;

const publisher = (name: string, trigger: Trigger, more: Partial<Access> = {}): PortalFunction => ({
  name,
  entry: `functions/lambda/${name}.ts`,
  trigger,
  roles: [],
  access: { ...NOTHING, records: ['read', 'order'], publicFiles: ['read', 'write'], sign: true, ...more },
  timeoutSeconds: 120,
  memoryMegabytes: ONE_PROCESSOR_MEGABYTES,
});

/** Asks witnesses outside for their cosignatures. What strangers answer is read here, so it can neither sign nor see a record. */
const COSIGNATURES: PortalFunction = {
  name: 'collect-cosignatures',
  entry: 'functions/lambda/collect-cosignatures.ts',
  trigger: { kind: 'schedule', everyMinutes: 1 },
  roles: [],
  access: { ...NOTHING, records: ['list'], publicFiles: ['read', 'cosign'] },
  // Ends before the next one begins; a witness is given three seconds, twice.
  timeoutSeconds: 55,
  memoryMegabytes: 512,
};

/** Looks into one upload and says what it found. It meets what is hostile, so it can reach nothing else. */
const INSPECTOR: PortalFunction = {
  name: 'inspect-upload',
  entry: 'functions/lambda/inspect-upload.ts',
  trigger: { kind: 'upload-scanned' },
  roles: [],
  access: { ...NOTHING, quarantine: ['read'], verdicts: ['write'] },
  // The inspection itself ends within 18 s and 512 MB; the rest is for fetching 50 MB and holding it twice.
  timeoutSeconds: 60,
  memoryMegabytes: ONE_PROCESSOR_MEGABYTES,
  native: {
    program: { from: 'functions/inspection/capped-child.ts', to: 'inspector.mjs' },
    packages: ['@napi-rs/canvas', 'pdfjs-dist', 'sharp'],
  },
};

/** The data of the elections that it plays, beside its code as they lie beside theirs. */
const SCRIPTS: readonly ExtraFiles[] = ['legco-2012', 'rehearsal-2016'].map((folder) => ({
  from: `functions/elections/${folder}`,
  to: folder,
}));

/** Plays rehearsal nights. It makes nothing public itself: what it has accepted wakes the publisher, as every act does. */
const REHEARSAL: PortalFunction = {
  name: 'rehearse',
  entry: 'functions/lambda/rehearse.ts',
  trigger: { kind: 'schedule', everyMinutes: 1 },
  roles: [],
  access: { ...NOTHING, records: ['rehearse'] },
  // It waits for what comes due within the minute, and ends before 80 % of this; two at once take each step once all the same.
  timeoutSeconds: 75,
  memoryMegabytes: 512,
  files: SCRIPTS,
};

/** Does for accounts of the Central Platform whatever waits to be done. */
const tender = (name: string, trigger: Trigger, timeoutSeconds: number): PortalFunction => ({
  name,
  entry: `functions/lambda/${name}.ts`,
  trigger,
  roles: [],
  access: {
    ...NOTHING,
    records: ['read', 'file'],
    platform: ['read', 'accept'],
    quarantine: ['head', 'read', 'scan'],
    verdicts: ['read'],
    inspector: true,
    vault: ['read', 'write'],
    uploads: ['read', 'write', 'remove'],
    messages: ['email', 'text'],
    receipts: true,
  },
  timeoutSeconds,
  memoryMegabytes: ONE_PROCESSOR_MEGABYTES,
});

/** A route for whoever wants to be told of results: open to anybody, and it sees what is public only. */
const alertRoute = (
  name: string,
  { method = 'POST', path }: Omit<Route, 'scope'>,
  access: Partial<Access>,
): PortalFunction => ({
  name,
  entry: `functions/lambda/${name}.ts`,
  trigger: { kind: 'open-http', method, path: `${ELECTION}/alerts${path}` },
  roles: [],
  access: { ...NOTHING, ...access },
  timeoutSeconds: 25,
  memoryMegabytes: 512,
});

/** Tells whoever asked of what is new. It calls strangers' addresses, so it can neither sign a ledger nor see a record. */
const ALERTS: PortalFunction = {
  name: 'tell-alerts',
  entry: 'functions/lambda/tell-alerts.ts',
  trigger: { kind: 'schedule', everyMinutes: 1 },
  roles: [],
  access: {
    ...NOTHING,
    records: ['list'],
    alerts: ['read', 'write'],
    messages: ['email'],
    pushKey: ['tell', 'sign'],
  },
  // It begins nothing in the last third of it; whoever is left is told by the next one.
  timeoutSeconds: 55,
  memoryMegabytes: 512,
};

const CHIEF: readonly Role[] = ['chief_electoral_officer'];
/** Those who answer for the whole election. */
const OFFICES: readonly Role[] = [...CHIEF, 'commission'];
const CONFIRMING: readonly Role[] = ['assistant_returning_officer', 'returning_officer'];
const COUNTING: readonly Role[] = ['presiding_officer', ...CONFIRMING];

const DESK = '/desk/{constituency}';

/** Every function of the portal. `npm start` and the infrastructure walk this same list. */
export const MANIFEST: readonly PortalFunction[] = [
  act('put-definition', { method: 'PUT', path: '/definition', scope: 'define' }, CHIEF),
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
  // The trail tells what was done on the Central Platform too.
  filingRoute('read-audit', { method: 'GET', path: '/audit', scope: 'read' }, [
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
    CHIEF,
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
  filingRoute('list-platform-accounts', { method: 'GET', path: '/platform', scope: 'read' }, OFFICES),
  platformRoute(
    'read-platform',
    { method: 'GET', path: '', scope: 'read', access: { quarantine: ['head'], receipts: true } },
    ['candidate', ...OFFICES],
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
  platformRoute('remove-advertisement', { path: '/removals', scope: 'platform' }, OFFICES),
  filingRoute('enter-storm-day', { path: '/storm-days', scope: 'platform' }, CHIEF),
  filingRoute('record-outage', { path: '/outages', scope: 'platform' }, CHIEF),
  publisher('publish', { kind: 'records-stream', of: 'acts' }),
  // Nobody waits for it, so it draws the pictures too.
  {
    ...publisher(
      'sweep',
      { kind: 'schedule', everyMinutes: 1 },
      { publicFiles: ['read', 'write', 'withdraw'] },
    ),
    files: DRAWING_FILES,
  },
  COSIGNATURES,
  alertRoute('read-alerts', { method: 'GET', path: '' }, { pushKey: ['tell'] }),
  alertRoute('ask-for-alert', { path: '' }, { alerts: ['read', 'write'], messages: ['email'] }),
  alertRoute('confirm-alert', { path: '/{alert}/confirmations' }, { alerts: ['read', 'write'] }),
  alertRoute('leave-alert', { path: '/{alert}/leave' }, { alerts: ['read', 'write'] }),
  ALERTS,
  REHEARSAL,
  INSPECTOR,
  // Long enough for the copies of many large files.
  tender('tend-accounts', { kind: 'records-stream', of: 'platform' }, 300),
  // Ends before the next one begins, so that no two of them tell the same; what it did not come to is done by that one.
  tender('sweep-accounts', { kind: 'schedule', everyMinutes: 1 }, 55),
];

/** Whether a function is one of alerts. They are a stack of their own: they know people's addresses, and of no record. */
export const isOfAlerts = ({ access }: PortalFunction): boolean =>
  access.alerts.length + access.pushKey.length > 0;
