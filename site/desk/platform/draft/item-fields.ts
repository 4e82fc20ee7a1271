import { formatShownDay } from '#shared/calendar/day.ts';
import { type Language, textIn } from '#shared/election/text.ts';
import type { Field, FormPage } from '../../acts/form/act-form.ts';
import type { Platform } from '../platform-answers.ts';
import type { PlatformWords } from '../words/load.ts';
import { AD_KINDS, PARTICULARS_OF, type Particular } from './ad-kinds.ts';
import { type Draft, type DraftItem, fieldOf, typedIn } from './draft.ts';
import { readShownDay } from './read-shown-day.ts';
import { CORRECTABLE, jointRows, mediumOf } from './submission-of.ts';

const LINK = /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/;

/** What the questions about an item are made of. */
export interface AskingItem {
  readonly words: PlatformWords;
  readonly language: Language;
  readonly platform: Platform;
  readonly draft: Draft;
  readonly item: DraftItem;
  /** Its place in the submission, from 0: the server names it so. */
  readonly index: number;
}

const pathsOf = ({ item, index }: AskingItem, name: string): readonly string[] => {
  const own = `$.items[${index}]`;
  const inside = {
    advertisement: `${own}.advertisement`,
    correction: `${own}.particulars`,
    revocation: own,
    'printing-declaration': own,
    replacement: own,
  }[item.kind];
  return [`${inside}.${name}`];
};

/** A text in Chinese and English: one of them is enough, so only the first asks for it. */
const spoken = (
  asking: AskingItem,
  name: string,
  {
    label,
    missing,
    path = name,
    isLong = false,
  }: {
    readonly label: string;
    readonly missing?: string;
    readonly path?: string;
    readonly isLong?: boolean;
  },
): readonly Field[] => {
  const { words, draft, item } = asking;
  const given = (['zh', 'en'] as const).filter((one) => typedIn(draft, item, `${name}-${one}`) !== '');
  const field = (tongue: 'zh' | 'en', first: Partial<Field>): Field => ({
    id: fieldOf(item, `${name}-${tongue}`),
    label: words.submit.tongues[tongue],
    group: label,
    kind: isLong ? 'area' : 'line',
    maxLength: isLong ? 20_000 : 300,
    lang: tongue === 'zh' ? 'zh-Hant' : 'en',
    ...first,
  });
  const paths = pathsOf(asking, path);
  const asks = missing !== undefined && given.length === 0 ? { missing } : {};
  return [
    field('zh', { ...asks, ...(given[0] === 'en' ? {} : { paths }) }),
    field('en', given[0] === 'en' ? { paths } : {}),
  ];
};

const day = (
  asking: AskingItem,
  name: string,
  {
    label,
    missing,
    wrong,
  }: { readonly label: string; readonly missing?: string; readonly wrong?: Field['wrong'] },
): Field => {
  const { submit } = asking.words;
  return {
    id: fieldOf(asking.item, name),
    label,
    hint: submit.dayHint,
    kind: 'line',
    maxLength: 20,
    ...(missing === undefined ? {} : { missing }),
    wrong: (typed) => (readShownDay(typed) === null ? submit.notDay : (wrong?.(typed) ?? null)),
    shown: (typed) => formatShownDay(readShownDay(typed) ?? '1970-01-01'),
    paths: pathsOf(asking, name),
  };
};

const figure = (asking: AskingItem, name: string, label: string): Field => ({
  id: fieldOf(asking.item, name),
  label,
  kind: 'figure',
  paths: pathsOf(asking, name),
});

const particular = (asking: AskingItem, name: Particular): readonly Field[] => {
  const { submit } = asking.words;
  const { draft, item } = asking;
  const label = submit.fields[name];
  switch (name) {
    case 'producer':
      return spoken(asking, name, { label, path: 'producerOrPrinterName' });
    case 'address':
      return spoken(asking, name, { label, path: 'producerOrPrinterAddress' });
    case 'manner':
      return spoken(asking, name, { label });
    case 'producedOn':
      return [
        day(asking, name, {
          label,
          wrong: (typed) => {
            const [made, published] = [
              readShownDay(typed),
              readShownDay(typedIn(draft, item, 'publishedOn')),
            ];
            return made !== null && published !== null && made > published ? submit.madeLater : null;
          },
        }),
      ];
    case 'size':
      return [
        {
          id: fieldOf(item, name),
          label,
          hint: submit.sizeHint,
          kind: 'line',
          maxLength: 100,
          paths: pathsOf(asking, name),
        },
      ];
    case 'copiesProduced':
    case 'copiesPublished':
      return [figure(asking, name, label)];
  }
};

