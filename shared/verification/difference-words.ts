import { shownValue } from '../election/input-problem.ts';
import type { Difference } from './first-difference.ts';

const quoted = (value: unknown): string => {
  if (value === undefined) return 'absent';
  try {
    return JSON.stringify(shownValue(value));
  } catch {
    // Only what is nested too deeply to be written again.
    return 'a value without end';
  }
};

const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, '0')}`;

const lengths = ({ bytes, expectedBytes }: Difference): string =>
  bytes === expectedBytes ? '' : ` (it has ${bytes} bytes instead of ${expectedBytes})`;

const placeWords = ({ place }: Difference): string => {
  switch (place.form) {
    case 'json':
      return `: ${place.path} is ${quoted(place.actual)}, but the ledger gives ${quoted(place.expected)}`;
    case 'csv':
      return `: line ${place.line}, column ${place.column} is ${quoted(place.actual)}, but the ledger gives ${quoted(place.expected)}`;
    case 'byte':
      return `: it is ${hex(place.actual)}, but the ledger gives ${hex(place.expected)}`;
    case 'not-utf8':
      return ', where it is not valid UTF-8 any more';
    case 'not-json':
      return ', and it is not JSON any more';
    case 'only-written':
      return `, which changes no ${place.unit}, only how it is written`;
    default:
      return '';
  }
};

/** A difference in English, to follow the name of a file. */
export const differenceWords = (difference: Difference): string => {
  const { at, bytes, expectedBytes, place } = difference;
  if (place.form === 'empty') return `is empty; it should have ${expectedBytes} bytes`;
  if (place.form === 'cut-off') return `is cut off after ${bytes} of ${expectedBytes} bytes`;
  return `differs from byte ${at} on${lengths(difference)}${placeWords(difference)}`;
};
