import { announcer } from './announcer.ts';
import { applyPage } from './apply-page.ts';
import { clockTime, factsOf, type LookedEvent, type PageFacts, type PatchedEvent } from './contract.ts';
import { type Silence, settled } from './feed.ts';
import { keepPlace } from './keep-place.ts';
import { liveRow } from './live-row.ts';
import { applyOrders } from './patch-nodes.ts';
import { type FetchedPage, watchPointer } from './pointer-watch.ts';
import { type Fetch, readHeartbeat, readPage, readPointer } from './published-files.ts';
import { wordsOf } from './words.ts';

const later = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** What a word says aloud: without its links, which are there to be used. */
const spoken = (word: HTMLElement | null): string => {
  for (const link of word?.querySelectorAll('a') ?? []) link.remove();
  return word?.textContent.trim() ?? '';
};

/** Where the newest bake comes from: by deltas where the page has them, which few readers wait for before the first news. */
const sourceOf = (facts: PageFacts) => {
  const ask: Fetch = (address, init) => fetch(address, init);
  const made = facts.hasDeltas
    ? import('./page-source.ts').then(({ pageSource }) => pageSource(ask, location.pathname))
    : Promise.resolve({ newest: () => readPage(ask, location.pathname) });
  return made;
};

/** Keeps an open page fresh without losing the reader's place. */
const keepFresh = (page: Document, first: PageFacts) => {
  const words = wordsOf(page);
  const row = liveRow(page, words);
  if (settled.includes(first.state)) row.retire();
  const announce = announcer(later, (message) => {
    const status = page.querySelector('[data-status]');
    if (status) status.textContent = message;
  });
  let facts = first;
  let source: ReturnType<typeof sourceOf> | null = null;
  let told: Silence = 'fresh';
  const asOf = ({ asOf, timeZone }: PageFacts) => clockTime(asOf, timeZone);

  const tellNews = (before: PageFacts, hasChanges: boolean) => {
    const { state, reports, expected } = facts;
    const count = reports - before.reports;
    const fill = { count, time: asOf(facts), reports, expected };
    const news = (count > 0 && words('updated', fill)) || (hasChanges ? words('changed', fill) : null);
    row.note(news);
    if (row.wantsReports()) announce(spoken(news), 0);
    if (state === before.state) return;
    announce(spoken(words(state, fill)), 2);
    if (!settled.includes(first.state)) row.offerDeclared(settled.includes(state));
  };

  const render = (fresh: Document, next: PageFacts) => {
    const before = facts;
    facts = next;
    keepPlace(page, () => {
      const patch = applyPage(page, fresh, { since: asOf(before), words });
      row.offerSort(patch.moved.size, () => applyOrders(patch.orders));
      tellNews(before, patch.figures.length + patch.added.length > 0);
    });
    page.dispatchEvent(new Event('open-returns:patched' satisfies PatchedEvent));
  };

  const fetchPage = async (): Promise<FetchedPage> => {
    source ??= sourceOf(first);
    const text = await (await source).newest();
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    const next = factsOf(fresh);
    if (next?.subject !== first.subject) throw new Error(location.pathname);
    return { version: next.version, changed: next.changed, render: () => render(fresh, next) };
  };

  const tell = (silence: Silence, minutes: number, now: number) => {
    page.dispatchEvent(new CustomEvent('open-returns:looked' satisfies LookedEvent, { detail: now }));
    const fill = { minutes, time: asOf(facts) };
    const alert = /stalled|offline/;
    const word = alert.test(silence) ? words(silence, fill) : null;
    keepPlace(page, () => {
      row.alert(silence, word);
      if (silence === 'quiet') row.note(words('quiet', fill));
    });
    if (silence === told) return;
    if (word || alert.test(told)) announce(spoken(word ?? words('restored', fill)), 1);
    told = silence;
  };

  const watch = watchPointer(
    {
      readPointer: () => readPointer(fetch, first.pointer),
      readHeartbeat: () => readHeartbeat(fetch, first.pointer),
      readPage: fetchPage,
      now: Date.now,
      random: Math.random,
      later,
      isHidden: () => page.hidden,
      isDeviceOffline: () => !navigator.onLine,
      tell,
    },
    first,
  );
  page.onvisibilitychange = () => (page.hidden ? watch.pause() : watch.lookNow());
  for (const event of ['online', 'offline']) addEventListener(event, watch.lookNow);
  // The patch keeps the reader's place itself; two keepers would push against each other.
  page.documentElement.style.setProperty('overflow-anchor', 'none');
  watch.start();
};

const facts = factsOf(document);
if (facts) keepFresh(document, facts);
