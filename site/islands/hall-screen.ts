import type { LookedEvent, PatchedEvent } from './contract.ts';
import { workOffline } from './hall-cache.ts';
import { afterChange, afterKey, afterMoment, startCycle } from './hall-cycle.ts';
import { readLayout } from './hall-layout.ts';
import { applyTheme } from './theme.ts';
import { wordsOf } from './words.ts';

/** The screens of a hall: one after the other, each with its age. What they say is kept fresh as on every live page. */
const words = wordsOf(document);
const all = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-screen]')];
const places = [...document.querySelectorAll<HTMLElement>('[data-place]')];
const layout = readLayout(
  location.search,
  places.map(({ dataset }) => dataset['place'] ?? ''),
);
/** In the order of the layout; a long list has several under one name. */
const screens = (): readonly HTMLElement[] =>
  layout.screens.flatMap((id) => all().filter(({ dataset }) => dataset['screen'] === id));

let cycle = startCycle(Date.now());
/** How far the server's clock is ahead of this one. */
let ahead = 0;
const stateOf = new Map<string, string>();

const fill = (selector: string, texts: readonly (string | undefined)[]): void => {
  const line = document.querySelector<HTMLElement>(selector);
  const text = texts.filter((one) => one !== undefined).join(' ');
  if (!line || line.textContent === text) return;
  line.textContent = text;
  line.hidden = text === '';
};

const AGES: readonly (readonly [unit: string, seconds: number, below: number])[] = [
  ['seconds', 1, 60],
  ['minutes', 60, 3600],
  ['hours', 3600, 86_400],
];

/** In words; nothing of figures that are older than a day, whose date says enough. */
const ageOf = (asOf: string | undefined): string => {
  const seconds = Math.max(0, Math.floor((Date.now() + ahead - Date.parse(asOf ?? '')) / 1000));
  const [unit, size] = AGES.find(([, , below]) => seconds < below) ?? [];
  return unit === undefined || size === undefined
    ? ''
    : (words(unit, { count: Math.floor(seconds / size) })?.textContent ?? '');
};

const show = (): void => {
  const list = screens();
  const shown = list[Math.min(cycle.at, list.length - 1)];
  for (const screen of all()) screen.hidden = screen !== shown;
  for (const place of places)
    place.ariaCurrent = place.dataset['place'] === shown?.dataset['screen'] ? 'true' : null;
  const age = shown?.querySelector('[data-age]');
  if (age) age.textContent = ageOf(shown?.dataset['asOf']);
  const note = cycle.stopped ? 'stopped' : Date.now() < cycle.heldUntil ? 'held' : null;
  fill('[data-told]', [note === null ? undefined : words(note)?.textContent]);
};

/** The first screen of the layout whose constituency has come into another state since the last patch. */
const changedScreen = (): number => {
  const list = screens();
  const before = new Map(stateOf);
  for (const { dataset } of list) stateOf.set(dataset['key'] ?? '', dataset['state'] ?? '');
  return list.findIndex(({ dataset }) => {
    const was = before.get(dataset['key'] ?? '');
    const isPlace = places.some((place) => place.dataset['place'] === dataset['screen']);
    return isPlace && was !== undefined && was !== dataset['state'];
  });
};

document.addEventListener('open-returns:patched' satisfies PatchedEvent, () => {
  const at = changedScreen();
  if (at >= 0) cycle = afterChange(cycle, at, Date.now(), layout.everyMs);
  show();
});
document.addEventListener('open-returns:looked' satisfies LookedEvent, (event) => {
  ahead = (event as CustomEvent<number>).detail - Date.now();
});
addEventListener('keydown', (event) => {
  // Keys of the browser stay the browser's: to reload, to fill the screen.
  if (event.altKey || event.ctrlKey || event.metaKey || /^(F\d+|Shift|Tab|Control|Alt|Meta)$/.test(event.key))
    return;
  event.preventDefault();
  cycle = afterKey(cycle, event.key, Date.now(), screens().length);
  show();
});
setInterval(() => {
  cycle = afterMoment(cycle, Date.now(), { everyMs: layout.everyMs, screens: screens().length });
  show();
}, 1000);

applyTheme(layout.theme);
changedScreen();
fill(
  '[data-problem]',
  layout.problems.map(({ word, found, known }) => words(word, { found, known })?.textContent),
);
show();
workOffline().catch(() => {
  // Storage is forbidden or full: the screens then stay for as long as they are open.
});
