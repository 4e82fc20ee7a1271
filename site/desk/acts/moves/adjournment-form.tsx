import type { ProgressView } from '#shared/desk/desk-views.ts';
import { ADJOURNMENT_GROUNDS } from '#shared/election/acts.ts';
import type { About } from '../about.ts';
import { actScreens } from '../act-paths.ts';
import type { ActForm, Values } from '../form/act-form.ts';
import { cleaned } from '../form/check-fields.ts';
import { actsSince } from '../since.tsx';
import { stationField, stationIn } from './station-field.ts';

/** A poll or count that is put off, or goes on from where it stood [2016 ¶5.82, Schedule 2]. */
export const adjournmentForm =
  (about: About, view: ProgressView) =>
  (values: Values): ActForm => {
    const { adjournment } = about.words.acts;
    const state = values['state'] === 'resumed' ? ('resumed' as const) : ('suspended' as const);
    const part = values['where'] === 'station';
    const station = part ? stationIn(view, values['station']) : null;
    return {
      title: adjournment.title,
      subject: about.constituency,
      base: actScreens.act(about.of, about.constituency, 'adjournment'),
      up: about.up,
      pages: [
        {
          id: 'what',
          title: adjournment.what,
          fields: [
            {
              id: 'state',
              kind: 'choice',
              label: adjournment.state,
              missing: adjournment.stateMissing,
              options: (['suspended', 'resumed'] as const).map((value) => ({
                value,
                label: adjournment.states[value],
              })),
              paths: ['$.state'],
            },
            {
              id: 'where',
              kind: 'choice',
              label: adjournment.where,
              missing: adjournment.whereMissing,
              options: (['whole', 'station'] as const).map((value) => ({
                value,
                label: adjournment.places[value],
              })),
            },
            ...(part ? [stationField(about, view, ['$.station'])] : []),
          ],
        },
        {
          id: 'why',
          title: adjournment.why,
          fields: [
            {
              id: 'ground',
              kind: 'choice',
              label: adjournment.ground,
              missing: adjournment.groundMissing,
              options: ADJOURNMENT_GROUNDS.map((value) => ({ value, label: adjournment.grounds[value] })),
              paths: ['$.ground'],
            },
            {
              id: 'reason',
              kind: 'area',
              label: adjournment.reason,
              hint: adjournment.reasonHint,
              missing: adjournment.reasonMissing,
              maxLength: 1000,
              paths: ['$.reason'],
            },
          ],
        },
      ],
      consequences: <p>{adjournment.follows[state]}</p>,
      button: adjournment.buttons[state],
      path: about.post('adjournments'),
      meanwhile: actsSince(
        about,
        view,
        (said) => said.type === 'adjournment' && (said.body.station ?? null) === station,
      ),
      number: view.adjournments.length + 1,
      body: (number) => ({
        constituency: about.constituency,
        ...(station === null ? {} : { station }),
        number,
        state,
        ground: values['ground'],
        reason: cleaned(values['reason']),
      }),
      sent: { title: adjournment.sentTitle[state], words: <p>{adjournment.sentWords}</p> },
    };
  };
