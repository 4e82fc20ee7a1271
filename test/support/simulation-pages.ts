import { createHash } from 'node:crypto';
import type { Pages } from '#functions/publishing/pages.ts';
import type { PageView } from '#shared/publication/page-views.ts';

const figuresOf = (view: PageView): string => {
  switch (view.kind) {
    case 'choose-language':
    case 'desk':
    case 'check-file':
    case 'verify':
    case 'alerts':
      return '';
    case 'elections':
    case 'not-found':
      return view.elections.map(({ election, version }) => `${election} ${version}`).join('; ');
    case 'election':
    case 'embed-seats':
    case 'embed-progress':
    case 'hall':
    case 'share-election':
      return view.results.constituencies
        .map(
          ({ id, valid, contestants }) => `${id} ${valid} ${contestants.map(({ votes }) => votes).join(' ')}`,
        )
        .join('; ');
    case 'constituency':
    case 'embed-constituency':
    case 'how':
    case 'share-constituency':
      return view.result.contestants.map(({ id, votes, seats }) => `${id} ${votes} ${seats}`).join('; ');
    case 'notices':
      return view.notices.map(({ id, revision }) => `${id} ${revision}`).join('; ');
    case 'notice':
      return `${view.notice.id} ${view.notice.revision}`;
    case 'advertisements':
      return view.register.accounts.map(({ account, version }) => `${account} ${version}`).join('; ');
    case 'advertiser':
      return view.account.advertisements.map(({ id }) => id).join('; ');
    case 'advertisement':
      return view.advertisement.id;
    case 'inspection-ended':
      return view.hashes.map(({ sha256 }) => sha256).join('; ');
    case 'station':
      return `${Object.values(view.station.votes ?? {}).join(' ')} ${Object.values(view.station.invalid).join(' ')}`;
    case 'open-data':
      return Object.values(view.excerpts).join('\n');
  }
};

const told = new WeakMap<object, string>();

/** The languages' pages of one version share their values: each is written down once. */
const textOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value);
  const known = told.get(value) ?? JSON.stringify(value);
  told.set(value, known);
  return known;
};

/** Small pages with the figures of their view in them, and a fingerprint of everything else that the view says. */
export const stubPages: Pages = {
  build: 1,
  render: async (view) => {
    const fingerprint = createHash('sha1');
    for (const [name, value] of Object.entries(view)) fingerprint.update(`${name} ${textOf(value)}\n`);
    const html = `<!doctype html><title>${view.kind} ${view.language}</title><p>${figuresOf(view)}</p><i>${fingerprint.digest('hex')}</i>\n`;
    return new TextEncoder().encode(html);
  },
};
