import { useState } from 'preact/hooks';
import type { Field, FieldProblem, Values } from '../../acts/form/act-form.ts';
import { pageProblems } from '../../acts/form/check-fields.ts';
import { FieldInput } from '../../acts/form/FieldInput.tsx';
import { useDesk } from '../../desk-context.ts';
import { SelectField } from '../../forms/ChoiceField.tsx';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { type FieldNote, FigureForm } from '../../forms/FigureForm.tsx';
import { goTo } from '../../router.ts';
import { Screen } from '../../shell/Screen.tsx';
import { kindOf, PARTICULARS_OF } from '../draft/ad-kinds.ts';
import { addItem, type Draft, type DraftItem, fieldOf, removeItem, typedIn } from '../draft/draft.ts';
import { itemPage } from '../draft/item-fields.ts';
import { earlierMakers, type Maker } from '../draft/makers.ts';
import { serverProblems } from '../draft/server-problems.ts';
import { jointRows, mediumOf } from '../draft/submission-of.ts';
import { platformScreens } from '../platform-paths.ts';
import { usePlaceName } from '../use-platform.ts';
import { usePlatformWords } from '../words/with-words.tsx';
import { About } from './About.tsx';
import { StepList } from './StepList.tsx';
import type { StepProps } from './Submit.tsx';

/** What it is called follows from what it is, as long as nobody wrote something else. */
const withKind = (draft: Draft, item: DraftItem, id: string): Values => {
  const kind = kindOf(id);
  const before = kindOf(typedIn(draft, item, 'kind'));
  const follows = (name: 'adType-en' | 'adType-zh', preset: string, earlier: string): Values => {
    const typed = typedIn(draft, item, name);
    return typed === '' || typed === earlier ? { [fieldOf(item, name)]: preset } : {};
  };
  return {
    [fieldOf(item, 'kind')]: id,
    ...follows('adType-en', kind?.en ?? '', before?.en ?? ''),
    ...follows('adType-zh', kind?.zh ?? '', before?.zh ?? ''),
  };
};

/** Printers and producers that were named before: chosen instead of typed again. */
const EarlierMaker = ({
  item,
  makers,
  onChoose,
}: {
  readonly item: DraftItem;
  readonly makers: readonly Maker[];
  readonly onChoose: (values: Values) => void;
}) => {
  const { submit } = usePlatformWords();
  if (makers.length === 0) return null;
  return (
    <SelectField
      path={fieldOf(item, 'maker')}
      label={submit.earlierMaker}
      unset={submit.chooseMaker}
      choices={makers.map(({ label }, index) => ({ value: String(index), label }))}
      value={null}
      onChange={(index) => {
        const { values = {} } = makers[Number(index)] ?? {};
        onChoose(
          Object.fromEntries(Object.entries(values).map(([name, value]) => [fieldOf(item, name), value])),
        );
      }}
    />
  );
};

interface ItemProps extends StepProps {
  readonly item: DraftItem;
  readonly index: number;
  readonly fields: readonly Field[];
  readonly notes: ReadonlyMap<string, FieldNote>;
}

