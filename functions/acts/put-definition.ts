import { canonicalJson } from '#shared/canonical-json.ts';
import { parseDefinition } from '#shared/election/check-definition.ts';
import { describeProblem } from '#shared/election/problem-words.ts';
import { acceptDefinition, type Counted } from '#shared/recount/accept-definition.ts';
import { type ActOf, REPORT_KEYS } from '#shared/recount/act.ts';
import { type ActPorts, actRoute } from '../http/act-route.ts';
import { Refusal, refusal } from '../http/problem.ts';
import type { ActHandler } from '../http/route.ts';
import type { Records } from '../ports.ts';
import { definitionRevisions, isReport, readableActs, storedAct } from './stored-acts.ts';
import { writeAct } from './take-act.ts';

const countedSoFar = async (records: Records, previous: ActOf<'definition'> | null): Promise<Counted> => {
  const stations = new Set<string>();
  const constituencies = new Set<string>();
  for (const { id } of previous?.body.constituencies ?? []) {
    const reports = await records.list(previous?.election ?? '', id, { prefix: REPORT_KEYS });
    for (const { body } of readableActs(reports).filter(isReport)) {
      stations.add(body.station);
      constituencies.add(body.constituency);
    }
  }
  return { stations, constituencies };
};

/** Takes the definition of an election, or its next revision [2016 ¶2.22-2.23, ¶5.2]. */
export const putDefinition = (ports: ActPorts): ActHandler =>
  actRoute(
    { name: 'put-definition', describe: describeProblem },
    ports,
    async ({ election, body, actor, now }) => {
      const parsed = parseDefinition(body);
      if (!parsed.ok) throw new Refusal(parsed.problem);
      const { definition, notices } = parsed.value;
      if (definition.id !== election) {
        throw refusal('election-id-differs', '$.id', definition.id, { expected: election });
      }
      const revisions = await definitionRevisions(ports.records, election);
      const previous = revisions.at(-1) ?? null;
      // Also an earlier revision: a late duplicate must never undo what was defined after it.
      const same = revisions.find((revision) => canonicalJson(revision.body) === canonicalJson(definition));
      if (same) {
        const { revision, acceptedAt } = same;
        const { sha256 } = storedAct(same);
        return { status: 200, body: { outcome: 'replayed', revision, sha256, acceptedAt, notices } };
      }
      const counted = await countedSoFar(ports.records, previous);
      const decided = acceptDefinition(previous, definition, { role: actor.role, now, counted });
      // Known to the sweep before it exists: the other way round, a crash here would leave an election that nobody publishes.
      await ports.records.registerElection(election);
      const written = await writeAct(ports.records, decided, {
        known: previous ? [previous] : [],
        by: actor.subject,
      });
      const revision = (previous?.revision ?? 0) + 1;
      return {
        status: written.outcome === 'accepted' ? 201 : 200,
        body: { ...written, revision, notices },
      };
    },
  );
