import { inHongKong } from '#shared/calendar/hong-kong-time.ts';
import { rehearsalId } from '#shared/election/rehearsal-id.ts';
import type { RehearsalNight } from '#shared/election/rehearsal-night.ts';
import { must } from '#shared/result.ts';
import type { ElectionScript, OfficersAct } from '../elections/election-script.ts';
import { loadElection } from '../elections/load-election.ts';
import { soundDefinition } from '../elections/script-file.ts';
import { rehearsalTitle } from './rehearsal-title.ts';

/** What became of a candidate in the night of the script happens as the poll closes here: later than every other day of it. */
const movedAct = (act: OfficersAct, closesAt: string): OfficersAct =>
  act.resource.startsWith('candidates/')
    ? { ...act, body: { ...(act.body as object), satisfiedAt: closesAt } }
    : act;

/**
 * A script moved to a rehearsal night: an election of its own, a test whatever the script says, its poll as long as it was. Notices
 * before the count are left out, because their texts name days and numbers of a Gazette that has them; those of results stay.
 */
export const rehearsalScript = (night: RehearsalNight): ElectionScript => {
  const script = must(loadElection(night.election), `${night.election} comes with the product`);
  const { pollOpensAt, pollClosesAt } = script.definition;
  const pollMs = Date.parse(pollClosesAt) - Date.parse(pollOpensAt);
  const closesAt = inHongKong(night.closesAt);
  const id = rehearsalId(night);
  return {
    ...script,
    id,
    definition: soundDefinition({
      ...script.definition,
      id,
      title: rehearsalTitle(night),
      test: true,
      pollOpensAt: inHongKong(new Date(Date.parse(closesAt) - pollMs).toISOString()),
      pollClosesAt: closesAt,
    }),
    officersActs: script.officersActs
      .filter(({ after }) => after !== 'definition')
      .map((act) => movedAct(act, closesAt)),
  };
};
