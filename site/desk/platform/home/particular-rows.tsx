import type { ComponentChildren } from 'preact';
import type { CorrectedParticulars } from '#shared/advertisements/particulars.ts';
import { PARTICULARS } from '#shared/advertisements/particulars.ts';
import { formatShownDay } from '#shared/calendar/day.ts';
import { count } from '../../../words/format.ts';
import { Name } from '../../shell/Name.tsx';
import type { PlatformWords } from '../words/load.ts';

const shown = (value: NonNullable<CorrectedParticulars[keyof CorrectedParticulars]>, isDay: boolean) => {
  if (typeof value === 'number') return count(value);
  if (typeof value === 'string') return isDay ? formatShownDay(value) : <bdi>{value}</bdi>;
  return <Name of={value} />;
};

/** Particulars that were given, in the order of annex II [2016 App.5]. */
export const particularRows = (
  { submit }: PlatformWords,
  particulars: CorrectedParticulars,
): readonly { readonly key: string; readonly label: string; readonly value: ComponentChildren }[] =>
  PARTICULARS.flatMap((key) => {
    const value = particulars[key];
    return value === undefined
      ? []
      : [{ key, label: submit.particulars[key], value: shown(value, key.endsWith('On')) }];
  });
