import type { ProgressView } from '#shared/desk/desk-views.ts';
import type { About } from '../about.ts';
import { actScreens } from '../act-paths.ts';
import type { ActForm, Field, Values } from '../form/act-form.ts';
import { cleaned } from '../form/check-fields.ts';
import { proposalsSince } from '../since.tsx';
import { DeclaredFigures } from './DeclaredFigures.tsx';
import { ReadAloud } from './ReadAloud.tsx';
import { readFacts } from './read-facts.ts';

export const reasonField = ({ words }: About): Field => ({
  id: 'reason',
  kind: 'area',
  label: words.acts.declaration.reason,
  hint: words.acts.declaration.reasonHint,
  missing: words.acts.declaration.reasonMissing,
  maxLength: 1000,
  paths: ['$.act.body.reason'],
});

/** The declaration that the count gives: read, checked, proposed; a second officer makes it public [2016 ¶2.27, ¶5.99]. */
export const declarationForm =
  (about: About, view: ProgressView) =>
  (values: Values): ActForm => {
    const { declaration, proposal } = about.words.acts;
    const outcome = view.ready?.outcome ?? 'elected';
    const reason = cleaned(values['reason']);
    const body = {
      constituency: about.constituency,
      outcome,
      elected: [...(view.ready?.elected ?? [])],
      ...(outcome === 'failed' && reason !== '' ? { reason } : {}),
    };
    const facts = readFacts(view, body);
    return {
      title: declaration.title,
      subject: about.constituency,
      base: actScreens.act(about.of, about.constituency, 'declaration'),
      up: about.up,
      pages: [
        {
          id: 'read',
          title: declaration.title,
          lead: (
            <>
              <ReadAloud facts={facts} />
              <DeclaredFigures about={about} view={view} />
            </>
          ),
          fields: outcome === 'failed' ? [reasonField(about)] : [],
        },
      ],
      summary: <ReadAloud facts={facts} />,
      consequences: (
        <>
          <p>{declaration.follows}</p>
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
        act: { type: 'declaration', body },
      }),
      sent: { title: proposal.sentTitle, words: <p>{proposal.sentWords}</p> },
    };
  };
