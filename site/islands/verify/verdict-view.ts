/** Puts a verdict into the page: what was found, what was checked, and each constituency. */
import { copyOf, fill, find } from '../parts.ts';
import { CHECKS, type Check, type CheckState } from './checks.ts';
import { type Fill, said, sizeOf } from './said.ts';
import type { ToldFinding, ToldName, ToldVerdict } from './tell-verdict.ts';

export interface Run {
  readonly milliseconds: number;
  readonly isCopy: boolean;
}

const name = (element: Element, { text, lang }: ToldName): void => {
  element.textContent = text;
  element.setAttribute('lang', lang);
};

/** Sentences one after the other, as the language separates them. */
const joined = (parts: readonly string[]): string => parts.join(said('between'));

const summary = (verdict: ToldVerdict): string => {
  if (verdict.findings.length > 0) {
    const more = verdict.mayBeMore ? ` ${said('counted.more')}` : '';
    const counts = { count: verdict.findings.length, files: verdict.files };
    return said('counted.findings', counts) + more;
  }
  const counts: Fill = {
    entries: verdict.entries,
    reports: verdict.reports,
    constituencies: verdict.places.length,
    seats: verdict.seats,
    files: verdict.files,
  };
  const parts = Object.entries(counts).map(([key, count]) => said(`counted.${key}`, { count }));
  return joined(parts) + said('stop');
};

const whereOf = ({ constituency, contestant, station, place }: ToldFinding): string => {
  const parts = [
    ...(constituency ? [constituency.text] : []),
    ...(station ? [said('station', { id: station.id })] : []),
    ...(contestant ? [said('contestant', { number: contestant.number })] : []),
  ];
  return parts.length > 0 ? parts.join(said('comma')) : (place ?? '');
};

/** What is wrong, in one sentence. */
const sentenceOf = (finding: ToldFinding): string =>
  said(`said.${finding.sentence}`, {
    ...finding.fill,
    where: whereOf(finding),
    actual: finding.actual ?? said('said.nothing'),
    expected: finding.expected ?? said('said.nothing'),
  });

/** One line of the drill-down; those of which nothing is known are left out. */
const row = (part: ParentNode, key: string, value: string | null, lang?: string): void => {
  const line = find<HTMLElement>(`[data-row="${key}"]`, part);
  if (value === null) return line.remove();
  const shown = find('dd', line);
  shown.textContent = value;
  if (lang !== undefined) shown.setAttribute('lang', lang);
};

const titled = (before: string, of: ToldName | null): string =>
  of === null || of.text === before ? before : `${before} ${of.text}`;

const findingView = (finding: ToldFinding): DocumentFragment => {
  const part = copyOf('finding');
  const { constituency, contestant, station, actual, expected, place, at, bytes, expectedBytes } = finding;
  const file = finding.path.split('/').slice(2).join('/');
  fill(part, {
    file: `${said(`file.${finding.file}`)} · ${file}`,
    sentence: sentenceOf(finding),
    means: said(`means.${finding.kind}`),
  });
  const isAtPlace = place !== null;
  row(part, 'file', `/${finding.path}`);
  row(part, 'constituency', constituency?.text ?? null, constituency?.lang);
  row(part, 'contestant', contestant && titled(contestant.number, contestant.name), contestant?.name?.lang);
  row(part, 'station', station && titled(station.id, station.name), station?.name?.lang);
  row(part, 'where', place);
  row(part, 'actual', isAtPlace ? (actual ?? said('said.nothing')) : null);
  row(part, 'expected', isAtPlace ? (expected ?? said('said.nothing')) : null);
  row(part, 'byte', at === null ? null : at.toLocaleString('en'));
  row(
    part,
    'length',
    bytes === null || expectedBytes === null
      ? null
      : `${bytes.toLocaleString('en')} / ${expectedBytes.toLocaleString('en')}`,
  );
  row(part, 'detail', finding.detail, 'en');
  return part;
};

const wordsOfCheck = (check: Check, state: CheckState, verdict: ToldVerdict): string => {
  if (state !== 'ok') return said(`check.${state}`);
  const { entries, sizeSeen, isOlder } = verdict;
  if (check === 'seen' && isOlder) return said('seen.older');
  if (check === 'seen' && sizeSeen === null) return said('seen.first');
  return said(`${check}.ok`, {
    size: entries,
    root: `${verdict.root.slice(0, 8)}…`,
    before: sizeSeen ?? 0,
    votes: verdict.votes,
    reports: verdict.reports,
    files: verdict.files,
  });
};

const checkView = (check: Check, verdict: ToldVerdict): DocumentFragment => {
  const part = copyOf('check');
  const state = verdict.checks[check];
  find('li', part).setAttribute('data-state', state);
  fill(part, { title: said(`check.${check}`), words: wordsOfCheck(check, state, verdict) });
  return part;
};

const placeView = (place: ToldVerdict['places'][number], address: string): DocumentFragment => {
  const part = copyOf('place');
  const link = find<HTMLAnchorElement>('a', part);
  link.href = address.replace('{constituency}', encodeURIComponent(place.id));
  name(link, place.name);
  fill(part, { votes: place.votes.toLocaleString('en') });
  find(place.isEqual ? '[data-if="differs"]' : '[data-if="equal"]', part).remove();
  return part;
};

const refill = (selector: string, parts: readonly DocumentFragment[]): void =>
  find(selector).replaceChildren(...parts);

const headline = ({ outcome, findings }: ToldVerdict): string =>
  outcome === 'holds' ? said('verdict.holds') : said(`verdict.${findings[0]?.kind ?? 'unreadable'}`);

/** Shows a verdict; answers with its heading, so that the focus can go there. */
export const showVerdict = (verdict: ToldVerdict, { milliseconds, isCopy }: Run): HTMLElement => {
  const box = find<HTMLElement>('[data-verdict]');
  box.dataset['outcome'] = verdict.outcome;
  fill(box, {
    label: said(`label.${verdict.outcome}`),
    title: headline(verdict),
    summary: summary(verdict),
    took: said(isCopy ? 'took.copy' : 'took', {
      version: verdict.version,
      seconds: (milliseconds / 1000).toFixed(1),
      bytes: sizeOf(verdict.bytesRead),
    }),
  });
  refill('[data-findings]', verdict.findings.map(findingView));
  refill(
    '[data-checks]',
    CHECKS.map((check) => checkView(check, verdict)),
  );
  const address = find<HTMLElement>('[data-places]').dataset['address'] ?? '';
  refill(
    '[data-places]',
    verdict.places.map((place) => placeView(place, address)),
  );
  for (const part of document.querySelectorAll<HTMLElement>('[data-outcome-part]')) part.hidden = false;
  // What would be checked, and what that cannot tell, is said by what was checked now.
  find<HTMLElement>('[data-before]').hidden = true;
  find<HTMLElement>('[data-save]').hidden = false;
  find<HTMLElement>('[data-places-box]').hidden = verdict.places.length === 0;
  return find<HTMLElement>('h2', box);
};

/** Says that nothing could be checked, and why. */
export const showTrouble = (words: string): HTMLElement => {
  const box = find<HTMLElement>('[data-verdict]');
  box.dataset['outcome'] = 'unknown';
  fill(box, { label: said('label.unknown'), title: said('verdict.unreachable'), summary: words, took: '' });
  refill('[data-findings]', []);
  for (const part of document.querySelectorAll<HTMLElement>('[data-outcome-part]')) part.hidden = true;
  box.hidden = false;
  find<HTMLElement>('[data-save]').hidden = true;
  return find<HTMLElement>('h2', box);
};