const Item = ({ item, index, fields, notes, platform, work, state, of }: ItemProps) => {
  const { submit } = usePlatformWords();
  const { draft } = state;
  const isKind = fieldOf(item, 'kind');
  const type = (id: string, value: string): void =>
    work.type(id === isKind ? withKind(draft, item, value) : { [id]: value });
  const input = (field: Field) => (
    <FieldInput
      key={field.id}
      field={field}
      values={draft.values}
      note={notes.get(field.id) ?? null}
      onType={type}
    />
  );
  const isAdvertisement = item.kind === 'advertisement';
  const asksMaker =
    typedIn(draft, item, 'kind') !== '' && PARTICULARS_OF[mediumOf(draft, item)].includes('producer');
  const rows = jointRows(draft, item);
  return (
    <section class="p-item" aria-labelledby={`item-${item.key}`}>
      <h2 id={`item-${item.key}`}>
        {isAdvertisement ? submit.advertisement(index + 1) : submit.itemTitles[item.kind]}
      </h2>
      <About of={of} platform={platform} item={item} />
      {[...Map.groupBy(fields, ({ group = '', id }) => group || id)].map(([group, own]) => (
        <div key={group} class="p-group">
          {group === submit.fields.producer && asksMaker && (
            <EarlierMaker item={item} makers={earlierMakers(platform, draft)} onChoose={work.type} />
          )}
          {own[0]?.group === undefined ? (
            own.map(input)
          ) : (
            <fieldset class="act-group p-pair">
              <legend>{own[0].group}</legend>
              {own[0].group === submit.fields.inWords && <p class="hint">{submit.inWordsHint}</p>}
              <div class="p-halves">{own.map(input)}</div>
            </fieldset>
          )}
        </div>
      ))}
      {isAdvertisement && typedIn(draft, item, 'kind') !== '' && (
        <div class="p-more">
          <p class="hint">{submit.jointHint}</p>
          <button
            type="button"
            class="second"
            onClick={() => work.type({ [fieldOf(item, 'joints')]: String(rows + 1) })}
          >
            {submit.addJoint}
          </button>
        </div>
      )}
      {draft.items.length > 1 && (
        <p>
          <button type="button" class="plain" onClick={() => work.change(removeItem(draft, item.key))}>
            {submit.removeItem(index + 1)}
          </button>
        </p>
      )}
    </section>
  );
};

/** Step 1: what was published, when, and by whom it was made. Nothing is called wrong before Continue is pressed. */
export const Particulars = (props: StepProps) => {
  const { words, language } = useDesk();
  const platformWords = usePlatformWords();
  const placeOf = usePlaceName();
  const { of, platform, work, state } = props;
  const { submit, own } = platformWords;
  const { draft } = state;
  const [found, setFound] = useState<readonly FieldProblem[]>([]);
  const [turn, setTurn] = useState(0);
  const pages = draft.items.map((item, index) =>
    itemPage({ words: platformWords, language, platform, draft, item, index }),
  );
  const refused = serverProblems(pages, state.failure, words.common);
  const wrong = pages.flatMap((page) => pageProblems(page, draft.values, words.acts.form));
  const shown = [
    ...found.filter(({ field }) => wrong.some((one) => one.field === field)),
    ...refused.filter(({ field }) => field !== ''),
  ].map((one) => wrong.find(({ field }) => field === one.field) ?? one);
  const notes = new Map(
    shown.map(({ field, problem }) => [field, { kind: 'error' as const, sentence: problem }]),
  );
  const goOn = (): void => {
    setFound(wrong);
    if (wrong.length > 0) setTurn(turn + 1);
    else goTo(platformScreens.submit(of.election, of.platform, draft.id, 'files'));
  };
  const isFiling = draft.items.every(({ kind }) => kind === 'advertisement');
  return (
    <Screen
      title={isFiling ? submit.title : submit.itemTitles[draft.items[0]?.kind ?? 'advertisement']}
      subject={placeOf(platform)}
      back={{ href: platformScreens.own(of.election, of.platform), name: own.title }}
      facts={isFiling ? submit.lead : undefined}
      problems={shown.length}
    >
      <StepList current="particulars" />
      <ErrorSummary
        problems={shown.map(({ field, problem }) => ({ path: field, sentence: problem }))}
        turn={turn}
      />
      <FigureForm
        typed={draft.values}
        change={(changes) => work.type(changes)}
        notes={notes}
        order={pages.flatMap(({ fields }) =>
          fields.filter(({ kind }) => kind === 'figure').map(({ id }) => id),
        )}
        onSubmit={goOn}
      >
        {draft.items.map((item, index) => (
          <Item
            key={item.key}
            {...props}
            item={item}
            index={index}
            fields={pages[index]?.fields ?? []}
            notes={notes}
          />
        ))}
        {isFiling && (
          <p class="p-add">
            <button type="button" class="second" onClick={() => work.change(addItem(draft, 'advertisement'))}>
              {submit.addItem}
            </button>
          </p>
        )}
        <p class="buttons">
          <button type="submit">{submit.toFiles}</button>
          <a class="button second" href={platformScreens.own(of.election, of.platform)}>
            {submit.saveDraft}
          </a>
        </p>
        <p class="hint">{submit.kept}</p>
      </FigureForm>
    </Screen>
  );
};
