import { HIGHEST_BALL } from '#shared/allocation/lots.ts';
import type { ProgressView } from '#shared/desk/desk-views.ts';
import { figureIn } from '../../forms/read-figure.ts';
import { type About, labelOf } from '../about.ts';
import { actScreens } from '../act-paths.ts';
import type { ActForm, Field, FormPage, Values } from '../form/act-form.ts';
import { proposalsSince } from '../since.tsx';
import { type AskedRound, askedRounds, ballField, drawnBalls, handField } from './lot-rounds.ts';
import { RoundOutcome } from './RoundOutcome.tsx';

/** Whose hand drew: kept as these words, which public pages say in each language [2016 ¶5.99]. */
export const HANDS = ['self', 'representative', 'returning_officer'] as const;

const fieldsOf = (about: About, view: ProgressView, { round, group }: AskedRound): readonly Field[] => {
  const { lots } = about.words.acts;
  return group.flatMap((contestant, index): readonly Field[] => {
    const member = labelOf(about, view, contestant);
    return [
      {
        id: ballField(round, contestant),
        group: member,
        kind: 'figure',
        label: lots.ballNumber,
        missing: lots.ballMissing(member),
        wrong: (value) => {
          const ball = figureIn(value) ?? 0;
          return ball >= 1 && ball <= HIGHEST_BALL ? null : lots.ballWrong(member);
        },
        paths: [`$.act.body.draws[${index}].number`, `$.act.body.draws[${index}].contestant`],
      },
      {
        id: handField(round, contestant),
        group: member,
        kind: 'pick',
        label: lots.drawnBy,
        missing: lots.handMissing(member),
        options: HANDS.map((value) => ({ value, label: lots.hands[value] })),
        paths: [`$.act.body.draws[${index}].drawnBy`],
      },
    ];
  });
};

const roundPage = (about: About, view: ProgressView, asked: AskedRound): FormPage => {
  const { lots } = about.words.acts;
  const { round, group, places, outcome } = asked;
  const of = lots.members(view.sheet.constituency.system === 'list_pr', group.length);
  return {
    id: `round-${round}`,
    title: lots.round(round),
    lead: (
      <>
        <p>{round === 1 ? lots.tie(of, places) : lots.redraw(of, places)}</p>
        <ol class="procedure">
          {lots.procedure.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </>
    ),
    fields: fieldsOf(about, view, asked),
    after: outcome && (
      <div class="outcome" role="status">
        <RoundOutcome about={about} view={view} round={round} outcome={outcome} />
        {outcome.redraw.length > 0 && <p class="warn">{lots.again}</p>}
      </div>
    ),
  };
};

/** Balls that were drawn, round by round: typed, never made up. */
export const lotsForm =
  (about: About, view: ProgressView) =>
  (values: Values): ActForm => {
    const { lots, proposal } = about.words.acts;
    const rounds = askedRounds(view.lots, values);
    const base = actScreens.act(about.of, about.constituency, 'lots');
    return {
      title: lots.title,
      subject: about.constituency,
      base,
      toldBelow: true,
      up: about.up,
      pages: rounds.map((asked) => roundPage(about, view, asked)),
      summary: rounds.map(
        ({ round, outcome }) =>
          outcome && (
            <div key={round}>
              <RoundOutcome about={about} view={view} round={round} outcome={outcome} />
              <p>
                <a href={`${base}/round-${round}`}>{about.words.forms.changeOf(lots.round(round))}</a>
              </p>
            </div>
          ),
      ),
      consequences: (
        <>
          <p>{lots.follows}</p>
          <p>{proposal.needsSecond}</p>
        </>
      ),
      button: proposal.button,
      path: about.post('proposals'),
      meanwhile: proposalsSince(about, view),
      number: view.proposals.length + 1,
      body: (number) => ({
        constituency: about.constituency,
        number,
        act: {
          type: 'lots',
          body: {
            constituency: about.constituency,
            stage: view.lotsEntered + 1,
            draws: drawnBalls(rounds),
          },
        },
      }),
      sent: { title: proposal.sentTitle, words: <p>{proposal.sentWords}</p> },
    };
  };
