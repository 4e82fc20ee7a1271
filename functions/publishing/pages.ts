import type { PageView } from '#shared/publication/page-views.ts';

/** Turns a view into a page of HTML. Pure: the same view and the same site give the same bytes. */
export interface Pages {
  /** Grows with every build of the site: pages of an older site are baked again. */
  readonly build: number;
  /** HTML in UTF-8. */
  render(view: PageView): Promise<Uint8Array>;
}
