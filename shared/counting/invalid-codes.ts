import type { CONSTITUENCY_KINDS, VotingSystem } from '../election/definition.ts';
import type { INVALID_GROUNDS, QUESTIONABLE_GROUNDS } from '../election/report.ts';

type ConstituencyKind = (typeof CONSTITUENCY_KINDS)[number];
export type InvalidCode = (typeof INVALID_GROUNDS)[number];
export type QuestionableCode = (typeof QUESTIONABLE_GROUNDS)[number];

export interface InvalidCodeRule {
  readonly kinds: readonly ConstituencyKind[];
  readonly systems: readonly VotingSystem[];
  readonly source2016: string;
  readonly source2008: string;
}

const ALL = {
  kinds: ['geographical', 'dc_second', 'ordinary_fc', 'special_fc'],
  systems: ['list_pr', 'first_past_the_post', 'preferential'],
} as const;
const CHOP = {
  kinds: ['geographical', 'dc_second', 'ordinary_fc'],
  systems: ['list_pr', 'first_past_the_post'],
} as const;
const LISTS = { kinds: ['geographical', 'dc_second'], systems: ['list_pr'] } as const;
const CANDIDATES = { kinds: ['ordinary_fc'], systems: ['first_past_the_post'] } as const;
const NUMERALS = { kinds: ['special_fc'], systems: ['preferential'] } as const;
const BOTH_2008 = '2008 ¶5.56, ¶5.70';
const FC_2008 = '2008 ¶5.70';

/** Papers set aside at once, by kind of constituency; nobody may make representations on them. */
export const INVALID_CODES: Readonly<Record<InvalidCode, InvalidCodeRule>> = {
  unmarked: { ...ALL, source2016: '2016 ¶5.72(a), ¶5.89(a)', source2008: BOTH_2008 },
  not_stamp: { ...CHOP, source2016: '2016 ¶5.72(b), ¶5.89(e)', source2008: BOTH_2008 },
  spoilt: { ...ALL, source2016: '2016 ¶5.72(c), ¶5.89(c)', source2008: BOTH_2008 },
  tendered: { ...ALL, source2016: '2016 ¶5.72(d), ¶5.89(b)', source2008: BOTH_2008 },
  unused: { ...ALL, source2016: '2016 ¶5.72(e), ¶5.89(d)', source2008: BOTH_2008 },
  overvote_list: { ...LISTS, source2016: '2016 ¶5.72(f), ¶5.89(g)', source2008: '2008 ¶5.56' },
  overvote_candidate: { ...CANDIDATES, source2016: '2016 ¶5.89(f)', source2008: FC_2008 },
  not_arabic: { ...NUMERALS, source2016: '2016 ¶5.89(h)', source2008: FC_2008 },
  multiple_first: { ...NUMERALS, source2016: '2016 ¶5.89(i)', source2008: FC_2008 },
  no_first: { ...NUMERALS, source2016: '2016 ¶5.89(j)', source2008: FC_2008 },
};

/** Grounds decided one by one by an officer, with representations, in every kind of constituency. */
export const QUESTIONABLE_CODES: Readonly<Record<QuestionableCode, { readonly source: string }>> = {
  identifying_mark: { source: '2016 ¶5.73, ¶5.90; 2008 ¶5.57, ¶5.71' },
  intention_unclear: { source: '2016 ¶5.73, ¶5.90; 2008 ¶5.57, ¶5.71' },
  mutilated: { source: '2016 ¶5.73, ¶5.90; 2008 ¶5.57, ¶5.71' },
  uncertain: { source: '2016 ¶5.73, ¶5.90; 2008 ¶5.57, ¶5.71' },
};

const codes = Object.keys(INVALID_CODES) as readonly InvalidCode[];

/** The codes of a voting system, in the order of the rules; none for a civil referendum [counting.md §10]. */
export const invalidCodesFor = (system: VotingSystem): readonly InvalidCode[] =>
  codes.filter((code) => INVALID_CODES[code].systems.includes(system));

/** Marks that make one paper an overvote: more than one list, or more candidates than vacancies [2016 ¶5.72(f), ¶5.89(f)]. */
export const mostMarks = (system: VotingSystem, seats: number): number | null => {
  if (system === 'list_pr') return 1;
  return system === 'first_past_the_post' ? seats : null;
};
