import type { Text } from '#shared/election/text.ts';
import { type About, contestantLabel } from '../about.ts';
import type { Field, FormPage, Values } from '../form/act-form.ts';
import { cleaned } from '../form/check-fields.ts';

interface Asked {
  readonly system: string;
  readonly contestants: readonly { readonly id: string; readonly number: string; readonly name: Text }[];
}

type Requester = 'candidate' | 'election_agent' | 'counting_agent' | 'returning_officer';

/** Counting agents ask at their station only [2016 ¶5.78-5.81]. */
export const requestersOf = (scope: 'station' | 'constituency' | 'misplaced'): readonly Requester[] =>
  scope === 'station'
    ? ['candidate', 'election_agent', 'counting_agent', 'returning_officer']
    : ['candidate', 'election_agent', 'returning_officer'];

export const requestPage = (
  about: About,
  asked: Asked,
  scope: 'station' | 'constituency' | 'misplaced',
): FormPage => {
  const { recount } = about.words.acts;
  return {
    id: 'request',
    title: recount.who,
    fields: [
      {
        id: 'requestedBy',
        kind: 'choice',
        label: recount.requestedBy,
        missing: recount.requestedByMissing,
        options: requestersOf(scope).map((value) => ({ value, label: recount.requesters[value] })),
        paths: ['$.requestedBy'],
      },
      {
        id: 'contestant',
        kind: 'pick',
        label: recount.contestant,
        hint: recount.contestantHint,
        options: asked.contestants.map((one) => ({
          value: one.id,
          label: contestantLabel(about, asked.system, one),
        })),
        paths: ['$.contestant'],
      },
    ],
  };
};

export const decisionFields = (about: About, values: Values): readonly Field[] => {
  const { recount } = about.words.acts;
  const refused = values['decision'] === 'refused';
  return [
    {
      id: 'decision',
      kind: 'choice',
      label: recount.decision,
      missing: recount.decisionMissing,
      options: [
        { value: 'allowed', label: recount.allowed },
        { value: 'refused', label: recount.refused },
      ],
      paths: ['$.decision'],
    },
    {
      id: 'reason',
      kind: 'area',
      label: refused ? recount.reasonRefused : recount.reason,
      hint: recount.reasonHint,
      maxLength: 1000,
      ...(refused ? { missing: recount.reasonMissing } : {}),
      paths: ['$.reason'],
    },
  ];
};

/** The part of the body that every request has. */
export const requestBody = (values: Values) => {
  const contestant = cleaned(values['contestant']);
  const reason = cleaned(values['reason']);
  return {
    requestedBy: values['requestedBy'],
    ...(contestant === '' ? {} : { contestant }),
    decision: values['decision'],
    ...(reason === '' ? {} : { reason }),
  };
};
