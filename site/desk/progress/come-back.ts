import { useEffect } from 'preact/hooks';
import { screens } from '../paths.ts';
import { address, cameFrom, queryOf, withoutQuery } from '../router.ts';
import { filterIn, filterQuery } from './filter.ts';

/** How the progress of a constituency was left: what was shown of it, where on it, and on which link. */
interface Left {
  readonly screen: string;
  readonly query: string;
  readonly scrollY: number;
  /** The link that led away: its address, which one of those with it, and how far from the top of the window it stood. */
  readonly link: { readonly href: string; readonly nth: number; readonly top: number } | null;
}

let left: Left | null = null;
/** Pages of the list that were asked for, by what is listed. */
const listPages = new Map<string, number>();

export const pagesOf = (name: string): number => listPages.get(name) ?? 1;
export const keepPages = (name: string, pages: number): void => void listPages.set(name, pages);

const shownIn = (hash: string): string => filterQuery(filterIn(queryOf(hash)));

const linksTo = (href: string): readonly HTMLAnchorElement[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('main a')].filter(
    (link) => link.getAttribute('href') === href,
  );

/** The link that was pressed; some browsers give a pressed link no focus, then the first that leads there. */
const leavingLink = (to: string): Left['link'] => {
  const links = linksTo(to);
  const nth = Math.max(
    0,
    links.findIndex((link) => link.matches(':focus')),
  );
  const link = links[nth];
  return link ? { href: to, nth, top: link.getBoundingClientRect().top } : null;
};

/** Remembers how the screen is left, for whoever comes back to it from below. */
const useLeaving = (screen: string): void => {
  useEffect(() => {
    let query = shownIn(address.get());
    return address.subscribe((hash) => {
      if (withoutQuery(hash) === screen) query = shownIn(hash);
      else left = { screen, query, scrollY, link: leavingLink(hash) };
    });
  }, [screen]);
};

/** The address of the progress for a link that leads back to it: with what was shown. */
export const progressAsLeft = (election: string, constituency: string): string => {
  const screen = screens.constituency(election, constituency);
  return left?.screen === screen ? `${screen}${left.query}` : screen;
};

const comesBackTo = (screen: string): Left | null =>
  left?.screen === screen && cameFrom().startsWith(`${screen}/`) ? left : null;

/** Heights of what was not in sight are only guessed until it is: looked at again for so many frames, the link comes to stand where it stood. */
const FRAMES = 12;

const stand = ({ scrollY: y, link }: Left): void => {
  scrollTo(0, y);
  const found = link && linksTo(link.href)[link.nth];
  if (!link || !found) return;
  found.focus({ preventScroll: true });
  const place = (frames: number): void => {
    scrollBy(0, found.getBoundingClientRect().top - link.top);
    if (frames > 0) requestAnimationFrame(() => place(frames - 1));
  };
  place(FRAMES);
};

/**
 * Whoever comes back from a station, by the browser's Back button or by the link above its heading, finds the constituency as it was left: the
 * same stations shown, the same place of the page, the focus on the same link. `shown` is the filter that is drawn; null while there are no figures.
 */
export const useComingBack = (screen: string, shown: string | null): void => {
  useEffect(() => {
    const back = comesBackTo(screen);
    if (!back || shown !== back.query) return;
    left = null;
    stand(back);
  }, [screen, shown]);
  useLeaving(screen);
};
