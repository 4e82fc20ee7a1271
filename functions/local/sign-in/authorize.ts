import type { AccountState } from '#functions/accounts/account-records.ts';
import { LANGUAGES, type Language, languagePath } from '#shared/election/text.ts';
import { preferredLanguage } from '../../http/language.ts';
import { choosePage } from './choose-page.ts';
import type { Codes } from './codes.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { codeAddress, errorAddress, type OAuthRequest, readOAuthRequest } from './oauth-request.ts';
import type { People } from './people.ts';
import { type IssuerSession, type IssuerSessions, SESSION_SECONDS } from './sessions.ts';
import { signInPage } from './sign-in-page.ts';
import { SIGN_IN_WORDS, type SignInWords } from './sign-in-words.ts';
import { page, redirect, type SignInAnswer, type SignInRequest, sessionCookie } from './web-exchange.ts';

export interface IssuerParts {
  readonly people: People;
  readonly sessions: IssuerSessions;
  readonly codes: Codes;
  readonly now: () => number;
  readonly sheets: readonly string[];
}

/** What comes with a request and goes along with every choice. */
const KEPT = [
  ...['response_type', 'client_id', 'redirect_uri', 'state', 'code_challenge', 'code_challenge_method'],
  ...['scope', 'prompt', 'ui_locales'],
];

const keptOf = (given: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...given].filter(([name]) => KEPT.includes(name)));

/** As asked for, else as the page of the desk that asks is written, else as the browser prefers. */
export const languageOf = (given: URLSearchParams, acceptLanguage: string | undefined): Language => {
  const asked = given.get('ui_locales');
  if (asked !== null) return preferredLanguage(asked.replaceAll(' ', ','));
  const path = given.get('redirect_uri') ?? given.get('logout_uri') ?? '';
  return (
    LANGUAGES.find((known) => path.includes(`/${languagePath(known)}/desk/`)) ??
    preferredLanguage(acceptLanguage)
  );
};

const problemBox = (title: string, sentence: string): Markup =>
  html`<div class="problem" role="alert"><h2>${title}</h2><p>${sentence}</p></div>`;

/** A page that says why nobody can sign in this way. */
export const problemPage = (
  { sheets }: Pick<IssuerParts, 'sheets'>,
  { query, form, acceptLanguage }: Pick<SignInRequest, 'query' | 'form' | 'acceptLanguage'>,
  { status, reason }: { readonly status: number; readonly reason: keyof SignInWords },
): SignInAnswer => {
  const language = languageOf(query.size > 0 ? query : form, acceptLanguage);
  const words = SIGN_IN_WORDS[language];
  const desk = (other: Language): string => `/${languagePath(other)}/desk/`;
  const content = html`<h1>${words.cannotGoOn}</h1>${problemBox(words.problem, words[reason])}
<p><a class="way" href="${desk(language)}">${words.toTheDesk}</a></p>`;
  return page(status, signInPage({ language, sheets, title: words.cannotGoOn, inLanguage: desk, content }));
};

/** Whose session a browser still has; null where its account was closed or signed out meanwhile. */
const standing = async (
  { people, sessions, now }: IssuerParts,
  cookie: string | undefined,
): Promise<{ readonly session: IssuerSession; readonly state: AccountState } | null> => {
  const session = sessions.find(cookie, now());
  const state = session ? await people.find(session.account) : null;
  if (!session || !state?.account.active || state.signedOutAt >= session.signedInAt) return null;
  return { session, state };
};

const askWho = async (
  parts: IssuerParts,
  request: SignInRequest,
  { prompt }: OAuthRequest,
  problem: keyof SignInWords | null = null,
): Promise<SignInAnswer> => {
  const given = request.method === 'POST' ? request.form : request.query;
  const language = languageOf(given, request.acceptLanguage);
  const words = SIGN_IN_WORDS[language];
  const before = prompt === 'login' ? null : await standing(parts, request.cookie);
  const content = choosePage({
    language,
    definitions: await parts.people.definitions(),
    accounts: await parts.people.all(),
    before: before?.state.account ?? null,
    kept: keptOf(given),
    election: given.get('election'),
    constituency: given.get('constituency'),
    query: given.get('q') ?? '',
  });
  const inLanguage = (other: Language): string => {
    const query = new URLSearchParams([...given].filter(([name]) => name !== 'account'));
    query.set('ui_locales', other);
    return `/oauth2/authorize?${query.toString()}`;
  };
  const said = problem === null ? NOTHING : problemBox(words.problem, words[problem]);
  const text = signInPage({
    language,
    sheets: parts.sheets,
    title: words.title,
    inLanguage,
    content: html`${said}${content}`,
  });
  return page(problem === null ? 200 : 403, text);
};

/** Without asking anybody: the session that stands, or that there is none. */
const silently = async (
  parts: IssuerParts,
  request: SignInRequest,
  asked: OAuthRequest,
): Promise<SignInAnswer> => {
  const found = await standing(parts, request.cookie);
  if (!found) return redirect(errorAddress(asked.redirectUri, asked.state, 'login_required'));
  return redirect(codeAddress(asked, parts.codes.issue(asked, found.session, parts.now())));
};

/** Somebody has said who they are: a session begins, unless theirs stands and may go on. */
const chosen = async (
  parts: IssuerParts,
  request: SignInRequest,
  asked: OAuthRequest,
): Promise<SignInAnswer> => {
  const state = await parts.people.find(request.form.get('account') ?? '');
  if (!state) return askWho(parts, request, asked, 'accountUnknown');
  if (!state.account.active) return askWho(parts, request, asked, 'accountClosed');
  const before = await standing(parts, request.cookie);
  const goesOn = asked.prompt !== 'login' && before?.session.account === state.account.id;
  if (!goesOn) parts.sessions.end(request.cookie);
  const session = goesOn ? before.session : parts.sessions.begin(state.account.id, parts.now());
  const code = parts.codes.issue(asked, session, parts.now());
  return redirect(codeAddress(asked, code), sessionCookie(session.secret, SESSION_SECONDS));
};

/** `/oauth2/authorize`: who are you? */
export const authorize = async (parts: IssuerParts, request: SignInRequest): Promise<SignInAnswer> => {
  const posted = request.method === 'POST';
  if (posted && request.fromElsewhere) {
    return problemPage(parts, request, { status: 403, reason: 'otherSite' });
  }
  const read = readOAuthRequest(posted ? request.form : request.query, request.host);
  if (read.kind === 'unknown') {
    const reason = read.what === 'client' ? 'unknownClient' : 'unknownRedirect';
    return problemPage(parts, request, { status: 400, reason });
  }
  if (read.kind === 'refused') return redirect(read.address);
  if (posted) return chosen(parts, request, read.request);
  return read.request.prompt === 'none'
    ? silently(parts, request, read.request)
    : askWho(parts, request, read.request);
};
