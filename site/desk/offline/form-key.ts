import type { FormName } from '#shared/desk/entry.ts';

/** One form of one officer on this device. */
export interface KeptForm {
  readonly account: string;
  readonly election: string;
  readonly form: FormName;
}

/** Under these names things are kept; an account's come together, so that they can be forgotten together. */
export const keptUnder = (account: string, kind: KeptKind): string =>
  `${kind}/${encodeURIComponent(account)}/`;

/** `file`: what a candidate chose to upload, with its draft. */
export type KeptKind = 'draft' | 'outbox' | 'receipt' | 'sheet' | 'station' | 'file';

export const KEPT_KINDS: readonly KeptKind[] = ['draft', 'outbox', 'receipt', 'sheet', 'station', 'file'];

export const formKey = (kind: KeptKind, { account, election, form }: KeptForm): string => {
  const { constituency, station, count, revision, attempt } = form;
  return `${keptUnder(account, kind)}${[election, constituency, station, count, revision, attempt].join('/')}`;
};

/** Drafts of every form of one station begin so. */
export const stationDrafts = ({ account, election, form }: KeptForm): string =>
  `${keptUnder(account, 'draft')}${[election, form.constituency, form.station].join('/')}/`;
