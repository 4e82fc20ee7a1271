import type { PageKind, PageView } from '#shared/publication/page-views.ts';
import type { ConstituencySummary } from '#shared/recount/results.ts';
import type { Words } from '../words/words.ts';
import { isDeclared, peopleStanding } from './subject.ts';

/** The value of a page of one kind; any other is a mistake of the caller. */
export const viewOf = <Kind extends PageKind>(
  locals: { readonly view: PageView },
  kind: Kind,
): Extract<PageView, { kind: Kind }> => {
  if (locals.view.kind !== kind) throw new TypeError(`A ${kind} page was given a ${locals.view.kind} view`);
  return locals.view as Extract<PageView, { kind: Kind }>;
};

const contestants = (
  result: Pick<ConstituencySummary, 'system' | 'contestants'>,
  words: Words,
): string | null => {
  const { length } = result.contestants;
  if (result.system === 'net_support' && length < 2) return null;
  return result.system === 'list_pr'
    ? words.counts.listsOfCandidates(length)
    : words.counts.candidates(length);
};

/** One line under the heading: seats, who stands, by which system. */
export const factsLine = (result: ConstituencySummary, words: Words): string => {
  const referendum = result.system === 'net_support' || result.system === 'nomination';
  const systems = isDeclared(result) ? words.systems : words.systemsBefore;
  return [
    referendum ? null : words.counts.seats(result.seats),
    contestants(result, words),
    systems[result.system],
  ]
    .filter((part) => part !== null)
    .join(' · ');
};

export const shortFacts = (result: ConstituencySummary, words: Words): string => {
  const referendum = result.system === 'net_support' || result.system === 'nomination';
  const who =
    result.system === 'list_pr' ? words.counts.lists(result.contestants.length) : contestants(result, words);
  return [referendum ? null : words.counts.seats(result.seats), who]
    .filter((part) => part !== null)
    .join(' · ');
};

export const standing = (result: ConstituencySummary, words: Words): string =>
  words.counts.candidates(peopleStanding(result));
