import type { ProgressView } from '#shared/desk/desk-views.ts';
import { type EventConsequence, eventConsequence } from '#shared/recount/candidate-stage.ts';
import { plainName } from '../../../models/names.ts';
import { type About, candidateName, contestantLabel } from '../about.ts';
import { actScreens } from '../act-paths.ts';
import type { ActForm, FormPage, Option, Values } from '../form/act-form.ts';
import { cleaned } from '../form/check-fields.ts';
import { instantOf } from '../form/moments.ts';
import { proposalsSince } from '../since.tsx';

const EVENTS = ['died', 'disqualified', 'withdrawn'] as const;

const eventOf = (values: Values) => EVENTS.find((event) => event === values['event']) ?? 'died';

/** What would follow, from the event and when the officer was satisfied of it; null before both are given. */
const consequenceOf = (view: ProgressView, values: Values): EventConsequence | null => {
  const satisfiedAt = instantOf(values, 'satisfiedAt');
  if (satisfiedAt === null) return null;
  const { election, constituency } = view.sheet;
  return eventConsequence(election, constituency, { event: eventOf(values), satisfiedAt });
};

const candidates = (about: About, view: ProgressView): readonly Option[] => {
  const { system } = view.sheet.constituency;
  return view.contestants.flatMap((contestant) =>
    contestant.candidates
      .filter(({ event }) => event === undefined)
      .map(({ id, name }) => ({
        value: id,
        label:
          system === 'list_pr'
            ? `${about.words.acts.form.unit(true, contestant.number)} · ${plainName(name, about.language)}`
            : contestantLabel(about, system, contestant),
      })),
  );
};

const whoPage = (about: About, view: ProgressView): FormPage => {
  const { event } = about.words.acts;
  return {
    id: 'who',
    title: event.who,
    fields: [
      {
        id: 'candidate',
        kind: 'pick',
        label: event.candidate,
        missing: event.candidateMissing,
        options: candidates(about, view),
        paths: ['$', '$.act.candidate'],
      },
      {
        id: 'event',
        kind: 'choice',
        label: event.what,
        missing: event.whatMissing,
        options: EVENTS.map((value) => ({ value, label: event.events[value], hint: event.about[value] })),
        paths: ['$.act.body.event'],
      },
    ],
  };
};

const whenPage = ({ words }: About, view: ProgressView, values: Values): FormPage => {
  const { event } = words.acts;
  const follows = consequenceOf(view, values);
  return {
    id: 'when',
    title: event.when,
    lead: <p class="hint">{event.whenHint}</p>,
    fields: [
      {
        id: 'satisfiedAt',
        kind: 'moment',
        label: event.satisfiedAt,
        missing: event.satisfiedMissing,
        paths: ['$.act.body.satisfiedAt'],
      },
      {
        id: 'reason',
        kind: 'area',
        label: event.reason,
        hint: event.reasonHint,
        maxLength: 1000,
        paths: ['$.act.body.reason'],
      },
    ],
    after: (
      <div class="outcome" role="status">
        {follows && (
          <p class={follows === 'terminated' || follows === 'too_late' ? 'warn' : 'good'}>
            {event.follows[follows]}
          </p>
        )}
      </div>
    ),
  };
};

/** A death, disqualification or withdrawal: what follows depends on when the officer was satisfied of it, and is said before it is sent [2016 ¶2.28-2.30, ¶3.40-3.42]. */
export const eventForm =
  (about: About, view: ProgressView) =>
  (values: Values): ActForm => {
    const { event, proposal } = about.words.acts;
    const follows = consequenceOf(view, values);
    const reason = cleaned(values['reason']);
    const candidate = values['candidate'] ?? '';
    return {
      title: event.title,
      subject: about.constituency,
      base: actScreens.act(about.of, about.constituency, 'event'),
      up: about.up,
      pages: [whoPage(about, view), whenPage(about, view, values)],
      consequences: (
        <>
          {follows && (
            <p class="warn">
              <b>
                <bdi>{candidateName(about, view, candidate)}</bdi>
              </b>
              {about.words.common.after}
              {event.follows[follows]}
            </p>
          )}
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
          type: 'event',
          candidate,
          body: {
            constituency: about.constituency,
            event: eventOf(values),
            satisfiedAt: instantOf(values, 'satisfiedAt') ?? '',
            ...(reason === '' ? {} : { reason }),
          },
        },
      }),
      sent: { title: proposal.sentTitle, words: <p>{proposal.sentWords}</p> },
    };
  };
