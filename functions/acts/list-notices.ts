import type { NoticesView } from '#shared/desk/notices-view.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { describeReportProblem } from '#shared/election/describe-problem.ts';
import { noticeScope } from '#shared/election/notice.ts';
import { type Act, ELECTION_PARTITION, NOTICE_KEYS, REPORT_KEYS } from '#shared/recount/act.ts';
import type { ElectionFold } from '#shared/recount/election-fold.ts';
import { inOrder, knownFold } from '#shared/recount/known-fold.ts';
import { noticeDrafts } from '#shared/recount/notice-drafts.ts';
import { noticeDays, noticeResults } from '#shared/recount/notice-results.ts';
import { noticesOwed, type OwedNotice } from '#shared/recount/notices-owed.ts';
import { type ActPorts, actRoute } from '../http/act-route.ts';
import { refusal } from '../http/problem.ts';
import type { ActHandler } from '../http/route.ts';
import type { Actor } from '../http/sign-in.ts';
import type { Records } from '../ports.ts';
import { definitionReader, readableActs } from './stored-acts.ts';

const SEE_ALL: ReadonlySet<Actor['role']> = new Set(['chief_electoral_officer', 'commission', 'observer']);

/** What an officer looks at: the whole election, the own constituencies, or the own stations. */
interface Sight {
  readonly constituencies: ReadonlySet<string>;
  /** Null where all stations of these constituencies are in sight. */
  readonly stations: ReadonlySet<string> | null;
}

const sightOf = ({ role, constituencies, stations }: Actor, definition: ElectionDefinition): Sight => {
  if (SEE_ALL.has(role)) {
    return { constituencies: new Set(definition.constituencies.map(({ id }) => id)), stations: null };
  }
  const own = definition.stations.filter(({ id }) => stations.includes(id));
  return {
    constituencies: new Set([...constituencies, ...own.map(({ constituency }) => constituency)]),
    stations: role === 'presiding_officer' && own.length > 0 ? new Set(stations) : null,
  };
};

/** Officers' acts of a constituency; its reports too once it is declared, since a correction asks for a notice. */
const actsOf = async (records: Records, election: string, constituency: string): Promise<readonly Act[]> => {
  const acts = readableActs(await records.list(election, constituency, { below: REPORT_KEYS }));
  if (!acts.some(({ type }) => type === 'declaration')) return acts;
  return [...acts, ...readableActs(await records.list(election, constituency, { prefix: REPORT_KEYS }))];
};

const gather = async (
  records: Records,
  { id }: ElectionDefinition,
  sight: Sight,
): Promise<readonly Act[]> => {
  const own = records.list(id, ELECTION_PARTITION, { prefix: NOTICE_KEYS });
  const others = [...sight.constituencies].map((constituency) => actsOf(records, id, constituency));
  return [...readableActs(await own), ...(await Promise.all(others)).flat()];
};

const inSight = ({ constituencies, stations }: Sight, owed: OwedNotice): readonly OwedNotice[] => {
  if (owed.constituency === null) return stations === null ? [owed] : [];
  if (!constituencies.has(owed.constituency)) return [];
  if (stations === null) return [owed];
  const missing = owed.stations?.filter((station) => stations.has(station)) ?? [];
  return missing.length > 0 ? [{ ...owed, stations: missing }] : [];
};

type FormParts = Pick<NoticesView, 'definition' | 'days' | 'numbers' | 'bodies'>;

/** What a form needs to be filled in, checked and numbered: all of it stands in the ledger. */
const formParts = (
  fold: ElectionFold,
  definition: ElectionDefinition,
  { constituencies }: Sight,
): FormParts => {
  const daysOf = noticeDays(fold, definition);
  const numbers: Record<string, number> = {};
  const bodies: Record<string, FormParts['bodies'][string]> = {};
  for (const [id, { revisions }] of fold.notices) {
    const body = revisions.at(-1)?.act.body;
    if (!body) continue;
    const scope = noticeScope(body);
    numbers[scope] = Math.max(numbers[scope] ?? 0, body.number);
    bodies[id] = body;
  }
  return {
    definition,
    days: Object.fromEntries([
      ['', daysOf(undefined)],
      ...[...constituencies].map((id) => [id, daysOf(id)] as const),
    ]),
    numbers,
    bodies,
  };
};

/** For the desk: drafts that wait, what was posted, and what is due and was not posted. */
export const listNotices = (ports: ActPorts): ActHandler => {
  const { records } = ports;
  const definitionOf = definitionReader(records);
  return actRoute(
    { name: 'list-notices', describe: describeReportProblem },
    ports,
    async ({ election, actor, now }) => {
      const definition = await definitionOf(election, ports.clock.now());
      if (!definition) throw refusal('election-unknown', '$', election);
      const sight = sightOf(actor, definition);
      const fold = knownFold(definition, inOrder(await gather(records, definition, sight)));
      const mayPost = ({ roles }: { readonly roles: readonly Actor['role'][] }) =>
        SEE_ALL.has(actor.role) || roles.includes(actor.role);
      const view: NoticesView = {
        election,
        now,
        drafts: noticeDrafts(fold).filter(
          (draft) => mayPost(draft) && sight.constituencies.has(draft.notice.constituency ?? ''),
        ),
        owed: noticesOwed(fold, now)
          .flatMap((owed) => inSight(sight, owed))
          .filter(mayPost),
        posted: noticeResults(fold).filter(
          ({ constituency, station }) =>
            (constituency === null || sight.constituencies.has(constituency.id)) &&
            (station === null || sight.stations === null || sight.stations.has(station.id)),
        ),
        ...formParts(fold, definition, sight),
      };
      return { status: 200, body: view };
    },
  );
};
