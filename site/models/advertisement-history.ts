import { startOfDay } from '#shared/calendar/hong-kong-time.ts';
import type { Language } from '#shared/election/text.ts';
import type { AdvertisementResult } from '#shared/recount/register-results.ts';
import type { Words } from '../words/words.ts';
import { removedBy } from './advertisements.ts';

/** Something that was put on record about an advertisement. */
export interface HistoryLine {
  readonly at: string;
  /** False where only the day is known. */
  readonly timed: boolean;
  readonly words: string;
  readonly reference: string | null;
  readonly entry: number | null;
}

/** What became of an advertisement, in the order in which it happened. */
export const historyOf = (
  ad: AdvertisementResult,
  of: { readonly words: Words; readonly language: Language },
): readonly HistoryLine[] => {
  const w = of.words.advertisements;
  const line = (
    words: string,
    { receivedAt, reference, entry }: Pick<AdvertisementResult, 'receivedAt' | 'reference' | 'entry'>,
  ): HistoryLine => ({ at: receivedAt, timed: true, words, reference, entry });
  const { removal } = ad;
  return [
    line(w.filedEvent, ad),
    ...ad.corrections.map((one) => line(w.correctedEvent, one)),
    ...ad.consents.flatMap(({ revoked }) => (revoked ? [line(w.revokedEvent, revoked)] : [])),
    ...ad.declarations.map((one) => line(w.declaredEvent, one)),
    ...(removal
      ? [
          {
            at: startOfDay(removal.removedOn),
            timed: false,
            words: w.removedEvent(removedBy(removal, of)),
            reference: null,
            entry: removal.entry,
          },
        ]
      : []),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
};
