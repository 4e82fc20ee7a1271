/** What is written on the front of a questionable paper after the final decision. */
export interface Endorsement {
  readonly event: 'rejected' | 'rejection_objected' | 'acceptance_objected';
  readonly zhHant: string;
  /** `null` in the 2008 edition, which endorses in Chinese only [2008 ¶5.58-5.59]. */
  readonly en: string | null;
}

/** Endorsements of the 2016 edition [2016 ¶5.75, ¶5.93]. */
export const ENDORSEMENTS: readonly Endorsement[] = [
  { event: 'rejected', zhHant: '不獲接納', en: 'rejected' },
  { event: 'rejection_objected', zhHant: '反對此選票不獲接納', en: 'rejection objected to' },
  { event: 'acceptance_objected', zhHant: '反對此選票獲接納', en: 'acceptance objected to' },
];

export interface QuestionableDecision {
  readonly final: 'accept' | 'reject';
  readonly objected: boolean;
  readonly bilingual: boolean;
}

/** Endorsements that a decision leaves on the paper, in writing order; an accepted paper bears none unless objected to. */
export const endorsementsFor = ({
  final,
  objected,
  bilingual,
}: QuestionableDecision): readonly Endorsement[] => {
  const events: readonly Endorsement['event'][] =
    final === 'reject'
      ? ['rejected', ...(objected ? (['rejection_objected'] as const) : [])]
      : objected
        ? ['acceptance_objected']
        : [];
  return ENDORSEMENTS.filter(({ event }) => events.includes(event)).map((endorsement) =>
    bilingual ? endorsement : { ...endorsement, en: null },
  );
};
