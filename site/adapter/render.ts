import { createApp } from 'astro/app/entrypoint';
import type { PageView } from '#shared/publication/page-views.ts';

const app = createApp({ streaming: false });

/** Renders one page as UTF-8; the page of a kind lives at `/<kind>` and shows nothing but the view. */
export const render = async (view: PageView): Promise<Uint8Array> => {
  const request = new Request(`https://open-returns.invalid/${view.kind}`);
  const response = await app.render(request, { locals: { view } });
  if (!response.ok)
    throw new Error(`The page ${view.path} (${view.kind}) was rendered with ${response.status}`);
  return response.bytes();
};
