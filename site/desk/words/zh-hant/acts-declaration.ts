import { nameIn } from '../../../models/names.ts';
import { count, exact } from '../../../words/format.ts';
import { type Phrase, say } from '../../../words/phrase.ts';
import type { ReadFacts, ReadSeat } from '../../acts/declaration/read-facts.ts';
import type { declaration as english, ending as englishEnding } from '../en/acts-declaration.ts';

const name = (text: ReadSeat['name']): Phrase => nameIn(text, 'zh-Hant');

const and = (phrases: readonly Phrase[]): Phrase =>
  phrases.flatMap((phrase, index) => {
    if (index === 0) return phrase;
    return [index === phrases.length - 1 ? '和' : '、', ...phrase];
  });

const place = ({ kind, constituency }: ReadFacts): Phrase => {
  if (kind === 'geographical') return say`${name(constituency)}地方選區`;
  if (kind === 'referendum') return name(constituency);
  return say`${name(constituency)}功能界別`;
};

const seats = (number: number): string => `${count(number)}個議席`;

const figures = (facts: ReadFacts): Phrase => {
  const { system, valid, quota, rounds, lastRoundPapers } = facts;
  switch (system) {
    case 'list_pr':
      return [
        `有效票${count(valid)}張，分配${seats(facts.seats)}。`,
        quota === null ? '' : `選票基數為${exact(quota)}票。`,
      ];
    case 'preferential':
      return [
        `有效選票${count(valid)}張，點算${rounds}輪。`,
        lastRoundPapers === null ? '' : `最後一輪點算${count(lastRoundPapers)}張。`,
      ];
    case 'first_past_the_post':
      return [`${facts.seats > 1 ? '有效選票' : '有效票'}${count(valid)}張。`];
    case 'net_support':
      return [`有效選票${count(valid)}張。`];
    case 'nomination':
      return [`有效提名${count(valid)}個。`];
  }
};

const wonBy = ({ by }: ReadSeat): string =>
  ({
    quota: '以選票基數取得議席',
    remainder: '以餘票取得議席',
    lots: '以抽籤取得議席',
    votes: '',
    majority: '取得絕對多數',
    uncontested: '',
    threshold: '',
    net_support: '',
  })[by];

const line = ({ system }: ReadFacts, seat: ReadSeat, index: number): Phrase => {
  const unit = system === 'list_pr' ? `名單${seat.number}` : `${seat.number}號候選人`;
  const votes = {
    list_pr: `名單得票${count(seat.votes)}張`,
    preferential: `最後一輪得${count(seat.votes)}張選票`,
    first_past_the_post: `得票${count(seat.votes)}張`,
    net_support: `支持${count(seat.votes)}張`,
    nomination: `獲提名${count(seat.votes)}個`,
  }[system];
  const how = wonBy(seat);
  return say`${index + 1}. ${name(seat.name)}，${unit}，${votes}${how === '' ? '' : `，${how}`}。`;
};

const people = (facts: ReadFacts): Phrase => and(facts.elected.map((seat) => name(seat.name)));

const elect = (facts: ReadFacts): Phrase => {
  if (facts.system === 'net_support') return say`本人宣布，${people(facts)}的支持淨值最高。`;
  if (facts.system === 'nomination') return say`本人宣布，${people(facts)}已取得所需的提名數目。`;
  return say`本人宣布，${people(facts)}於${place(facts)}正式當選。`;
};

const replacement = (facts: ReadFacts): readonly Phrase[] =>
  facts.replaced.map(({ gone, event, by, number }) => {
    const why = event === 'died' ? '去世' : '喪失資格';
    return by === null
      ? say`${name(gone)}（${number}號）取得議席，但於投票結束後${why}。無人補上。`
      : say`${name(gone)}（名單${number}）取得議席，但於投票結束後${why}。由同一名單的下一名候選人${name(by)}補上當選。`;
  });

const unfilled = ({ unfilled: empty }: ReadFacts): readonly Phrase[] =>
  empty === 0 ? [] : [[`尚有${seats(empty)}無人填補，選舉在此範圍內未能完成。`]];

const reason = (facts: ReadFacts): readonly Phrase[] =>
  facts.reason === null ? [] : [['理由：', facts.reason]];

const opening = (facts: ReadFacts): Phrase =>
  say`本人是${place(facts)}的選舉主任，現宣讀${name(facts.election)}的結果。`;

const read = (facts: ReadFacts): readonly Phrase[] => {
  switch (facts.outcome) {
    case 'terminated':
      return [
        say`本人是${place(facts)}的選舉主任，現宣布${name(facts.election)}在${place(facts)}的選舉程序終止。`,
        ...reason(facts),
      ];
    case 'failed':
      return [
        opening(facts),
        ...replacement(facts),
        say`本人宣布，${place(facts)}的選舉未能完成，沒有人當選。`,
        ...reason(facts),
      ];
    case 'uncontested':
      return [
        opening(facts),
        [`獲有效提名的候選人人數不多於${seats(facts.seats)}，無須投票。`],
        elect(facts),
        ...unfilled(facts),
      ];
    case 'elected':
      return [
        opening(facts),
        figures(facts),
        ...facts.elected.map((seat, index) => line(facts, seat, index)),
        ...replacement(facts),
        elect(facts),
        ...unfilled(facts),
      ];
  }
};

export const declaration: typeof english = {
  title: '宣布結果',
  readTitle: '宣讀的文字',
  read,
  figures: '所依據的數字',
  list: '名單',
  candidate: '候選人',
  votes: '得票',
  seats: '議席',
  basis: ({ reports, expected, valid, rejected, quota }) =>
    `報告${expected}份中已收${reports}份，有效${valid}張，不予點算${rejected}張${quota === null ? '' : `，選票基數${quota}`}。`,
  reason: '理由',
  reasonHint: '任何人都可看到，並會連同宣布一併宣讀。',
  reasonMissing: '請填寫理由：理由會宣讀並公布。',
  follows:
    '宣布後不能收回。無論其後更正的數字如何，當選的就是這些人，只有選舉呈請可以改變。結果公告有待張貼於中央點票站外。',
};

export const ending: typeof englishEnding = {
  title: '沒有結果而結束',
  which: '如何結束？',
  outcome: '宣布的內容',
  outcomeMissing: '請指明宣布甚麼。',
  outcomes: { terminated: '選舉程序終止', failed: '選舉未能完成' },
  when: {
    terminated: '候選人於投票日、投票結束前去世或喪失資格；傳統功能界別亦包括投票日之前。',
    failed: '沒有人可宣布當選。',
  },
  follows: {
    terminated:
      '此宣布不能收回。不會有結果，亦不再接受報告。須於選區或界別內每個投票站外張貼公告，並刊登憲報。',
    failed: '此宣布不能收回。沒有人當選，議席須另行選舉填補。',
  },
};
