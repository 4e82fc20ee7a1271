import type { Language } from '#shared/election/text.ts';
import type { ConstituencySummary, ContestantResult, SeatFilled } from '#shared/recount/results.ts';
import { count, exact, signed } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { type ShownName, shownName } from './names.ts';
import { electedIds, owns } from './sentence.ts';
import { contestantById, isDeclared, unitOf } from './subject.ts';

export interface ElectedName {
  readonly name: ShownName;
  readonly note: string;
  readonly mark: 'quota' | 'remainder' | null;
  readonly seat: number | null;
}

interface Shown {
  readonly words: Words;
  readonly language: Language;
  /** The election page says only the list; the constituency page says what took the seat. */
  readonly compact: boolean;
}

const wonBy = (seat: SeatFilled, words: Words): string => {
  const figure = seat.figure === null ? null : exact(seat.figure);
  switch (seat.by) {
    case 'quota':
      return words.by.quota;
    case 'lots':
      return words.by.lots;
    case 'uncontested':
      return words.by.uncontested;
    case 'net_support':
      return words.by.net_support(seat.figure === null ? '' : signed(BigInt(seat.figure)));
    default:
      return figure === null ? '' : words.by[seat.by](figure);
  }
};

const noteOf = (
  contestant: ContestantResult,
  seat: SeatFilled | null,
  shown: Shown & { readonly list: boolean },
): string => {
  const who = (shown.compact ? shown.words.unit : shown.words.Unit)(
    shown.list ? 'list' : 'candidate',
    contestant.number,
  );
  const how = seat === null || shown.compact ? '' : wonBy(seat, shown.words);
  return how === '' ? who : `${who} · ${how}`;
};

const markOf = (seat: SeatFilled, system: ConstituencySummary['system']): ElectedName['mark'] => {
  if (system === 'net_support' || system === 'nomination' || seat.by === 'uncontested') return null;
  return seat.by === 'quota' ? 'quota' : 'remainder';
};

/** Names with a seat, in the order the seats fell; declared ones exactly as the Returning Officer declared them. */
export const seatNames = (
  result: ConstituencySummary,
  shown: Shown,
): { readonly solid: boolean; readonly rows: readonly ElectedName[] } => {
  const solid = isDeclared(result);
  const find = contestantById(result.contestants);
  const declared = electedIds(result);
  const list = unitOf(result.system) === 'list';
  const seats = [...result.seatOrder].sort((a, b) => a.seat - b.seat);
  const row = (contestant: ContestantResult, id: string | null, seat: SeatFilled | null): ElectedName => {
    const candidate = contestant.candidates.find((one) => one.id === id);
    return {
      name: shownName((candidate ?? contestant).name, shown.language),
      note: noteOf(contestant, seat, { ...shown, list }),
      mark: seat === null ? null : markOf(seat, result.system),
      seat: seat?.seat ?? null,
    };
  };
  const placed = seats.flatMap((seat) => {
    const contestant = find(seat.contestant);
    const id = seat.candidate ?? (list ? null : seat.contestant);
    const stands =
      !solid ||
      declared.some(
        (name) => name === seat.candidate || (!list && contestant !== undefined && owns(contestant, name)),
      );
    return contestant === undefined || id === null || !stands ? [] : [{ id, row: row(contestant, id, seat) }];
  });
  const known = new Set(placed.map(({ id }) => id));
  const rest = solid ? declared.filter((id) => !known.has(id)) : [];
  const others = rest.flatMap((id) => {
    const contestant = result.contestants.find((one) => owns(one, id));
    const already = contestant !== undefined && !list && known.has(contestant.id);
    return contestant === undefined || already ? [] : [row(contestant, id, null)];
  });
  return { solid, rows: [...placed.map((one) => one.row), ...others] };
};

export const declaredCount = (results: readonly ConstituencySummary[]): number =>
  results.filter(isDeclared).length;

export const figureOf = (value: number | null): string => (value === null ? '–' : count(value));
