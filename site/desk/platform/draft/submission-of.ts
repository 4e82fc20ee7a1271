import type { Advertisement, Consent, UploadedFile } from '#shared/advertisements/particulars.ts';
import { CAPACITIES } from '#shared/advertisements/particulars.ts';
import type { SubmissionItem } from '#shared/advertisements/submission.ts';
import type { Text } from '#shared/election/text.ts';
import { cleaned } from '../../acts/form/check-fields.ts';
import { figureIn } from '../../forms/read-figure.ts';
import { isBarred } from '../upload/file-state.ts';
import { kindOf, PARTICULARS_OF, type Particular } from './ad-kinds.ts';
import {
  type Draft,
  type DraftFile,
  type DraftItem,
  filesOfItem,
  typedIn,
  USES_OF,
  type Use,
} from './draft.ts';
import { readShownDay } from './read-shown-day.ts';

type Given<T> = { readonly [K in keyof T]: T[K] | null };

/** Leaves out what was not given: an empty particular is none. */
const given = <T extends object>(parts: Given<T>): Partial<T> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null)) as Partial<T>;

const reader = (draft: Draft, item: DraftItem) => {
  const text = (name: string): string | null => cleaned(typedIn(draft, item, name)) || null;
  return {
    text,
    spoken: (name: string): Text | null => {
      const [en, zh] = [text(`${name}-en`), text(`${name}-zh`)];
      return en === null && zh === null
        ? null
        : { ...(en === null ? {} : { en }), ...(zh === null ? {} : { 'zh-Hant': zh }) };
    },
    day: (name: string) => readShownDay(typedIn(draft, item, name)),
    figure: (name: string) => figureIn(typedIn(draft, item, name)),
  };
};
type Reader = ReturnType<typeof reader>;

export const mediumOf = (draft: Draft, item: DraftItem) =>
  kindOf(typedIn(draft, item, 'kind'))?.medium ?? 'other';

const PARTICULAR: Readonly<Record<Particular, (read: Reader) => Partial<Advertisement>>> = {
  producer: ({ spoken }) => given({ producerOrPrinterName: spoken('producer') }),
  address: ({ spoken }) => given({ producerOrPrinterAddress: spoken('address') }),
  producedOn: ({ day }) => given({ producedOn: day('producedOn') }),
  copiesProduced: ({ figure }) => given({ copiesProduced: figure('copiesProduced') }),
  copiesPublished: ({ figure }) => given({ copiesPublished: figure('copiesPublished') }),
  size: ({ text }) => given({ size: text('size') }),
  manner: ({ spoken }) => given({ manner: spoken('manner') }),
};

export const CORRECTABLE: readonly Particular[] = PARTICULARS_OF.other;

const uploaded = ({ name, bytes, sha256 }: DraftFile): UploadedFile => ({
  name,
  bytes,
  sha256: sha256 ?? '',
});

/** What can be announced: read, and of a kind that may be filed. */
const ready = (draft: Draft, item: DraftItem, use: Use): readonly DraftFile[] =>
  filesOfItem(draft, item, use).filter((file) => file.sha256 !== null && !isBarred(file));

const files = (draft: Draft, item: DraftItem, use: Use): UploadedFile[] =>
  ready(draft, item, use).map(uploaded);

/** Only where there are any: an empty list says nothing. */
const some = <T>(list: T[]): T[] | null => (list.length > 0 ? list : null);

export const linksIn = (draft: Draft, item: DraftItem): string[] =>
  typedIn(draft, item, 'links')
    .split(/\s+/)
    .filter((link) => link !== '');

const consents = (draft: Draft, item: DraftItem): Consent[] =>
  ready(draft, item, 'consent').map((file) => {
    const capacity = CAPACITIES.find((one) => one === typedIn(draft, item, `capacity-${file.key}`));
    return { file: uploaded(file), ...(capacity === undefined ? {} : { capacity }) };
  });

/** How many candidates of others are asked for. */
export const jointRows = (draft: Draft, item: DraftItem): number =>
  Math.min(20, Number(typedIn(draft, item, 'joints')) || 0);

const joint = (draft: Draft, item: DraftItem): NonNullable<Advertisement['jointWith']> => {
  const { spoken, text } = reader(draft, item);
  return Array.from({ length: jointRows(draft, item) }, (_, index) => ({
    constituency: text(`joint-${index}`),
    name: spoken(`joint-${index}-name`),
  })).flatMap(({ constituency, name }) =>
    constituency !== null && name !== null ? [{ constituency, name }] : [],
  );
};

const advertisement = (draft: Draft, item: DraftItem): Advertisement => {
  const read = reader(draft, item);
  const medium = mediumOf(draft, item);
  const realTime = typedIn(draft, item, 'realTime') === 'yes';
  return {
    medium,
    adType: read.spoken('adType') ?? {},
    publishedOn: read.day('publishedOn') ?? '',
    ...Object.assign({}, ...PARTICULARS_OF[medium].map((name) => PARTICULAR[name](read))),
    files: files(draft, item, 'copy'),
    ...given({
      links: realTime ? some(linksIn(draft, item)) : null,
      realTime: realTime || null,
      permissions: some(files(draft, item, 'permission')),
      consents: some(consents(draft, item)),
      jointWith: some(joint(draft, item)),
      inWords: read.spoken('inWords'),
    }),
  };
};

const correction = (draft: Draft, item: DraftItem): SubmissionItem => {
  const read = reader(draft, item);
  return {
    kind: 'correction',
    of: item.of,
    particulars: {
      ...given({ adType: read.spoken('adType'), publishedOn: read.day('publishedOn') }),
      ...Object.assign({}, ...CORRECTABLE.map((name) => PARTICULAR[name](read))),
    },
    ...given({
      numberAdded: some(files(draft, item, 'number-added')),
      permissions: some(files(draft, item, 'permission')),
      reason: read.text('reason'),
    }),
  };
};

const NO_FILE: UploadedFile = { name: '', bytes: 0, sha256: '' };

const itemOf = (draft: Draft, item: DraftItem): SubmissionItem => {
  const one = (use: Use): UploadedFile => files(draft, item, use)[0] ?? NO_FILE;
  switch (item.kind) {
    case 'advertisement':
      return { kind: 'advertisement', advertisement: advertisement(draft, item) };
    case 'correction':
      return correction(draft, item);
    case 'revocation':
      return {
        kind: 'revocation',
        consent: item.of,
        revokedOn: reader(draft, item).day('revokedOn') ?? '',
        notice: one('notice'),
      };
    case 'printing-declaration':
      return { kind: 'printing-declaration', of: item.of, declaration: one('declaration') };
    case 'replacement':
      return { kind: 'replacement', of: item.of, refused: item.refused, file: one('replacement') };
  }
};

/** What a draft says, in the shape of a submission; complete only where nothing is missing. */
export const itemsOf = (draft: Draft): SubmissionItem[] => draft.items.map((item) => itemOf(draft, item));

/** The files of a draft in the order in which its submission names them. */
export const filesInOrder = (draft: Draft): readonly DraftFile[] =>
  draft.items.flatMap((item) => USES_OF[item.kind].flatMap((use) => ready(draft, item, use)));
