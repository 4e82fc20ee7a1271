/** A small page that keeps the contract of the islands, for one moment of a night. */
export interface NightPage {
  readonly version: number;
  readonly asOf: string;
  readonly state: string;
  readonly reports: number;
  /** In the order of the bake. */
  readonly lists: readonly { readonly key: string; readonly name: string; readonly votes: number }[];
  readonly seats: Readonly<Record<string, number>>;
  readonly progress: readonly (readonly [string, string])[];
  readonly link?: boolean;
}

export const firstNight: NightPage = {
  version: 41,
  asOf: '2012-09-10T02:35:00+08:00',
  state: 'counting',
  reports: 118,
  lists: Array.from({ length: 12 }, (_, at) => ({
    key: String(at + 1),
    name: `List <${at + 1}> & friends`,
    votes: 50_000 - 1000 * at,
  })),
  seats: { 1: 2, 2: 1, 3: 1, 4: 0 },
  progress: [
    ['2012-09-09T23:30:00+08:00', '0'],
    ['2012-09-10T00:30:00+08:00', '40'],
    ['2012-09-10T01:30:00+08:00', '–'],
    ['2012-09-10T02:35:00+08:00', '118'],
  ],
};

/** The next bake: later by a minute for each version, with what changed. */
export const afterReports = (page: NightPage, change: Partial<NightPage> = {}): NightPage => ({
  ...page,
  version: page.version + 1,
  asOf: new Date(Date.parse(page.asOf) + 60_000).toISOString(),
  reports: page.reports + 1,
  ...change,
});

export const withVotes = (page: NightPage, votes: Readonly<Record<string, number>>): NightPage['lists'] =>
  page.lists.map((list) => ({ ...list, votes: votes[list.key] ?? list.votes }));

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const figure = (value: number) => value.toLocaleString('en');

const words = {
  stalled:
    '<strong>No update for {minutes} minutes.</strong> These are the figures of {time}. <a href="/en/night/">Try now</a>',
  'stalled.one': '<strong>No update for 1 minute.</strong> These are the figures of {time}.',
  offline:
    '<strong>You are offline.</strong> These are the figures of {time}. <a href="/en/night/">Try now</a>',
  restored: 'Updates are arriving again. Figures of {time}.',
  quiet: 'Last report {time}.',
  updated: '{time}: {count} reports added. <a href="#changes">What changed</a>',
  'updated.one': '{time}: 1 report added. <a href="#changes">What changed</a>',
  changed: '{time}: figures changed.',
  since: '{change} since {time}',
  sort: 'Sort again ({count} lists changed places)',
  sorted: 'Sorted by votes',
  announce: 'Announce new reports',
  declared: 'Declared {time}.',
  'show-declared': 'Show the declared result',
};

export const nightPage = (page: NightPage): string => `<!doctype html>
<html lang="en" data-pointer="/data/night/latest.json" data-subject="LC1" data-version="${page.version}"
 data-as-of="${page.asOf}" data-poll="250" data-changed="${page.version}" data-state="${page.state}"
 data-reports="${page.reports}" data-expected="164">
<head><meta charset="utf-8"><title>${page.reports}/164 LC1</title><link rel="stylesheet" href="/style.css">
<script type="module" src="/refresh.js"></script><script type="module" src="/charts.js"></script></head>
<body><h1>LC1</h1>
<dl data-live="strip"><dt>Reports</dt><dd id="reports">${page.reports} / 164</dd><dt>As of</dt><dd>${page.asOf}</dd></dl>
<div role="status" data-status></div><div data-live-row></div>
<p data-live="sentence" id="sentence">${page.state === 'declared' ? '<b>Declared.</b> ' : ''}${page.reports} of 164 <em>reports</em> are in.${page.link === false ? '' : ' <a id="more" href="/en/night/">More</a>'}</p>
${page.state === 'declared' ? '<section data-live="elected" id="elected"><h2>Elected</h2></section>' : ''}
<div data-live="votes"><table id="votes"><tbody>
${page.lists
  .map(
    ({ key, name, votes }) =>
      `<tr data-key="${key}"><th><a href="#${key}">${escaped(name)}</a></th><td class="r"><span data-figure="${votes}">${figure(votes)}</span></td><td><svg width="100" height="12" aria-hidden="true"><rect class="${page.state === 'declared' ? 'filled' : 'outlined'}" width="${Math.round(votes / 600)}%" height="12"/></svg></td></tr>`,
  )
  .join('\n')}
</tbody></table></div>
<div data-live="ladder"><details id="ladder"><summary>Ladder</summary><p>${page.reports} reports so far</p></details></div>
<label>Find <input id="find" name="find" value=""></label>
<ul data-live="changes" id="changes">${Array.from({ length: Math.min(4, page.version - 40) }, (_, at) => `<li data-key="${page.version - at}"><a href="#">Change ${page.version - at}</a></li>`).join('')}</ul>
<figure data-chart="seats" data-live="seats" data-finding="${Object.values(page.seats).join(', ')} seats"${page.state === 'declared' ? ' data-declared' : ''}>
<div class="chart-box"><p>Chart loads after the text.</p></div>
<details><summary>As a table</summary><table><tbody>${Object.entries(page.seats)
  .map(([key, seats]) => `<tr data-key="${key}"><th>${key} Name</th><td>${seats}</td></tr>`)
  .join('')}</tbody></table></details></figure>
<div class="far"></div>
<figure data-chart="progress" data-live="progress" data-finding="${page.reports} of 164 reports are in" data-max="164">
<div class="chart-box"><p>Chart loads after the text.</p></div>
<details><summary>As a table</summary><table><tbody>${page.progress
  .map(([at, value]) => `<tr><th><time datetime="${at}">${at}</time></th><td>${value}</td></tr>`)
  .join('')}</tbody></table></details></figure>
<template id="island-words">${Object.entries(words)
  .map(([key, word]) => `<span data-word="${key}">${word}</span>`)
  .join('')}</template>
</body></html>`;
