import type { PageView } from '#shared/publication/page-views.ts';
import type { StationResult } from '#shared/recount/results.ts';
import { count, share, shareOf } from '../words/format.ts';
import type { Phrase } from '../words/phrase.ts';
import type { Words } from '../words/words.ts';
import { nameIn } from './names.ts';
import { percent } from './scale.ts';
import type { StateLabel } from './state.ts';
import { byNumber, countsPapers } from './subject.ts';

type StationView = Extract<PageView, { kind: 'station' }>;

const isInResult = ({ status }: StationView['result']): boolean =>
  status === 'declared' || status === 'corrected' || status === 'failed';

/** What a station's own label says: whether its report is in, and in what. */
export const stationState = ({ station, result, head }: StationView, words: Words): StateLabel => {
  const w = words.station;
  switch (station.status) {
    case 'waiting':
      return {
        label: w.waiting,
        look: 'dashed',
        icon: head.status === 'embargo' ? 'clock' : 'dashes',
        words: w.waitingWords,
      };
    case 'counted_elsewhere':
      return { label: w.elsewhere, look: 'outline', icon: 'half', words: '' };
    case 'recounting':
      return { label: w.recounting, look: 'ochre', icon: 'again', words: w.recountingWords };
    case 'reported':
      return isInResult(result)
        ? { label: w.inResult, look: 'filled', icon: 'check', words: '' }
        : { label: w.inCount, look: 'outline', icon: 'half', words: w.provisional };
  }
};

/** The station's page in a sentence: what its report says, or why there is none. */
export const stationSentence = ({ station, result, language }: StationView, words: Words): Phrase => {
  const w = words.station;
  if (station.status === 'counted_elsewhere') return [w.elsewhereWords];
  if (station.status === 'waiting') return [w.waitingWords];
  if (station.valid === null) return [w.privateVotes];
  return w.told({
    name: nameIn(station.name, language),
    constituency: nameIn(result.name, language),
    valid: station.valid,
    papers: countsPapers(result),
    declared: isInResult(result),
  });
};

export interface StationRow {
  readonly contestant: StationView['result']['contestants'][number];
  readonly votes: string;
  readonly here: string;
  readonly everywhere: string;
  readonly bar: number;
  readonly at: number;
  readonly width: number;
}

/** Votes here, most first, each against the share in the whole constituency. */
export const stationRows = ({ station, result }: StationView): readonly StationRow[] => {
  const votes = station.votes;
  if (votes === null) return [];
  const total = Object.values(votes).reduce((sum, value) => sum + value, 0);
  const whole = station.valid ?? total;
  const part = (value: number, of: number): number => (of === 0 ? 0 : value / of);
  const scale = Math.max(
    0.0001,
    ...result.contestants.flatMap((one) => [part(votes[one.id] ?? 0, whole), part(one.votes, result.valid)]),
  );
  return [...result.contestants]
    .sort(byNumber)
    .sort((a, b) => (votes[b.id] ?? 0) - (votes[a.id] ?? 0))
    .map((contestant) => ({
      contestant,
      votes: count(votes[contestant.id] ?? 0),
      here: shareOf(votes[contestant.id] ?? 0, whole),
      everywhere: share(contestant.share, contestant.votes),
      bar: percent(part(votes[contestant.id] ?? 0, whole), scale),
      at: percent(part(contestant.votes, result.valid), scale),
      width: scale,
    }));
};

export interface PapersLine {
  readonly name: string;
  readonly value: string;
}

const lines = (values: Readonly<Record<string, number>>, words: Words): readonly PapersLine[] => {
  const names: Readonly<Record<string, string>> = words.station.grounds;
  return Object.entries(values).map(([key, value]) => ({ name: names[key] ?? key, value: count(value) }));
};

/** Papers not counted, where only their sum is told of those that were questionable [F-4]. */
const notCounted = (station: StationResult, questionable: number, words: Words): readonly PapersLine[] => {
  const invalid = Object.values(station.invalid).reduce((sum, papers) => sum + papers, 0);
  return [
    ...lines(station.invalid, words),
    { name: words.station.questionableRejected, value: count(questionable) },
    { name: words.station.notCounted, value: count(invalid + questionable) },
  ];
};

/** Papers not counted and the ballot paper account, under their published names. */
export const papersOf = (
  station: StationResult,
  words: Words,
): { readonly rejected: readonly PapersLine[]; readonly account: readonly PapersLine[] } => ({
  rejected: station.accountsWithheld
    ? notCounted(station, station.accountsWithheld.questionableRejected, words)
    : [
        ...lines(station.invalid, words),
        ...lines(station.questionable.rejected, words),
        ...(station.questionable.accepted === null
          ? []
          : [{ name: words.station.questionableAccepted, value: count(station.questionable.accepted) }]),
      ],
  account: lines(station.account, words),
});
