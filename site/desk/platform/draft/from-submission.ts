import type { CorrectedParticulars, UploadedFile } from '#shared/advertisements/particulars.ts';
import type { Submission, SubmissionItem } from '#shared/advertisements/submission.ts';
import { formatShownDay } from '#shared/calendar/day.ts';
import type { Text } from '#shared/election/text.ts';
import { contentHash } from '#shared/hash.ts';
import { AD_KINDS } from './ad-kinds.ts';
import { type Draft, type DraftFile, draftOfSubmission, type Use } from './draft.ts';

type Typed = Readonly<Record<string, string>>;

const spoken = (name: string, text: Text | undefined): Typed => ({
  ...(text?.en === undefined ? {} : { [`${name}-en`]: text.en }),
  ...(text?.['zh-Hant'] === undefined ? {} : { [`${name}-zh`]: text['zh-Hant'] }),
});

const one = (name: string, value: string | number | undefined): Typed =>
  value === undefined ? {} : { [name]: String(value) };

const day = (name: string, value: string | undefined): Typed =>
  value === undefined ? {} : { [name]: formatShownDay(value) };

const particulars = (of: CorrectedParticulars): Typed => ({
  ...spoken('adType', of.adType),
  ...day('publishedOn', of.publishedOn),
  ...day('producedOn', of.producedOn),
  ...spoken('producer', of.producerOrPrinterName),
  ...spoken('address', of.producerOrPrinterAddress),
  ...one('size', of.size),
  ...spoken('manner', of.manner),
  ...one('copiesProduced', of.copiesProduced),
  ...one('copiesPublished', of.copiesPublished),
});

interface Read {
  readonly of?: string;
  readonly refused?: string;
  readonly values: Typed;
  readonly files: readonly (readonly [Use, UploadedFile, capacity?: string | undefined])[];
}

const all = (use: Use, files: readonly UploadedFile[] = []): Read['files'] =>
  files.map((file) => [use, file] as const);

const readItem = (item: SubmissionItem): Read => {
  switch (item.kind) {
    case 'advertisement': {
      const {
        medium,
        adType,
        links,
        realTime,
        files,
        permissions,
        consents,
        jointWith = [],
        inWords,
      } = item.advertisement;
      const kind =
        AD_KINDS.find((known) => known.medium === medium && known.en === adType.en) ??
        AD_KINDS.find((known) => known.medium === medium);
      return {
        values: {
          kind: kind?.id ?? 'other',
          ...particulars(item.advertisement),
          ...(realTime ? { realTime: 'yes' } : {}),
          ...one('links', links?.join('\n')),
          ...spoken('inWords', inWords),
          ...(jointWith.length > 0 ? { joints: String(jointWith.length) } : {}),
          ...Object.assign(
            {},
            ...jointWith.map(({ constituency, name }, row) => ({
              [`joint-${row}`]: constituency,
              ...spoken(`joint-${row}-name`, name),
            })),
          ),
        },
        files: [
          ...all('copy', files),
          ...all('permission', permissions),
          ...(consents ?? []).map(({ file, capacity }) => ['consent', file, capacity] as const),
        ],
      };
    }
    case 'correction':
      return {
        of: item.of,
        values: { ...particulars(item.particulars), ...one('reason', item.reason) },
        files: [...all('number-added', item.numberAdded), ...all('permission', item.permissions)],
      };
    case 'revocation':
      return {
        of: item.consent,
        values: day('revokedOn', item.revokedOn),
        files: all('notice', [item.notice]),
      };
    case 'printing-declaration':
      return { of: item.of, values: {}, files: all('declaration', [item.declaration]) };
    case 'replacement':
      return {
        of: item.of,
        refused: item.refused,
        values: {},
        files: all('replacement', [item.file]),
      };
  }
};

/** A submission that was begun on another device, as a draft of this one: its files are asked for again unless they have arrived. */
export const draftFromSubmission = ({ id, items }: Submission): Draft => {
  const read = items.map(readItem);
  const files = read.flatMap(({ files }, item) =>
    files.map(
      ([use, { name, bytes, sha256 }], index): DraftFile => ({
        key: `${item + 1}-${index + 1}`,
        item: `a${item + 1}`,
        use,
        name,
        bytes,
        sha256,
      }),
    ),
  );
  return {
    id: draftOfSubmission(id),
    revision: Number(/\.(\d+)$/.exec(id)?.[1] ?? 1),
    announced: contentHash(items),
    items: read.map(({ of = '', refused = '' }, index) => ({
      key: `a${index + 1}`,
      kind: items[index]?.kind ?? 'advertisement',
      of,
      refused,
    })),
    files,
    values: Object.fromEntries(
      read.flatMap(({ values, files: own }, index) => [
        ...Object.entries(values).map(([name, value]) => [`a${index + 1}.${name}`, value] as const),
        ...own.flatMap(([, , capacity], at) =>
          capacity === undefined
            ? []
            : [[`a${index + 1}.capacity-${index + 1}-${at + 1}`, capacity] as const],
        ),
      ]),
    ),
    savedAt: '',
  };
};
