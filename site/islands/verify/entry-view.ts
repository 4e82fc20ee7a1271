/** One entry of the ledger in words and bytes, and proofs that it stands there. */
import { fill, find } from '../parts.ts';
import type { ToldEntry } from './messages.ts';
import { said, save } from './said.ts';

/** `#entry-123`; null for every other place of the page. */
export const entryOfHash = (hash: string): number | null => {
  const digits = /^#entry-(0|[1-9]\d{0,8})$/.exec(hash)?.[1];
  return digits === undefined ? null : Number(digits);
};

const readLeaf = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

const kindOf = (leaf: Readonly<Record<string, unknown>>): string => {
  const key = `kind.${String(leaf['type'])}`;
  const words = said(key, { version: Number(leaf['version'] ?? 0) });
  return words === key ? said('kind.unknown') : words;
};

/** Where what an entry names by its hash lies, if it names anything. */
const besideOf = (leaf: Readonly<Record<string, unknown>>): string | null => {
  const body = leaf['body'] as Readonly<Record<string, unknown>> | undefined;
  const [folder, hash] = leaf['type'] === 'reference' ? ['entry', leaf['sha256']] : ['body', body?.['seal']];
  return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? `${folder}/${hash}.json` : null;
};

const box = (): HTMLElement => find('[data-entry]');

const open = (index: number, words: string): HTMLElement => {
  const whole = box();
  whole.hidden = false;
  fill(whole, { 'entry-title': said('entry.title', { index }), 'entry-words': words });
  return whole;
};

const facts = (isThere: boolean): void => {
  find<HTMLElement>('[data-entry-facts]').hidden = !isThere;
};

export const showEntryComing = (index: number): HTMLElement => {
  facts(false);
  return find('h2', open(index, said('entry.working', { index })));
};

export const showNoEntry = (index: number, isBeyond: boolean, why: string): void => {
  facts(false);
  open(index, isBeyond ? said('entry.none') : `${said('entry.failed', { index })} (${why})`);
};

export const showEntry = (entry: ToldEntry, election: string): void => {
  const { index, size, origin, leaf, leafHash, proof, at } = entry;
  const text = new TextDecoder().decode(leaf);
  const json = readLeaf(text);
  const whole = open(index, said('entry.proven', { index, size, origin }));
  fill(whole, {
    'entry-kind': kindOf(json),
    'entry-at': at ?? '–',
    'entry-hash': leafHash,
    'entry-text': JSON.stringify(json, null, 2),
  });
  const beside = besideOf(json);
  find<HTMLElement>('[data-beside]').hidden = beside === null;
  find<HTMLAnchorElement>('[data-beside] a').href = `/data/${election}/log/${beside}`;
  find<HTMLButtonElement>('[data-save-proof]').onclick = () =>
    save(`${election}-entry-${index}.tlog-proof`, proof, 'text/plain');
  find<HTMLButtonElement>('[data-save-entry]').onclick = () =>
    save(`${election}-entry-${index}.json`, leaf, 'application/json');
  facts(true);
};
