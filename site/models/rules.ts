import type { ConstituencySummary } from '#shared/recount/results.ts';
import type { Words } from '../words/words.ts';

/** Which paragraphs stand behind each step; every step of an explanation names its rule. */
type Topic =
  | 'addUp'
  | 'quota'
  | 'byQuota'
  | 'byRemainder'
  | 'ties'
  | 'names'
  | 'firstPastThePost'
  | 'candidateLots'
  | 'preferences'
  | 'rounds'
  | 'popVote';

interface Rule {
  readonly paragraph: string;
  readonly reading?: string;
}

const EDITION_2016: Readonly<Record<Exclude<Topic, 'popVote'>, Rule>> = {
  addUp: { paragraph: '5.78–5.81' },
  quota: { paragraph: '2.24', reading: 'A-1' },
  byQuota: { paragraph: '2.24' },
  byRemainder: { paragraph: '2.24' },
  ties: { paragraph: '2.25, 2.26' },
  names: { paragraph: '2.24, 2.30' },
  firstPastThePost: { paragraph: '3.35' },
  candidateLots: { paragraph: '3.35, 3.36', reading: 'A-8' },
  preferences: { paragraph: '3.34, 5.91' },
  rounds: { paragraph: '3.34, App. 3', reading: 'A-6' },
};

/** The chapter of 2008 that is at hand; where it is silent the 2016 rule is used and named. */
const EDITION_2008: Partial<Record<Topic, Rule>> = {
  addUp: { paragraph: '5.62–5.65' },
  ties: { paragraph: '5.77, 5.78' },
};

export const ruleOf = (topic: Topic, edition: string, words: Words): string => {
  const { rules } = words.explain;
  if (topic === 'popVote' || edition === 'popvote-2017') return rules.popVote;
  const own = edition === '2008' ? EDITION_2008[topic] : undefined;
  const rule = own ?? EDITION_2016[topic];
  const text = rules.guidelines(own === undefined ? '2016' : '2008', rule.paragraph);
  return rule.reading === undefined ? text : `${text}${rules.join}${rules.reading(rule.reading)}`;
};

export const addUpTopic = (result: Pick<ConstituencySummary, 'system'>): Topic =>
  result.system === 'net_support' || result.system === 'nomination' ? 'popVote' : 'addUp';
