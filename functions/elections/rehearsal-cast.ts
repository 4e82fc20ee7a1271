import * as z from 'zod/mini';
import { CONSTITUENCY_KINDS, type Contestant, VOTING_SYSTEMS } from '#shared/election/definition.ts';
import { Text } from '#shared/election/text.ts';
import { scriptFile } from './script-file.ts';
import { type SeededNumbers, seededNumbers } from './seeded-numbers.ts';

const Facts = z.array(
  z.strictObject({
    id: z.string(),
    kind: z.enum(CONSTITUENCY_KINDS),
    system: z.enum(VOTING_SYSTEMS),
    seats: z.int(),
    name: Text,
  }),
);
export type ConstituencyFacts = z.infer<typeof Facts>[number];

/** The constituencies of the 2016 edition [2016 ¶1.5-1.7]. */
export const constituencies2016 = (): readonly ConstituencyFacts[] =>
  scriptFile(Facts, 'rehearsal-2016/constituencies.json');

/** Lists by constituency; the others are drawn. */
const LISTS: Readonly<Record<string, number>> = { HKI: 9, KE: 8, KW: 9, NTE: 12, NTW: 11, DC2: 6 };

/** Candidates of functional constituencies that show something; the others are drawn, two to four. */
const CANDIDATES: Readonly<Record<string, number>> = {
  HYK: 5,
  AF: 4,
  INS: 6,
  TRA: 3,
  LAB: 6,
  FIN: 1, // uncontested
  IND2: 0, // failed: nobody stands
};

const AFFILIATIONS: readonly Text[] = [
  { en: 'Rehearsal Party A', 'zh-Hant': '演習甲黨', 'zh-Hans': '演习甲党' },
  { en: 'Rehearsal Party B', 'zh-Hant': '演習乙黨', 'zh-Hans': '演习乙党' },
  { en: 'Rehearsal Party C', 'zh-Hant': '演習丙黨', 'zh-Hans': '演习丙党' },
  { en: 'Rehearsal Alliance', 'zh-Hant': '演習聯盟', 'zh-Hans': '演习联盟' },
];

const candidateName = (number: number): Text => ({
  en: `Rehearsal Candidate ${number}`,
  'zh-Hant': `演習候選人${number}`,
  'zh-Hans': `演习候选人${number}`,
});

const affiliation = (numbers: SeededNumbers): Pick<Contestant, 'affiliation'> => {
  const drawn = AFFILIATIONS[numbers.below(AFFILIATIONS.length + 3)];
  return drawn ? { affiliation: drawn } : {};
};

/** Names on a list: list 1 of New Territories West has one and wins more quotas than that; every list 2 is full. */
const namesOn = (facts: ConstituencyFacts, list: number, numbers: SeededNumbers): number => {
  if (facts.id === 'NTW' && list === 1) return 1;
  return list === 2 ? facts.seats : numbers.between(1, facts.seats);
};

const lists = (facts: ConstituencyFacts, numbers: SeededNumbers, named: () => Text): Contestant[] =>
  Array.from({ length: LISTS[facts.id] ?? 2 }, (_, index) => {
    const number = String(facts.kind === 'dc_second' ? 801 + index : index + 1);
    return {
      id: number,
      number,
      name: {
        en: `Rehearsal List ${number}`,
        'zh-Hant': `演習名單${number}`,
        'zh-Hans': `演习名单${number}`,
      },
      ...affiliation(numbers),
      candidates: Array.from({ length: namesOn(facts, index + 1, numbers) }, (__, place) => ({
        id: `${number}${'abcdefghi'.charAt(place)}`,
        name: named(),
      })),
    };
  });

const singles = (facts: ConstituencyFacts, numbers: SeededNumbers, named: () => Text): Contestant[] =>
  Array.from({ length: CANDIDATES[facts.id] ?? numbers.between(2, 4) }, (_, index) => ({
    id: String(index + 1),
    number: String(index + 1),
    name: named(),
    ...affiliation(numbers),
  }));

/** Invented contestants of every constituency; candidates are numbered through the whole election. */
export const rehearsalCast = (seed: number): ReadonlyMap<string, Contestant[]> => {
  const numbers = seededNumbers(seed);
  let candidates = 0;
  const named = (): Text => {
    candidates += 1;
    return candidateName(candidates);
  };
  return new Map(
    constituencies2016().map((facts) => [
      facts.id,
      facts.system === 'list_pr' ? lists(facts, numbers, named) : singles(facts, numbers, named),
    ]),
  );
};
