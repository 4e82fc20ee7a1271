import { languagePath } from '#shared/election/text.ts';
import { type PageView, pagePaths } from '#shared/publication/page-views.ts';
import { html } from '../markup/html.ts';
import { plainName } from './names.ts';
import { UNKNOWN_ORIGIN } from './unknown-origin.ts';

/** High enough for what most constituencies show; the element takes what it needs. */
const FRAME_HEIGHT = 640;

/** What somebody else puts into a page to show a constituency there. */
export const constituencySnippets = ({
  language,
  head,
  result,
  origin = UNKNOWN_ORIGIN,
}: Pick<Extract<PageView, { kind: 'constituency' }>, 'language' | 'head' | 'result' | 'origin'>): {
  readonly element: string;
  readonly frame: string;
} => {
  const address = `${origin}${pagePaths.embedConstituency(language, head.election, result.id)}`;
  const title = `${plainName(result.name, language)} · ${plainName(head.title, language)}`;
  const loaded = html`<script async src="${origin}/embed.js"></script>`;
  const element = html`<open-returns-embed election="${head.election}" constituency="${result.id}" language="${languagePath(language)}"></open-returns-embed>`;
  return {
    element: `${loaded.text}\n${element.text}`,
    frame:
      html`<iframe src="${address}" title="${title}" width="100%" height="${FRAME_HEIGHT}" style="border:0" loading="lazy"></iframe>`
        .text,
  };
};
