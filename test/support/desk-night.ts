import type { TokenRequest } from '#functions/local/token-issuer.ts';
import type { Decision } from '#shared/desk/decision.ts';
import type { DecisionsView } from '#shared/desk/decisions-view.ts';
import { contentHash } from '#shared/hash.ts';
import { anAccount } from './accounts.ts';
import type { Answer, TestApi } from './api.ts';
import { aDefinition, aReport, aStation, balls, minutes } from './builders.ts';
import { ARO, anEntry, RETURNING } from './desk.ts';
import { aNotice } from './notices.ts';

/** Officers with names that stand nowhere else, so that one that leaks is found. */
export const CHIEF: TokenRequest = { role: 'chief_electoral_officer', account: 'chief-7f3a' };
export const COMMISSION: TokenRequest = { role: 'commission', account: 'eac-7f3a' };
const TYPIST: TokenRequest = { role: 'presiding_officer', station: 'A', account: 'pro-7f3a' };
const SECOND_TYPIST: TokenRequest = { role: 'presiding_officer', station: 'A', account: 'dep-7f3a' };
const CONFIRMER: TokenRequest = { ...ARO, account: 'aro-7f3a' };
const SETTLER: TokenRequest = { ...ARO, account: 'aro-8f3a' };
const RETURNER: TokenRequest = { ...RETURNING, account: 'ro-7f3a' };

export const NIGHT_ACCOUNTS = [CHIEF, COMMISSION, TYPIST, SECOND_TYPIST, CONFIRMER, SETTLER, RETURNER];

/** What only officers may ever read: names and ways to reach them, and what was said at the desk. */
export const PRIVATE_WORDS = [
  ...NIGHT_ACCOUNTS.map(({ account }) => account ?? ''),
  'Wong Siu Ming 黃小明',
  'wong.siu.ming@private.invalid',
  '+852 5555 7777',
  'Private: the form was folded over a row',
  'Private: the agent says the tick is clear',
  'Private: row two was typed for another paper',
  'Private: one name was read wrongly',
  'Private: moved to another hall',
] as const;

export const aDecision = (changes: Partial<Decision> = {}): Decision => ({
  constituency: 'LC1',
  station: 'A',
  seq: 1,
  ground: 'intention_unclear',
  preliminary: 'reject',
  final: 'reject',
  objection: 'none',
  decidedBy: 'presiding_officer',
  ...changes,
});

const single = aDefinition({
  id: 'legco-2015',
  stations: [aStation('A'), aStation('B'), aStation('C', { kind: 'central_counting' })],
});

type Send = (name: string, body: unknown, as: TokenRequest, how?: object) => Promise<Answer>;

/** An election in which machines and single officers act. */
const singleNight = async (send: Send): Promise<void> => {
  const at = { election: single.id };
  const tied = { '1': 10, '2': 5, '3': 5 };
  const event = { constituency: 'LC1', event: 'died', satisfiedAt: minutes(1) };
  const adjournment = { constituency: 'LC1', ground: 'severe_weather', reason: 'Typhoon.' };
  await send('put-definition', single, CHIEF, at);
  await send('relocate-count', aMove(), COMMISSION, at);
  await send('adjourn-count', { ...adjournment, number: 1, state: 'suspended' }, RETURNER, at);
  await send('adjourn-count', { ...adjournment, number: 2, state: 'resumed' }, RETURNER, at);
  await send('submit-reports', aReport({ votes: tied }), TYPIST, at);
  await send('submit-reports', aReport({ station: 'B', votes: tied }), RETURNER, at);
  await send('add-misplaced', aReport({ station: 'C', votes: { '1': 0, '2': 0, '3': 0 } }), RETURNER, at);
  await send(
    'decide-recount',
    {
      constituency: 'LC1',
      number: 1,
      scope: 'station',
      station: 'A',
      requestedBy: 'candidate',
      decision: 'refused',
      reason: 'Counted twice.',
    },
    TYPIST,
    at,
  );
  await send('enter-lots', { constituency: 'LC1', stage: 1, draws: balls(['2', 3], ['3', 9]) }, RETURNER, at);
  await send('record-candidate-event', event, RETURNER, { ...at, candidate: '3a' });
  await send(
    'declare-result',
    { constituency: 'LC1', outcome: 'elected', elected: ['1a', '3b'] },
    RETURNER,
    at,
  );
  const corrected = aReport({ revision: 2, reason: 'Digits swapped.', votes: { ...tied, '1': 11 } });
  await send('correct-report', corrected, RETURNER, at);
  const posted = { place: { en: 'At the entrance' }, at: minutes(0) };
  await send('post-notice', aNotice({ postedAt: posted }), TYPIST, at);
};

