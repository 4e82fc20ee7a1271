import { source } from '../observable.ts';

/** Of a screen that keeps itself up to date: when its figures were true last; null where no such screen is shown, or where it is behind. */
export const freshness = source<string | null>(null);

export const tellFreshness = (at: string | null): void => freshness.set(at);
