import {
  applyDelta,
  BAKES_NAME,
  type Bakes,
  bakeName,
  deltaName,
  MOST_BAKES,
  type PageDelta,
} from '#shared/publication/page-delta.ts';
import { type Fetch, readPage } from './published-files.ts';

/** The newest bake of a page, as little of it fetched as can be. */
export interface PageSource {
  newest(): Promise<string>;
}

/** A page as the browser has kept it from showing it: nothing is asked of the network if it can be helped. */
const readKept = async (fetch: Fetch, address: string): Promise<string> => {
  const answer = await fetch(address, { cache: 'force-cache' });
  return answer.ok ? answer.text() : '';
};

const readDelta = async (fetch: Fetch, address: string): Promise<PageDelta> => {
  const answer = await fetch(address, {});
  if (!answer.ok) throw new Error(address);
  return (await answer.json()) as PageDelta;
};

/** From bake to bake to the newest one; null where no way leads from this one to it. */
const follow = async (fetch: Fetch, address: string, held: string): Promise<string | null> => {
  const { newest, after } = JSON.parse(await readPage(fetch, address + BAKES_NAME)) as Bakes;
  let html = held;
  for (let step = 0; step <= MOST_BAKES; step += 1) {
    const name = bakeName(html);
    if (name === newest) return html;
    if (after[name] === undefined) return null;
    const next = applyDelta(html, await readDelta(fetch, address + deltaName(name)));
    if (next === null) return null;
    html = next;
  }
  return null;
};

/** Follows a page from bake to bake: from what the browser shows by small deltas, and whole where none leads on. */
export const pageSource = (fetch: Fetch, address: string): PageSource => {
  let held: string | null = null;
  return {
    newest: async () => {
      held ??= await readKept(fetch, address).catch(() => '');
      // Whatever is wrong with the deltas, the whole page tells; so it tells, too, whether anybody answers.
      held = (await follow(fetch, address, held).catch(() => null)) ?? (await readPage(fetch, address));
      return held;
    },
  };
};
