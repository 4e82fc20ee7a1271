import type { Notice } from '#shared/election/notice.ts';
import { checkNotice } from '#shared/notices/check-notice.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import type { ActForm, Field, Values } from '../acts/form/act-form.ts';
import { cleaned, isGiven } from '../acts/form/check-fields.ts';
import { useDesk } from '../desk-context.ts';
import { type AnswerRow, Answers } from '../forms/Answers.tsx';
import { apiPaths } from '../paths.ts';
import { fieldIds } from './field-ids.ts';
import { attachmentField, gazetteFields, type Posting, withProblems, wordsFields } from './notice-form.tsx';
import { revisedNotice } from './notice-from-values.ts';
import { Preview } from './Preview.tsx';
import { addedSince } from './since.tsx';

interface Adding extends Pick<Posting, 'about' | 'view' | 'type' | 'place' | 'base'> {
  readonly id: string;
  readonly before: Notice;
}

/** A text in a further language, where the notice has it not. */
const furtherWords = ({ about, before, type }: Adding): readonly Field[] =>
  type.disclosure === 'fact'
    ? []
    : wordsFields(about).filter(
        ({ id, lang = 'en' }) =>
          !(id.startsWith(fieldIds.title) ? before.title?.[lang] : before.text?.[lang]) &&
          // A notice without a title is called by its kind.
          (before.title !== undefined || !id.startsWith(fieldIds.title)),
      );

/** What was typed for something that a colleague added first: it stays on the screen, and is not sent. */
const addedAlready = (
  { about, type }: Adding,
  fields: readonly Field[],
  values: Values,
): readonly AnswerRow[] => {
  const asked = new Set(fields.map(({ id }) => id));
  const all = [...gazetteFields(about, values), attachmentField(about, 'optional'), ...wordsFields(about)];
  return (type.disclosure === 'fact' ? gazetteFields(about, values) : all)
    .filter((field) => !asked.has(field.id) && isGiven(field, values))
    .map(({ id, label, shown = visibleText }) => ({
      key: id,
      label,
      name: label,
      value: <bdi class="given">{shown(cleaned(values[id]))}</bdi>,
    }));
};

const Added = ({ rows }: { readonly rows: readonly AnswerRow[] }) => {
  const { form } = useDesk().words.notices;
  if (rows.length === 0) return null;
  return (
    <div class="warn">
      <p>{form.addedAlready}</p>
      <Answers texts rows={rows} />
    </div>
  );
};

/** A later revision: it adds, and changes nothing. */
export const addingForm = (adding: Adding, values: Values): ActForm => {
  const { about, view, type, place, base, id, before } = adding;
  const { form } = about.words.notices;
  const revision = before.revision + 1;
  const body = (own: number): Notice => revisedNotice(before, own, values);
  const fields: readonly Field[] = [
    ...(before.gazette || type.gazette === 'none' ? [] : gazetteFields(about, values)),
    ...(before.attachment || type.disclosure === 'fact' ? [] : [attachmentField(about, 'optional')]),
    ...furtherWords(adding).map((field) => ({ ...field, label: form.optional(field.label) })),
    {
      id: fieldIds.reason,
      label: form.addReason,
      hint: form.addReasonHint,
      kind: 'area',
      maxLength: 1000,
      paths: ['$.reason', '$'],
    },
  ];
  const notice = body(revision);
  const page = {
    id: 'what',
    title: form.addTitle(id),
    lead: <p class="hint notice-lead">{form.addLead}</p>,
    fields,
  };
  return {
    title: form.addTitle(id),
    subject: about.subject,
    base,
    up: about.up,
    pages: withProblems(about, [page], checkNotice(view.definition, notice)),
    onlyAnswered: true,
    texts: true,
    summary: (
      <>
        <Added rows={addedAlready(adding, fields, values)} />
        <Preview about={about} view={view} type={type} notice={notice} place={place} />
      </>
    ),
    consequences: <p>{form.addConsequences}</p>,
    button: form.addSend,
    path: apiPaths.act(about.of, 'notices'),
    meanwhile: (since) => addedSince({ about, view, type, place }, id, since),
    body,
    number: revision,
    sent: { title: form.sentTitle, words: null },
  };
};
