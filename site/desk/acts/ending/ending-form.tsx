import type { ProgressView } from '#shared/desk/desk-views.ts';
import type { About } from '../about.ts';
import { actScreens } from '../act-paths.ts';
import { reasonField } from '../declaration/declaration-form.tsx';
import { ReadAloud } from '../declaration/ReadAloud.tsx';
import { readFacts } from '../declaration/read-facts.ts';
import type { ActForm, Values } from '../form/act-form.ts';
import { cleaned } from '../form/check-fields.ts';
import { proposalsSince } from '../since.tsx';

/** The election failed, or its proceedings are terminated: declared with a reason, and nobody is named [2016 ¶2.29-2.30, ¶3.40-3.42]. */
export const endingForm =
  (about: About, view: ProgressView) =>
  (values: Values): ActForm => {
    const { declaration, ending, proposal } = about.words.acts;
    const outcome = values['outcome'] === 'failed' ? ('failed' as const) : ('terminated' as const);
    const reason = cleaned(values['reason']);
    const body = {
      constituency: about.constituency,
      outcome,
      elected: [],
      ...(reason === '' ? {} : { reason }),
    };
    return {
      title: ending.title,
      subject: about.constituency,
      base: actScreens.act(about.of, about.constituency, 'ending'),
      up: about.up,
      pages: [
        {
          id: 'outcome',
          title: ending.which,
          fields: [
            {
              id: 'outcome',
              kind: 'choice',
              label: ending.outcome,
              missing: ending.outcomeMissing,
              options: (['terminated', 'failed'] as const).map((value) => ({
                value,
                label: ending.outcomes[value],
                hint: ending.when[value],
              })),
              paths: ['$.act.body.outcome'],
            },
            reasonField(about),
          ],
        },
        {
          id: 'read',
          title: declaration.readTitle,
          lead: <ReadAloud facts={readFacts(view, body)} />,
          fields: [],
        },
      ],
      consequences: (
        <>
          <p>{ending.follows[outcome]}</p>
          <p>{proposal.needsSecond}</p>
        </>
      ),
      button: proposal.button,
      path: about.post('proposals'),
      meanwhile: proposalsSince(about, view),
      number: view.proposals.length + 1,
      body: (number) => ({ constituency: about.constituency, number, act: { type: 'declaration', body } }),
      sent: { title: proposal.sentTitle, words: <p>{proposal.sentWords}</p> },
    };
  };
