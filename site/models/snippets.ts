import { languagePath } from '#shared/election/text.ts';
import { type PageView, pagePaths } from '#shared/publication/page-views.ts';
import { html, type Markup } from '../markup/html.ts';
import { plainName } from './names.ts';
import { UNKNOWN_ORIGIN } from './unknown-origin.ts';

/** Pages that offer a frame of what they show: a constituency its own, an election its seats. */
export type Offering = Extract<PageView, { kind: 'constituency' | 'election' }>;

/** High enough for what most frames show; the element takes what it needs. */
const FRAME_HEIGHT = 640;

const offered = (
  view: Offering,
): { readonly path: string; readonly what: Markup; readonly title: string } => {
  const { language, head } = view;
  const election = plainName(head.title, language);
  if (view.kind === 'election')
    return {
      path: pagePaths.embedSeats(language, head.election),
      what: html`show="seats"`,
      title: election,
    };
  return {
    path: pagePaths.embedConstituency(language, head.election, view.result.id),
    what: html`constituency="${view.result.id}"`,
    title: `${plainName(view.result.name, language)} · ${election}`,
  };
};

/** What somebody else puts into a page to show this there. */
export const snippetsOf = (view: Offering): { readonly element: string; readonly frame: string } => {
  const { origin = UNKNOWN_ORIGIN } = view;
  const { path, what, title } = offered(view);
  const loaded = html`<script async src="${origin}/embed.js"></script>`;
  const element = html`<open-returns-embed election="${view.head.election}" ${what} language="${languagePath(view.language)}"></open-returns-embed>`;
  return {
    element: `${loaded.text}\n${element.text}`,
    frame:
      html`<iframe src="${origin}${path}" title="${title}" width="100%" height="${FRAME_HEIGHT}" style="border:0" loading="lazy"></iframe>`
        .text,
  };
};