const kindField = ({ words, item, index }: AskingItem): Field => ({
  id: fieldOf(item, 'kind'),
  label: words.submit.fields.kind,
  kind: 'pick',
  missing: words.submit.kindMissing,
  options: AD_KINDS.map(({ id }) => ({ value: id, label: words.submit.kindNames[id] })),
  paths: [`$.items[${index}].advertisement.medium`],
});

/** Links stand for copies only where no copy can be made [2016 ¶8.50(c)]. */
const linkFields = (asking: AskingItem): readonly Field[] => {
  const { words, draft, item } = asking;
  const { submit } = words;
  const isRealTime = typedIn(draft, item, 'realTime') === 'yes';
  const choice: Field = {
    id: fieldOf(item, 'realTime'),
    label: submit.realTime,
    hint: submit.realTimeHint,
    kind: 'choice',
    options: [
      { value: 'no', label: submit.realTimeNo },
      { value: 'yes', label: submit.realTimeYes },
    ],
    paths: pathsOf(asking, 'realTime'),
  };
  const links: Field = {
    id: fieldOf(item, 'links'),
    label: submit.links,
    hint: submit.linksHint,
    kind: 'area',
    maxLength: 20_000,
    missing: submit.linksMissing,
    wrong: (typed) => {
      const wrong = typed
        .split(/\s+/)
        .filter((link) => link !== '')
        .find((link) => !LINK.test(link) || link.length > 2000);
      return wrong === undefined ? null : submit.notLink(wrong.slice(0, 60));
    },
    paths: pathsOf(asking, 'links'),
  };
  return isRealTime ? [choice, links] : [choice];
};

const jointFields = (asking: AskingItem): readonly Field[] => {
  const { words, language, platform, draft, item } = asking;
  const { submit } = words;
  return Array.from({ length: jointRows(draft, item) }, (_, row): readonly Field[] => [
    {
      id: fieldOf(item, `joint-${row}`),
      label: submit.jointConstituency,
      kind: 'pick',
      group: submit.joint(row + 1),
      options: platform.constituencies.map(({ id, name }) => ({
        value: id,
        label: textIn(name, language).text,
      })),
      paths: pathsOf(asking, `jointWith[${row}].constituency`),
    },
    ...spoken(asking, `joint-${row}-name`, {
      label: submit.joint(row + 1),
      path: `jointWith[${row}].name`,
    }).map((field) => ({ ...field, label: submit.jointName(field.label) })),
  ]).flat();
};

const advertisementFields = (asking: AskingItem): readonly Field[] => {
  const { words, draft, item } = asking;
  const { submit } = words;
  const medium = mediumOf(draft, item);
  if (typedIn(draft, item, 'kind') === '') return [kindField(asking)];
  return [
    kindField(asking),
    ...spoken(asking, 'adType', { label: submit.fields.adType, missing: submit.adTypeMissing }),
    day(asking, 'publishedOn', { label: submit.fields.publishedOn, missing: submit.publishedMissing }),
    ...PARTICULARS_OF[medium].flatMap((name) => particular(asking, name)),
    ...(medium === 'online' || medium === 'other' ? linkFields(asking) : []),
    ...spoken(asking, 'inWords', { label: submit.fields.inWords, isLong: true }),
    ...jointFields(asking),
  ];
};

const correctionFields = (asking: AskingItem): readonly Field[] => {
  const { submit } = asking.words;
  return [
    ...spoken(asking, 'adType', { label: submit.fields.adType }),
    day(asking, 'publishedOn', { label: submit.fields.publishedOn }),
    ...CORRECTABLE.flatMap((name) => particular(asking, name)),
    {
      id: fieldOf(asking.item, 'reason'),
      label: submit.correctionReason,
      kind: 'area',
      maxLength: 1000,
      paths: [`$.items[${asking.index}].reason`],
    },
  ];
};

const revocationFields = (asking: AskingItem): readonly Field[] => {
  const { submit } = asking.words;
  return [day(asking, 'revokedOn', { label: submit.fields.revokedOn, missing: submit.revokedMissing })];
};

/** Every question about an item but its files. */
export const itemPage = (asking: AskingItem): FormPage => {
  const { words, item } = asking;
  const fields = {
    advertisement: advertisementFields,
    correction: correctionFields,
    revocation: revocationFields,
    'printing-declaration': (): readonly Field[] => [],
    replacement: (): readonly Field[] => [],
  }[item.kind](asking);
  return { id: item.key, title: words.submit.itemTitles[item.kind], fields };
};
