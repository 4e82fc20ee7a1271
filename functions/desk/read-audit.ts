import type { AuditLine, AuditPage, AuditScope, Deed, SignedAct } from '#shared/desk/audit.ts';
import { lineOf } from '#shared/desk/audit.ts';
import { deedsOfAccounts, namesOf } from '#shared/desk/audit-accounts.ts';
import { deedsOfActs, deedsOfDefinitions } from '#shared/desk/audit-acts.ts';
import { auditCsv } from '#shared/desk/audit-file.ts';
import { AuditQuery, type AuditTrail, cursorOf, linesAsked, searchTrail } from '#shared/desk/audit-query.ts';
import { deedsOfRecords } from '#shared/desk/audit-records.ts';
import { deskPartition } from '#shared/desk/desk-record.ts';
import { describeDeskProblem } from '#shared/desk/problem-words.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import { ELECTION_PARTITION, NOTICE_KEYS } from '#shared/recount/act.ts';
import { ACCOUNTS, readAccountRecord } from '../accounts/account-records.ts';
import { readableAct } from '../acts/stored-acts.ts';
import { parseBody } from '../acts/take-act.ts';
import { type ActPorts, type ActRequest, actRoute } from '../http/act-route.ts';
import { refusal } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import type { ActHandler } from '../http/route.ts';
import { type Actor, assertScope } from '../http/sign-in.ts';
import { deedsOfPlatform } from '../platform/audit-filings.ts';
import { PORTAL, type Records, type StoredAct } from '../ports.ts';
import { readDeskRecords } from './desk-records.ts';
import { placesFor } from './read-desk.ts';

/** An answer of a function holds six megabytes; a part of the trail stays well below. */
const MOST_FILE_BYTES = 4_000_000;

const signedActs = (stored: readonly StoredAct[]): readonly SignedAct[] =>
  stored.flatMap((one) => {
    const act = readableAct(one);
    return act ? [{ ...act, by: one.by ?? '' }] : [];
  });

const WHOLE_TRAIL: ReadonlySet<string> = new Set(['chief_electoral_officer', 'commission']);

/** Whoever is responsible for everything sees everything; everybody else the constituencies of the own account. */
const scopeOf = (actor: Actor): AuditScope => {
  const { sees } = placesFor(actor);
  const whole = WHOLE_TRAIL.has(actor.role) && actor.constituencies.length === 0;
  return { sees: (constituency) => (constituency === undefined ? whole : sees(constituency)) };
};

const constituencyDeeds = async (
  records: Records,
  election: string,
  constituency: string,
): Promise<readonly Deed[]> => {
  const [acts, desk] = await Promise.all([
    records.list(election, constituency),
    records.list(election, deskPartition(constituency)),
  ]);
  const left = readDeskRecords(desk);
  return [...deedsOfActs(signedActs(acts), left), ...deedsOfRecords(left)];
};

/** Constituencies that any revision of the definition has: one that was taken out keeps its trail. */
const everDefined = (definitions: readonly SignedAct[]): readonly string[] => [
  ...new Set(
    definitions.flatMap((act) =>
      act.type === 'definition' ? act.body.constituencies.map(({ id }) => id) : [],
    ),
  ),
];

