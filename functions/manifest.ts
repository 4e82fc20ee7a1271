import type { Role } from '#shared/election/acts.ts';

/** What a function may do with the stores; infrastructure turns exactly this into grants. */
export interface Access {
  /** `read` acts and batches, `accept` an act, `order` a batch; each write is one conditional put. */
  readonly records: readonly ('read' | 'accept' | 'order')[];
  readonly publicFiles: readonly ('read' | 'write')[];
  /** May ask the key to sign checkpoints and heartbeats. */
  readonly sign: boolean;
}

export type Trigger =
  | { readonly kind: 'http'; readonly method: 'PUT' | 'POST'; readonly path: string }
  /** A wake-up; its payload is ignored. */
  | { readonly kind: 'records-stream' }
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

const act = (
  name: string,
  route: { readonly method?: 'PUT' | 'POST'; readonly path: string },
  roles: readonly Role[],
): PortalFunction => ({
  name,
  entry: `functions/lambda/${name}.ts`,
  trigger: { kind: 'http', method: route.method ?? 'POST', path: `${ELECTION}${route.path}` },
  roles,
  access: { records: ['read', 'accept'], publicFiles: [], sign: false },
  // API Gateway gives up after 30 s; an act that has not been written by then has failed.
  timeoutSeconds: 25,
  memoryMegabytes: 512,
});

const publisher = (name: string, trigger: Trigger): PortalFunction => ({
  name,
  entry: `functions/lambda/${name}.ts`,
  trigger,
  roles: [],
  access: { records: ['read', 'order'], publicFiles: ['read', 'write'], sign: true },
  timeoutSeconds: 120,
  memoryMegabytes: 1769, // one whole virtual processor
});

/** Every function of the portal. `npm start` and the infrastructure walk this same list. */
export const MANIFEST: readonly PortalFunction[] = [
  act('put-definition', { method: 'PUT', path: '/definition' }, ['chief_electoral_officer']),
  act('submit-reports', { path: '/reports' }, [
    'presiding_officer',
    'assistant_returning_officer',
    'returning_officer',
  ]),
  act('add-misplaced', { path: '/misplaced' }, ['returning_officer']),
  act('decide-recount', { path: '/recounts' }, [
    'presiding_officer',
    'assistant_returning_officer',
    'returning_officer',
  ]),
  act('enter-lots', { path: '/lots' }, ['returning_officer']),
  act('declare-result', { path: '/declarations' }, ['returning_officer']),
  act('correct-report', { path: '/corrections' }, ['returning_officer']),
  act('record-candidate-event', { path: '/candidates/{candidate}/events' }, ['returning_officer']),
  act('relocate-count', { path: '/relocations' }, ['commission']),
  act('adjourn-count', { path: '/adjournments' }, ['returning_officer', 'chief_electoral_officer']),
  publisher('publish', { kind: 'records-stream' }),
  publisher('sweep', { kind: 'schedule', everyMinutes: 1 }),
];