const aMove = () => ({
  constituency: 'LC1',
  station: 'B',
  number: 1,
  to: { en: 'Town Hall' },
  reason: 'Power failure.',
});

/** Figures with a rejected and an accepted questionable paper, as the record of decisions has them. */
const figures = {
  questionable: { accepted: 1, rejected: { intention_unclear: 1 } },
  account: { supplied: 30, unissued: 10, unused: 1, spoilt: 1, tendered: 0 },
};

/** An election in which two people type and two decide. */
const doubleNight = async (send: Send): Promise<void> => {
  const form = { constituency: 'LC1', station: 'A', count: 1, revision: 1 };
  await send('put-definition', aDefinition({ entry: 'double', stations: [aStation('A')] }), CHIEF);
  await send('submit-entry', anEntry({ ...figures, votes: { '1': 90, '2': 5, '3': 1 } }), TYPIST);
  await send(
    'send-back-entry',
    { ...form, attempt: 1, reason: 'Private: the form was folded over a row' },
    TYPIST,
  );
  await send('submit-entry', anEntry(figures, { attempt: 2 }), TYPIST);
  await send(
    'submit-entry',
    anEntry({ ...figures, votes: { '1': 10, '2': 5, '3': 2 } }, { attempt: 2 }),
    SECOND_TYPIST,
  );
  await send('resolve-entries', anEntry(figures, { attempt: 2 }), SETTLER);
  await send(
    'record-decision',
    aDecision({
      representations: ['Private: the agent says the tick is clear'],
      objection: 'rejection_objected',
    }),
    TYPIST,
  );
  await send('record-decision', aDecision({ seq: 2, ground: 'uncertain' }), TYPIST);
  await send(
    'record-decision',
    aDecision({
      seq: 3,
      ground: 'uncertain',
      final: 'accept',
      countedFor: ['1'],
      supersedes: 2,
      reason: 'Private: row two was typed for another paper',
    }),
    TYPIST,
  );
  await send('tell-step', { ...form, revision: undefined, step: 'result_told' }, TYPIST);
  const settled = contentHash(anEntry(figures).report);
  await send('confirm-report', { ...form, attempt: 2, sha256: settled }, CONFIRMER);
  const act = {
    type: 'declaration',
    body: { constituency: 'LC1', outcome: 'elected', elected: ['1a', '2a'] },
  };
  const sha256 = contentHash(act);
  const second = { constituency: 'LC1', sha256 };
  await send('propose-act', { constituency: 'LC1', number: 1, act }, RETURNER);
  await send(
    'second-act',
    { ...second, number: 1, decision: 'refused', reason: 'Private: one name was read wrongly' },
    CONFIRMER,
  );
  await send('propose-act', { constituency: 'LC1', number: 2, act }, RETURNER);
  await send('second-act', { ...second, number: 2, decision: 'seconded' }, CONFIRMER);
};

/** A night in which every route that writes is used at least once; throws where one of them is refused. */
export const deskNight = async (
  api: TestApi,
  noting: (name: string, as: TokenRequest) => void = () => undefined,
): Promise<void> => {
  let minute = 1;
  const send: Send = async (name, body, as, how = {}) => {
    minute += 1;
    api.at(minute);
    noting(name, as);
    const answer = await api.call(name, body, { as, ...how });
    if (answer.status !== 201) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  };
  const account = anAccount({
    id: TYPIST.account ?? '',
    name: 'Wong Siu Ming 黃小明',
    role: 'presiding_officer',
    elections: ['legco-2016', 'legco-2015'],
    stations: ['A'],
    email: 'wong.siu.ming@private.invalid',
    phone: '+852 5555 7777',
  });
  const parameters = { account: account.id };
  await send('put-account', account, CHIEF, { parameters });
  const moved = {
    ...account,
    revision: 2,
    phone: '+852 5555 7770',
    reason: 'Private: moved to another hall',
  };
  await send('put-account', moved, CHIEF, { parameters });
  await singleNight(send);
  await doubleNight(send);
  const { body } = await api.call('read-decisions', undefined, {
    as: RETURNER,
    parameters: { constituency: 'LC1' },
  });
  const { total } = body as DecisionsView;
  await send('publish-statement', { constituency: 'LC1', number: 1, ...total }, RETURNER);
  await send('sign-out-everywhere', { request: 'lost-1' }, CHIEF, { parameters });
};