/** Reads what was asked for, and nothing that the caller may not see: other constituencies are not even read. */
const readTrail = async (
  records: Records,
  election: string,
  { constituency: wanted }: AuditQuery,
  { sees }: AuditScope,
): Promise<AuditTrail> => {
  const [stored, posted, portal] = await Promise.all([
    records.list(election, ELECTION_PARTITION, { prefix: 'definition#' }),
    records.list(election, ELECTION_PARTITION, { prefix: NOTICE_KEYS }),
    records.list(PORTAL, ACCOUNTS),
  ]);
  const definitions = signedActs(stored).filter((act) => act.type === 'definition');
  const definition: ElectionDefinition | undefined = definitions.at(-1)?.body;
  if (!definition) throw refusal('election-unknown', '$', election);
  const constituencies = everDefined(definitions);
  if (wanted !== undefined && !constituencies.includes(wanted))
    throw refusal('unknown-constituency', '$.constituency', wanted);
  const read = constituencies.filter((id) => (wanted === undefined || id === wanted) && sees(id));
  const filings = wanted === undefined && sees() ? await deedsOfPlatform(records, election) : [];
  const deeds = await Promise.all(read.map((id) => constituencyDeeds(records, election, id)));
  const accounts = portal.map(readAccountRecord);
  const ofElection =
    wanted === undefined
      ? [...deedsOfDefinitions(definitions), ...(sees() ? deedsOfAccounts(accounts, election) : [])]
      : [];
  const notices = deedsOfActs(signedActs(posted), []).filter(
    ({ constituency }) =>
      (wanted === undefined || constituency === wanted) && sees(constituency ?? undefined),
  );
  return {
    deeds: [...deeds.flat(), ...notices, ...ofElection, ...filings],
    names: namesOf(accounts),
    definition,
  };
};

const pageOf = (found: readonly Deed[], lines: readonly AuditLine[]) => {
  const last = lines.at(-1);
  return { lines, next: last && lines.length < found.length ? cursorOf(last) : null };
};

type Lines = (deeds: readonly Deed[]) => readonly AuditLine[];

/** As many lines as one file holds, at least one. */
const fileLines = (found: readonly Deed[], lines: Lines): readonly AuditLine[] => {
  const kept: AuditLine[] = [];
  let bytes = 0;
  for (const deed of found) {
    const [line] = lines([deed]);
    if (!line) break;
    bytes += Buffer.byteLength(JSON.stringify(line));
    if (bytes > MOST_FILE_BYTES && kept.length > 0) break;
    kept.push(line);
  }
  return kept;
};

/** The same question, from where this part ends. */
const nextAddress = (election: string, query: AuditQuery, cursor: string): string => {
  const asked = Object.entries({ ...query, cursor }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return `/api/elections/${election}/audit?${new URLSearchParams(asked)}`;
};

const fileReply = (
  { election, now }: ActRequest,
  query: AuditQuery & { readonly format: 'csv' | 'json' },
  { lines, next }: ReturnType<typeof pageOf>,
): Reply => {
  const { format, cursor: _cursor, limit: _limit, ...asked } = query;
  const stamp = now.slice(0, 19).replaceAll(/[-:]/g, '');
  const file = {
    name: `${election}-audit-${stamp}.${format}`,
    contentType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    ...(next === null ? {} : { next: nextAddress(election, query, next) }),
  };
  const json = { election, exportedAt: now, query: asked, lines, next };
  return { status: 200, file, body: format === 'csv' ? auditCsv(lines) : `${JSON.stringify(json)}\n` };
};

/** Searches the private trail: who did what, when, and what it changed; a page of it, or all of it as a file. */
export const readAudit = (ports: ActPorts): ActHandler => {
  const job = async (request: ActRequest): Promise<Reply> => {
    const { election, actor, now } = request;
    const query = parseBody(AuditQuery, request.query);
    const { constituency, format } = query;
    if (constituency !== undefined) assertScope(actor, { constituency });
    const scope = scopeOf(actor);
    const trail = await readTrail(ports.records, election, query, scope);
    const found = searchTrail(trail, query, scope);
    if (!found) throw refusal('cursor-unknown', '$.cursor', query.cursor);
    const { total, after } = found;
    const lines: Lines = (deeds) => deeds.map((deed) => lineOf(deed, trail.names, scope));
    if (format !== undefined)
      return fileReply(request, { ...query, format }, pageOf(after, fileLines(after, lines)));
    const page = pageOf(after, lines(after.slice(0, linesAsked(query))));
    return { status: 200, body: { now, total, ...page } satisfies AuditPage };
  };
  return actRoute({ name: 'read-audit', describe: describeDeskProblem }, ports, job);
};
