import * as z from 'zod/mini';
import { type AlertFeed, readAlertFeed } from '#shared/alerts/alert.ts';
import { type Language, Text } from '#shared/election/text.ts';
import { dataPaths, resultsFeedName } from '#shared/publication/paths.ts';
import { readIndex, readPointer } from '#shared/publication/read-pointer.ts';
import { addressOf } from '#shared/publication/version-index.ts';
import type { LatestPointer } from '#shared/recount/results.ts';
import { must } from '#shared/result.ts';

/** What is public of an election, as far as alerts need it: all of it of one version. */
export interface PublishedResults {
  readonly pointer: LatestPointer;
  /** The names of its constituencies by their ids. */
  names(): Promise<ReadonlyMap<string, Text>>;
  feed(language: Language): Promise<AlertFeed>;
}

const Named = z.object({ constituencies: z.array(z.object({ id: z.string(), name: Text })) });

/** What anybody reads at an address of the portal, `/data/…`; null where nothing is there. */
export type Published = (path: string) => Promise<Uint8Array | null>;

/** The newest version that is public; null where there is none. */
export const publishedResults = async (
  published: Published,
  election: string,
): Promise<PublishedResults | null> => {
  const bytesAt = async (path: string): Promise<Uint8Array> =>
    must(await published(path), `${path} is published`);
  const standing = await published(`/${dataPaths.latest(election)}`);
  const pointer = standing && readPointer(standing);
  if (!pointer) return null;
  const fileOf = async (name: string): Promise<Uint8Array> => {
    const index = must(readIndex(await bytesAt(addressOf(pointer, 'index.json'))), 'the index can be read');
    return bytesAt(addressOf(index, name));
  };
  const feeds = new Map<Language, Promise<AlertFeed>>();
  const readNames = async (): Promise<ReadonlyMap<string, Text>> => {
    const text = new TextDecoder().decode(await bytesAt(addressOf(pointer, 'results.json')));
    const { constituencies } = z.parse(Named, JSON.parse(text));
    return new Map(constituencies.map(({ id, name }) => [id, name]));
  };
  let names: ReturnType<typeof readNames> | null = null;
  return {
    pointer,
    names: () => {
      names ??= readNames();
      return names;
    },
    feed: (language) => {
      const known = feeds.get(language) ?? fileOf(resultsFeedName(language, 'json')).then(readAlertFeed);
      feeds.set(language, known);
      return known;
    },
  };
};
