import type { Text } from '#shared/election/text.ts';
import type { Values } from '../../acts/form/act-form.ts';
import type { Platform } from '../platform-answers.ts';
import { type Draft, typedIn } from './draft.ts';

/** A printer or producer with its address, as it was typed before. */
export interface Maker {
  readonly label: string;
  /** By the name of the field, without its item. */
  readonly values: Values;
}

const NAMES = ['producer-zh', 'producer-en', 'address-zh', 'address-en'] as const;

const makerOf = (of: (name: (typeof NAMES)[number]) => string): Maker | null => {
  const values = Object.fromEntries(NAMES.map((name) => [name, of(name)]));
  const label = NAMES.map((name) => values[name] ?? '')
    .filter((part) => part !== '')
    .join(' · ');
  return of('producer-zh') === '' && of('producer-en') === '' ? null : { label, values };
};

const chinese = (text: Text | undefined): string => text?.['zh-Hant'] ?? text?.['zh-Hans'] ?? '';

/** Everybody who was named as printer or producer in earlier submissions, or in this one; each once. */
export const earlierMakers = ({ register }: Pick<Platform, 'register'>, draft: Draft): readonly Maker[] => {
  const filed = (register?.advertisements ?? []).map(
    ({ producerOrPrinterName: name, producerOrPrinterAddress: address }) =>
      makerOf(
        (field) =>
          ({
            'producer-zh': chinese(name),
            'producer-en': name?.en ?? '',
            'address-zh': chinese(address),
            'address-en': address?.en ?? '',
          })[field],
      ),
  );
  const here = draft.items.map((item) => makerOf((name) => typedIn(draft, item, name)));
  const all = [...filed, ...here].filter((maker) => maker !== null);
  return [...new Map(all.map((maker) => [maker.label, maker])).values()];
};
