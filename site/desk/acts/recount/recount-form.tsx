import type { ProgressView } from '#shared/desk/desk-views.ts';
import { figureIn } from '../../forms/read-figure.ts';
import type { About } from '../about.ts';
import { actScreens } from '../act-paths.ts';
import type { ActForm, FormPage, Values } from '../form/act-form.ts';
import { actsSince } from '../since.tsx';
import { MisplacedTest } from './MisplacedTest.tsx';
import { decisionFields, requestBody, requestPage } from './recount-fields.ts';

/** Request A, request B, and the recount of the misplaced papers [2016 ¶5.79-5.81]. */
const KINDS = ['now', 'after', 'misplaced'] as const;
type Kind = (typeof KINDS)[number];

const kindOf = (values: Values): Kind => KINDS.find((kind) => kind === values['kind']) ?? 'now';

const estimateOf = (view: ProgressView, values: Values): number | null =>
  figureIn(values['estimate']) ?? view.misplaced?.estimate ?? null;

const kindPage = ({ words }: About, view: ProgressView): FormPage => {
  const { recount } = words.acts;
  const geographical = view.sheet.constituency.kind === 'geographical';
  return {
    id: 'kind',
    title: recount.kind,
    lead: <p class="hint">{recount.kindHint}</p>,
    fields: [
      {
        id: 'kind',
        kind: 'choice',
        label: recount.kindLabel,
        missing: recount.kindMissing,
        options: (geographical ? KINDS : (['now'] as const)).map((value) => ({
          value,
          label: geographical ? recount.kinds[value] : recount.kindOther,
          hint: geographical ? recount.tests[value] : recount.testOther,
        })),
        paths: ['$.scope', '$.afterMisplaced'],
      },
    ],
  };
};

const estimatePage = ({ words }: About, view: ProgressView): FormPage => {
  const { recount } = words.acts;
  const known = view.misplaced?.estimate ?? null;
  return {
    id: 'estimate',
    title: recount.estimate,
    fields: [
      {
        id: 'estimate',
        kind: 'figure',
        label: recount.estimateLabel,
        hint: known === null ? recount.estimateUnknown : recount.estimateKnown(String(known)),
        ...(known === null ? { missing: recount.estimateMissing } : {}),
        paths: ['$.misplacedEstimate'],
      },
    ],
  };
};

const decisionPage = (about: About, view: ProgressView, values: Values): FormPage => {
  const { recount } = about.words.acts;
  const kind = kindOf(values);
  const geographical = view.sheet.constituency.kind === 'geographical';
  return {
    id: 'decision',
    title: recount.decide,
    lead: (
      <>
        <p>{geographical ? recount.tests[kind] : recount.testOther}</p>
        {kind === 'after' && <MisplacedTest misplaced={view.misplaced} estimate={estimateOf(view, values)} />}
      </>
    ),
    fields: decisionFields(about, values),
  };
};

/** A request for a recount of the whole constituency, or of its misplaced papers, with what was decided. */
export const recountForm =
  (about: About, view: ProgressView) =>
  (values: Values): ActForm => {
    const { recount } = about.words.acts;
    const kind = kindOf(values);
    const scope = kind === 'misplaced' ? 'misplaced' : 'constituency';
    const { system, contestants } = view.sheet.constituency;
    const estimate = estimateOf(view, values);
    return {
      title: recount.title,
      subject: about.constituency,
      base: actScreens.act(about.of, about.constituency, 'recount'),
      up: about.up,
      pages: [
        kindPage(about, view),
        requestPage(about, { system, contestants }, scope),
        ...(kind === 'after' ? [estimatePage(about, view)] : []),
        decisionPage(about, view, values),
      ],
      consequences: (
        <p>{values['decision'] === 'allowed' ? recount.follows[kind] : recount.followsRefused}</p>
      ),
      button: recount.button,
      path: about.post('recounts'),
      meanwhile: actsSince(about, view, (said) => said.type === 'recount' && said.body.scope !== 'station'),
      number: view.nextRecount,
      body: (number) => ({
        constituency: about.constituency,
        number,
        scope,
        ...(kind === 'after' ? { afterMisplaced: true } : {}),
        ...(kind === 'after' && estimate !== null ? { misplacedEstimate: estimate } : {}),
        ...requestBody(values),
      }),
      sent: { title: recount.sentTitle, words: <p>{recount.sentWords}</p> },
    };
  };
