import { source } from './observable.ts';

export type Params = Readonly<Record<string, string>>;

/** Which screen an address names, however it is looked at. */
export const withoutQuery = (hash: string): string => hash.replace(/\?.*$/s, '');

/** `#/legco-2016/LC1?state=silent` as its segments; an address that nobody could have written has none. */
export const segmentsOf = (hash: string): readonly string[] => {
  try {
    return withoutQuery(hash)
      .replace(/^#\/?/, '')
      .split('/')
      .filter((segment) => segment !== '')
      .map(decodeURIComponent);
  } catch {
    return ['\0'];
  }
};

/** What stands behind the question mark of an address: how its screen is looked at. */
export const queryOf = (hash: string): URLSearchParams => new URLSearchParams(hash.replace(/^[^?]*/, ''));

/** The parameters of an address that follows a pattern such as `{election}/{constituency}/stations`; null where it does not. */
export const matchPattern = (pattern: string, segments: readonly string[]): Params | null => {
  const steps = pattern === '' ? [] : pattern.split('/');
  if (steps.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, step] of steps.entries()) {
    const segment = segments[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(step)?.[1];
    if (name !== undefined) params[name] = segment;
    else if (step !== segment) return null;
  }
  return params;
};

/** The address that is shown: the part behind `#`. The browser's Back button moves it like any page. */
export const address = source('#/');

let before = '';

/** The address that was shown before this one; empty on the first screen. */
export const cameFrom = (): string => before;

/** Begins with the address as the sign-in left it. */
export const watchAddress = (): void => {
  address.set(location.hash || '#/');
  addEventListener('hashchange', () => {
    before = address.get();
    address.set(location.hash || '#/');
  });
};

/** Goes to a screen; `replace` where Back should not come by here again. */
export const goTo = (hash: string, how: 'push' | 'replace' = 'push'): void => {
  if (how === 'replace') {
    history.replaceState(null, '', hash);
    address.set(hash);
  } else location.hash = hash;
};
