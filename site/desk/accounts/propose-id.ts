import type { Values } from '../acts/form/act-form.ts';
import { listed } from '../forms/listed.ts';

const SHORT: Readonly<Record<string, string>> = {
  presiding_officer: 'po',
  assistant_returning_officer: 'aro',
  returning_officer: 'ro',
  chief_electoral_officer: 'chief',
  commission: 'commission',
  observer: 'observer',
  candidate: 'candidate',
};

/** The letters of a name that an id may have: `Chan Tai Man 陳大文` gives `chan-tai-man`. */
const lettersOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);

/** An id to begin with: what the role is short for, the first place, and the letters of the name. */
export const proposeId = (values: Values): string => {
  const place =
    listed(values['stations'])[0] ??
    listed(values['platforms'])[0] ??
    listed(values['constituencies'])[0] ??
    '';
  const parts = [SHORT[values['role'] ?? ''] ?? '', place, lettersOf(values['name'] ?? '')];
  return parts
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 64);
};
