import type { Account, AccountRole } from '#shared/desk/account.ts';
import type { ElectionDefinition, Station } from '#shared/election/definition.ts';
import { roleWords } from '#shared/election/role-words.ts';
import { type Language, type Text, textIn } from '#shared/election/text.ts';
import { isCounting } from './demonstration-accounts.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { SIGN_IN_WORDS } from './sign-in-words.ts';

/** How far somebody has come in choosing who to be, and from whom. */
export interface Choice {
  readonly language: Language;
  readonly definitions: readonly ElectionDefinition[];
  readonly accounts: readonly Account[];
  /** Who chose before in this browser; null where nobody did, or where it must be asked. */
  readonly before: Account | null;
  /** What is sent along whatever is chosen: the request that brought us here. */
  readonly kept: URLSearchParams;
  readonly election: string | null;
  readonly constituency: string | null;
  readonly query: string;
}

/** Enough for any functional constituency; a geographical one has up to 170, which are searched. */
const MOST_STATIONS = 12;

const named = (text: Text, language: Language): Markup => {
  const { text: name, lang } = textIn(text, language);
  return html`<bdi lang="${lang}">${name}</bdi>`;
};

const hidden = (kept: URLSearchParams): readonly Markup[] =>
  [...kept].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);

const choice = (account: Account, language: Language, before: Markup = NOTHING): Markup =>
  html`<button name="account" value="${account.id}">${before}<bdi>${account.name}</bdi> <small>${roleWords(account.role, language)}</small></button>`;

/** Each button sends the whole request along with the account that it names. */
const form = (kept: URLSearchParams, content: Markup): Markup =>
  html`<form method="post" action="/oauth2/authorize">${hidden(kept)}${content}</form>`;

/** Who answers for most comes first. */
const ORDER: readonly AccountRole[] = [
  'chief_electoral_officer',
  'commission',
  'returning_officer',
  'assistant_returning_officer',
  'presiding_officer',
  'observer',
  'candidate',
];

const people = ({ kept, language }: Choice, accounts: readonly Account[]): Markup => {
  const open = accounts.filter(({ active }) => active);
  const sorted = open.toSorted(
    (a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || (a.id < b.id ? -1 : 1),
  );
  const buttons = sorted.map((account) => html`<li>${choice(account, language)}</li>`);
  return buttons.length === 0 ? NOTHING : form(kept, html`<ul>${buttons}</ul>`);
};

const way = ({ kept }: Choice, to: Readonly<Record<string, string>>, content: Markup): Markup => {
  const query = new URLSearchParams(kept);
  for (const [name, value] of Object.entries(to)) query.set(name, value);
  return html`<a class="way" href="/oauth2/authorize?${query.toString()}">${content}</a>`;
};

const isOf = (account: Account, election: string): boolean => (account.elections ?? []).includes(election);

const before = ({ kept, language, before: account }: Choice): Markup => {
  if (!account) return NOTHING;
  const words = SIGN_IN_WORDS[language];
  return html`<h2>${words.whoSignedIn}</h2>${form(kept, choice(account, language, html`${words.continueAs} `))}`;
};

/** First step: who is of no single election, and the elections. */
const beginning = (at: Choice): Markup => {
  const words = SIGN_IN_WORDS[at.language];
  const ofAll = at.accounts.filter(({ elections = [] }) => elections.length === 0);
  const elections = at.definitions.map(
    ({ id, title }) => html`<li>${way(at, { election: id }, named(title, at.language))}</li>`,
  );
  return html`${before(at)}<h2>${words.allElections}</h2>${people(at, ofAll)}<h2>${words.elections}</h2><ul>${elections}</ul>`;
};

/** Second step: the constituencies of an election, and accounts made for it that have none. */
const inElection = (at: Choice, { id, title, constituencies }: ElectionDefinition): Markup => {
  const words = SIGN_IN_WORDS[at.language];
  const known = new Set(constituencies.map((one) => one.id));
  const others = at.accounts.filter(
    (account) => isOf(account, id) && !account.constituencies.some((one) => known.has(one)),
  );
  const list = constituencies.map(
    (one) =>
      html`<li>${way(at, { election: id, constituency: one.id }, html`${named(one.name, at.language)} <small>${one.id}</small>`)}</li>`,
  );
  return html`<h2>${named(title, at.language)}</h2><p>${way(at, {}, html`${words.anotherElection}`)}</p>
${others.length > 0 ? html`<h3>${words.others}</h3>${people(at, others)}` : NOTHING}
<h3>${words.constituencies}</h3><ul>${list}</ul>`;
};

const fits = ({ id, name }: Station, query: string): boolean => {
  const wanted = query.normalize('NFKC').trim().toLowerCase();
  return [id, ...Object.values(name)].some((text) =>
    (text ?? '').normalize('NFKC').toLowerCase().includes(wanted),
  );
};

const stationPart = (at: Choice, stations: readonly Station[], accounts: readonly Account[]): Markup => {
  const found = stations.filter((station) => fits(station, at.query));
  const words = SIGN_IN_WORDS[at.language];
  const shown = found.slice(0, MOST_STATIONS).map(
    (station) =>
      html`<h4>${named(station.name, at.language)} <small>${station.id}</small></h4>${people(
        at,
        accounts.filter((account) => account.stations.includes(station.id)),
      )}`,
  );
  if (found.length === 0) return html`<p role="status">${words.noneFound} <b><bdi>${at.query}</bdi></b></p>`;
  return html`${shown}${found.length > MOST_STATIONS ? html`<p>${words.firstOnly}</p>` : NOTHING}`;
};

/** Third step: the officers of a constituency, and of the stations that are looked for. */
const inConstituency = (at: Choice, definition: ElectionDefinition, constituency: string): Markup => {
  const words = SIGN_IN_WORDS[at.language];
  const one = definition.constituencies.find(({ id }) => id === constituency);
  if (!one) return inElection(at, definition);
  const accounts = at.accounts.filter(
    (account) => isOf(account, definition.id) && account.constituencies.includes(constituency),
  );
  const stations = definition.stations.filter(
    (station) => station.constituency === constituency && isCounting(station),
  );
  const here = new URLSearchParams(at.kept);
  here.set('election', definition.id);
  here.set('constituency', constituency);
  return html`<h2>${named(one.name, at.language)}</h2><p class="note">${named(definition.title, at.language)}</p>
<p>${way(at, { election: definition.id }, html`${words.anotherConstituency}`)}</p>
${people(
  at,
  accounts.filter(({ stations: own }) => own.length === 0),
)}
<h3>${words.stations}</h3>
<form class="search" method="get" action="/oauth2/authorize" role="search">${hidden(here)}<label for="q">${words.search}</label><input id="q" name="q" type="search" value="${at.query}" autocomplete="off"><button>${words.find}</button></form>
${stationPart(at, stations, accounts)}`;
};

/** The content of the page on which one chooses who to be. */
export const choosePage = (at: Choice): Markup => {
  const words = SIGN_IN_WORDS[at.language];
  const definition = at.definitions.find(({ id }) => id === at.election);
  const step = !definition
    ? beginning(at)
    : at.constituency === null
      ? inElection(at, definition)
      : inConstituency(at, definition, at.constituency);
  return html`<h1>${words.title}</h1>${step}`;
};
