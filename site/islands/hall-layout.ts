import { isTheme, type Theme } from './theme.ts';

/** The shortest time in which a hall reads a screen, in seconds; the longest is an hour. */
const SHORTEST = 20;
const LONGEST = 3600;

/** Something in the address that cannot be; it is told on the screen. */
export interface LayoutProblem {
  readonly word: 'unknown-screen' | 'unknown-value';
  readonly found: string;
  readonly known: string;
}

/** Which screens are shown, for how long each, and how. */
export interface Layout {
  readonly screens: readonly string[];
  readonly everyMs: number;
  readonly theme: Theme;
  readonly problems: readonly LayoutProblem[];
}

/** Screens that are no constituency. */
const WHOLE = ['overview', 'progress'];
const NAMES = ['show', 'every', 'theme'];

/**
 * Reads the layout of an address: `?show=LC1,LC2,overview&every=20&theme=dark`.
 *
 *   show   screens in the order in which they follow each other, separated by commas: `overview`, `progress`, or the id of a
 *          constituency; without it the overview and then every constituency
 *   every  seconds for each screen, 20 to 3600; 20 without it
 *   theme  `dark` or `light`; dark without it
 *
 * What it does not know it leaves out and tells.
 */
export const readLayout = (search: string, constituencies: readonly string[]): Layout => {
  const asked = new URLSearchParams(search);
  const known = [...WHOLE, ...constituencies.filter((id) => !WHOLE.includes(id))];
  const shown = (asked.get('show') ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const screens = shown.filter((id) => known.includes(id));
  const unknown = shown.filter((id) => !known.includes(id));
  const every = asked.get('every');
  const seconds = every === null ? SHORTEST : Number(every);
  const isTime = Number.isInteger(seconds) && seconds >= SHORTEST && seconds <= LONGEST;
  const theme = asked.get('theme');
  const strange = [...new Set(asked.keys())].filter((name) => !NAMES.includes(name));
  const problem = (found: string, possible: string): LayoutProblem => ({
    word: 'unknown-value',
    found,
    known: possible,
  });
  return {
    screens: screens.length > 0 ? screens : known.filter((id) => id !== 'progress'),
    everyMs: (isTime ? seconds : SHORTEST) * 1000,
    theme: isTheme(theme) ? theme : 'dark',
    problems: [
      ...(unknown.length > 0
        ? [{ word: 'unknown-screen' as const, found: unknown.join(', '), known: known.join(', ') }]
        : []),
      ...(isTime ? [] : [problem(`every=${every}`, `every=${SHORTEST}–${LONGEST}`)]),
      ...(theme === null || isTheme(theme) ? [] : [problem(`theme=${theme}`, 'theme=dark, theme=light')]),
      ...strange.map((name) => problem(name, NAMES.join(', '))),
    ],
  };
};
