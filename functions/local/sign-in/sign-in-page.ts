import { LANGUAGES, type Language, languagePath } from '#shared/election/text.ts';
import { html, type Markup } from './markup.ts';
import { SIGN_IN_WORDS } from './sign-in-words.ts';

/** The frame of every page of the local sign-in. */
export interface SignInPage {
  readonly language: Language;
  /** Style sheets of the built site, so that the page looks like the portal. */
  readonly sheets: readonly string[];
  readonly title: string;
  /** The address of the same page in another language. */
  readonly inLanguage: (language: Language) => string;
  readonly content: Markup;
}

export const SHEET_PATH = '/oauth2/sign-in.css';

const OWN_NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hant': '繁體', 'zh-Hans': '简体' };

export const signInPage = ({ language, sheets, title, inLanguage, content }: SignInPage): string => {
  const words = SIGN_IN_WORDS[language];
  const current = (other: Language): Markup => (other === language ? html` aria-current="true"` : html``);
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · Open Returns</title>
<link rel="icon" href="data:,">
${[...sheets, SHEET_PATH].map((sheet) => html`<link rel="stylesheet" href="${sheet}">`)}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<aside class="test" aria-label="${words.demonstration}"><strong>${words.demonstration}</strong> ${words.standsIn}</aside>
<header class="mast"><div class="page">
<a class="brand" href="/${languagePath(language)}/"><b>Open Returns</b></a>
<nav class="langs" aria-label="${words.languages}">${LANGUAGES.map((other) => html`<a href="${inLanguage(other)}" lang="${other}" hreflang="${other}"${current(other)}>${OWN_NAMES[other]}</a> `)}</nav>
</div></header>
<main id="main" class="page who-to-be" tabindex="-1">
${content}
</main>
</body>
</html>
`;
  return page.markup;
};
