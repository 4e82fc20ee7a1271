import { nameIn } from '../../../models/names.ts';
import { count, exact } from '../../../words/format.ts';
import { type Phrase, say } from '../../../words/phrase.ts';
import type { ReadFacts, ReadSeat } from '../../acts/declaration/read-facts.ts';
import type { declaration as english, ending as englishEnding } from '../en/acts-declaration.ts';

const name = (text: ReadSeat['name']): Phrase => nameIn(text, 'zh-Hans');

const and = (phrases: readonly Phrase[]): Phrase =>
  phrases.flatMap((phrase, index) => {
    if (index === 0) return phrase;
    return [index === phrases.length - 1 ? '和' : '、', ...phrase];
  });

const place = ({ kind, constituency }: ReadFacts): Phrase => {
  if (kind === 'geographical') return say`${name(constituency)}地方选区`;
  if (kind === 'referendum') return name(constituency);
  return say`${name(constituency)}功能界别`;
};

const seats = (number: number): string => `${count(number)}个议席`;

const figures = (facts: ReadFacts): Phrase => {
  const { system, valid, quota, rounds, lastRoundPapers } = facts;
  switch (system) {
    case 'list_pr':
      return [
        `有效票${count(valid)}张，分配${seats(facts.seats)}。`,
        quota === null ? '' : `选票基数为${exact(quota)}票。`,
      ];
    case 'preferential':
      return [
        `有效选票${count(valid)}张，点算${rounds}轮。`,
        lastRoundPapers === null ? '' : `最后一轮点算${count(lastRoundPapers)}张。`,
      ];
    case 'first_past_the_post':
      return [`${facts.seats > 1 ? '有效选票' : '有效票'}${count(valid)}张。`];
    case 'net_support':
      return [`有效选票${count(valid)}张。`];
    case 'nomination':
      return [`有效提名${count(valid)}个。`];
  }
};

const wonBy = ({ by }: ReadSeat): string =>
  ({
    quota: '以选票基数取得议席',
    remainder: '以余票取得议席',
    lots: '以抽签取得议席',
    votes: '',
    majority: '取得绝对多数',
    uncontested: '',
    threshold: '',
    net_support: '',
  })[by];

const line = ({ system }: ReadFacts, seat: ReadSeat, index: number): Phrase => {
  const unit = system === 'list_pr' ? `名单${seat.number}` : `${seat.number}号候选人`;
  const votes = {
    list_pr: `名单得票${count(seat.votes)}张`,
    preferential: `最后一轮得${count(seat.votes)}张选票`,
    first_past_the_post: `得票${count(seat.votes)}张`,
    net_support: `支持${count(seat.votes)}张`,
    nomination: `获提名${count(seat.votes)}个`,
  }[system];
  const how = wonBy(seat);
  return say`${index + 1}. ${name(seat.name)}，${unit}，${votes}${how === '' ? '' : `，${how}`}。`;
};

const people = (facts: ReadFacts): Phrase => and(facts.elected.map((seat) => name(seat.name)));

const elect = (facts: ReadFacts): Phrase => {
  if (facts.system === 'net_support') return say`本人宣布，${people(facts)}的支持净值最高。`;
  if (facts.system === 'nomination') return say`本人宣布，${people(facts)}已取得所需的提名数目。`;
  return say`本人宣布，${people(facts)}在${place(facts)}正式当选。`;
};

const replacement = (facts: ReadFacts): readonly Phrase[] =>
  facts.replaced.map(({ gone, event, by, number }) => {
    const why = event === 'died' ? '去世' : '丧失资格';
    return by === null
      ? say`${name(gone)}（${number}号）取得议席，但在投票结束后${why}。无人补上。`
      : say`${name(gone)}（名单${number}）取得议席，但在投票结束后${why}。由同一名单的下一名候选人${name(by)}补上当选。`;
  });

const unfilled = ({ unfilled: empty }: ReadFacts): readonly Phrase[] =>
  empty === 0 ? [] : [[`尚有${seats(empty)}无人填补，选举在此范围内未能完成。`]];

const reason = (facts: ReadFacts): readonly Phrase[] =>
  facts.reason === null ? [] : [['理由：', facts.reason]];

const opening = (facts: ReadFacts): Phrase =>
  say`本人是${place(facts)}的选举主任，现宣读${name(facts.election)}的结果。`;

const read = (facts: ReadFacts): readonly Phrase[] => {
  switch (facts.outcome) {
    case 'terminated':
      return [
        say`本人是${place(facts)}的选举主任，现宣布${name(facts.election)}在${place(facts)}的选举程序终止。`,
        ...reason(facts),
      ];
    case 'failed':
      return [
        opening(facts),
        ...replacement(facts),
        say`本人宣布，${place(facts)}的选举未能完成，没有人当选。`,
        ...reason(facts),
      ];
    case 'uncontested':
      return [
        opening(facts),
        [`获有效提名的候选人人数不多于${seats(facts.seats)}，无须投票。`],
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
  title: '宣布结果',
  readTitle: '宣读的文字',
  read,
  figures: '所依据的数字',
  list: '名单',
  candidate: '候选人',
  votes: '得票',
  seats: '议席',
  basis: ({ reports, expected, valid, rejected, quota }) =>
    `报告${expected}份中已收${reports}份，有效${valid}张，不予点算${rejected}张${quota === null ? '' : `，选票基数${quota}`}。`,
  reason: '理由',
  reasonHint: '任何人都可看到，并会连同宣布一并宣读。',
  reasonMissing: '请填写理由：理由会宣读并公布。',
  follows:
    '宣布后不能收回。无论之后更正的数字如何，当选的就是这些人，只有选举呈请可以改变。结果公告有待张贴在中央点票站外。',
};

export const ending: typeof englishEnding = {
  title: '没有结果而结束',
  which: '如何结束？',
  outcome: '宣布的内容',
  outcomeMissing: '请指明宣布什么。',
  outcomes: { terminated: '选举程序终止', failed: '选举未能完成' },
  when: {
    terminated: '候选人在投票日、投票结束前去世或丧失资格；传统功能界别也包括投票日之前。',
    failed: '没有人可宣布当选。',
  },
  follows: {
    terminated:
      '此宣布不能收回。不会有结果，也不再接受报告。须在选区或界别内每个投票站外张贴公告，并刊登宪报。',
    failed: '此宣布不能收回。没有人当选，议席须另行选举填补。',
  },
};
