/** What is typed at the desk and sent, by kind. */
export const UNSENT_KINDS = ['reports', 'acts', 'notices', 'accounts', 'submissions'] as const;
export type UnsentKind = (typeof UNSENT_KINDS)[number];

/** How much of each kind was typed on this device and not acknowledged. */
export type Unsent = Readonly<Record<UnsentKind, number>>;

export const NOTHING_UNSENT: Unsent = { reports: 0, acts: 0, notices: 0, accounts: 0, submissions: 0 };

/** The kind of a draft, from its name below the account's: reports stand under their election, candidates' submissions under `platform/`, all else under `acts/`. */
const kindOf = (name: string): UnsentKind => {
  if (name.startsWith('platform/')) return 'submissions';
  if (!name.startsWith('acts/')) return 'reports';
  if (name.startsWith('acts/accounts/')) return 'accounts';
  return /^acts\/[^/]+\/[^/]*\/notices\//.test(name) ? 'notices' : 'acts';
};

export const unsentOf = (names: ReadonlySet<string>): Unsent => {
  const kinds = [...names].map(kindOf);
  const of = (kind: UnsentKind): number => kinds.filter((one) => one === kind).length;
  return {
    reports: of('reports'),
    acts: of('acts'),
    notices: of('notices'),
    accounts: of('accounts'),
    submissions: of('submissions'),
  };
};

export const isNothing = (unsent: Unsent): boolean => UNSENT_KINDS.every((kind) => unsent[kind] === 0);

/** Each kind that there is something of, in the words of a language. */
export const listOf = (
  unsent: Unsent,
  words: Readonly<Record<UnsentKind, (count: number) => string>>,
): readonly string[] =>
  UNSENT_KINDS.filter((kind) => unsent[kind] > 0).map((kind) => words[kind](unsent[kind]));
