import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sameBytes } from '#shared/ledger/bytes.ts';
import { parseNote } from '#shared/ledger/signed-note.ts';
import { isBakeHistory } from '#shared/publication/page-delta.ts';
import { dataPaths, isPicture, isWrittenOnce } from '#shared/publication/paths.ts';
import { slidingWindow } from '#shared/verification/sliding-window.ts';
import { CannotVerify, type FileRead, maxFileBytes } from '#shared/verification/source.ts';
import { keyOfNames, namesOfKey } from '../local/stores/s3-subset/object-names.ts';
import { Misunderstood } from './flags.ts';
import { readPath, walk } from './verify-folder.ts';
import { isAddress } from './verify-place.ts';
import { readAddress } from './verify-web.ts';

/** Public files by their keys, pages and all. */
interface PublicPlace {
  read(key: string): Promise<FileRead>;
  /** `null` where it cannot be listed. */
  list(): Promise<readonly string[] | null>;
}

const folderPlace = (folder: string): PublicPlace => ({
  read: (key) => readPath(join(folder, ...namesOfKey(key)), maxFileBytes),
  list: async () => (await walk(folder, [])).map(keyOfNames),
});

/** A page's object is asked for by the page's address. */
const webPlace = (site: string): PublicPlace => ({
  read: (key) => {
    const path = key
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/');
    return readAddress(`${site.replace(/\/+$/, '')}/${path}`, maxFileBytes);
  },
  list: async () => null,
});

const placeAt = async (place: string): Promise<PublicPlace> => {
  if (isAddress(place)) return webPlace(place);
  const standing = await stat(place).catch(() => null);
  if (!standing?.isDirectory())
    throw new Misunderstood(
      `${place} is no folder to compare with: name the public files' folder, or a site.`,
    );
  return folderPlace(place);
};

/** The file, or `null` where there is none; throws `CannotVerify` where that cannot be known. */
const readFrom = async (place: PublicPlace, key: string): Promise<Uint8Array | null> => {
  const found = await place.read(key);
  if (found.kind === 'failed')
    throw new CannotVerify(`Nothing was compared to its end: ${key} ${found.why}.`);
  return found.kind === 'read' ? found.bytes : null;
};

/** How the rebuilt files stand to the published ones; each list sorted. */
export interface Comparison {
  readonly same: number;
  readonly differing: readonly string[];
  /** Published and not made again. */
  readonly lost: readonly string[];
  /** Made again and not published. */
  readonly added: readonly string[];
  /** Does not follow from the records: heartbeats, whatever witnesses said, and which bakes a page went through. */
  readonly outside: readonly string[];
  /** Pictures for where pages are shared: the publisher draws them from the same figures when it has time, and nothing rests on them. */
  readonly pictures: readonly string[];
  /** Of versions and sizes that the publisher passed over, when it had two to publish at once. */
  readonly passedOver: readonly string[];
}

const isFromOutside = (key: string): boolean =>
  isBakeHistory(key) || /^data\/[^/]+\/(heartbeat|log\/witnesses\.json)$/.test(key);

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Whether a checkpoint differs by cosignatures only, a page by what it tells of them, or a list of bakes. */
const isCosigned = (
  key: string,
  made: Uint8Array,
  published: Uint8Array,
  tellsOfWitnesses: ReadonlySet<string>,
): boolean => {
  const [, election] = /^data\/([^/]+)\/log\/checkpoint$/.exec(key) ?? [];
  const [, paged = ''] = /^[^/]+\/([^/]+)\/verify\/index\.html$/.exec(key) ?? [];
  if (election === undefined) return isBakeHistory(key) || tellsOfWitnesses.has(paged);
  const [one, other] = [parseNote(made), parseNote(published)];
  return one.ok && other.ok && one.value.text === other.value.text && text(published).startsWith(text(made));
};

type Standing = 'same' | 'differing' | 'added' | 'outside' | 'passedOver';

/** Holds every file of a folder against what is published at a place. */
export const compareWith = async (folder: string, place: string): Promise<Comparison> => {
  const [made, published] = [folderPlace(folder), await placeAt(place)];
  const keys = new Set((await made.list()) ?? []);
  const there = await published.list();
  const elections = new Set([...keys].flatMap((key) => /^data\/([^/]+)\//.exec(key)?.[1] ?? []));
  const witnessed = new Set<string>();
  for (const id of elections) if (await readFrom(published, dataPaths.witnesses(id))) witnessed.add(id);

  const compareOne = async (key: string): Promise<readonly [Standing, string]> => {
    const [own, theirs] = await Promise.all([readFrom(made, key), readFrom(published, key)]);
    if (own === null || theirs === null) return [isWrittenOnce(key) ? 'passedOver' : 'added', key];
    if (sameBytes(own, theirs)) return ['same', key];
    return [isCosigned(key, own, theirs, witnessed) ? 'outside' : 'differing', key];
  };
  const window = slidingWindow<readonly [Standing, string]>();
  for (const key of [...keys].sort()) await window.add(() => compareOne(key));
  const found = await window.drain();
  const of = (standing: Standing) => found.flatMap(([kind, key]) => (kind === standing ? [key] : []));
  const gone = (there ?? []).filter((key) => !keys.has(key)).sort();
  const missing = gone.filter((key) => !isPicture(key));
  return {
    same: of('same').length,
    differing: of('differing'),
    added: of('added'),
    passedOver: of('passedOver'),
    outside: [...of('outside'), ...missing.filter(isFromOutside)],
    pictures: gone.filter(isPicture),
    lost: missing.filter((key) => !isFromOutside(key)),
  };
};

export const isEqual = ({ differing, lost, added }: Comparison): boolean =>
  differing.length + lost.length + added.length === 0;

const MAX_NAMED = 10;

const named = (what: string, keys: readonly string[]): readonly string[] =>
  keys.length === 0
    ? []
    : [
        `  ${keys.length.toLocaleString('en')} ${what}:`,
        ...keys.slice(0, MAX_NAMED).map((key) => `    ${key}`),
        ...(keys.length > MAX_NAMED
          ? [`    and ${(keys.length - MAX_NAMED).toLocaleString('en')} more`]
          : []),
      ];

/** For a person, a line each. */
export const comparisonLines = (place: string, comparison: Comparison): readonly string[] => {
  const { same, differing, lost, added, outside, pictures, passedOver } = comparison;
  const verdict = isEqual(comparison) ? 'the same bytes' : 'NOT THE SAME';
  return [
    `Compared with ${place}: ${verdict}. ${same.toLocaleString('en')} files are equal.`,
    ...named('differ', differing),
    ...named('are published, but were not made again', lost),
    ...named('were made again, but are not published', added),
    ...named(
      'came from outside (heartbeats, cosignatures, which bakes a page went through), and are not made again',
      outside,
    ),
    ...(pictures.length === 0
      ? []
      : [
          `  ${pictures.length.toLocaleString('en')} are pictures for where pages are shared: the publisher draws them, and they are not made again.`,
        ]),
    ...(passedOver.length === 0
      ? []
      : [`  ${passedOver.length.toLocaleString('en')} are of versions that the publisher passed over.`]),
  ];
};
