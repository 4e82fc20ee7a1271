import type { lots as english } from '../en/acts-lots.ts';

const HANDS = { self: '候选人本人', representative: '代表', returning_officer: '选举主任' };
const places = (number: number): string => (number === 1 ? '一席' : `${number}席`);

export const lots: typeof english = {
  title: '抽签',
  round: (round) => `第${round}轮抽签`,
  members: (list, number) => (list ? `${number}份名单` : `${number}名候选人`),
  tie: (members, open) => `${members}票数相同，争夺${places(open)}。按选票上的次序，各抽一次。`,
  redraw: (members, open) => `${members}抽得相同号码，争夺${places(open)}。只由相同者再抽。`,
  procedure: [
    '不透明的袋内有十个乒乓球，编号1至10。',
    '每名候选人或每份名单的代表抽出一个。选举主任代缺席者抽。',
    '输入号码。把球放回袋中，才抽下一个。',
    '号码大者胜，10为最大。号码相同而席位不足者再抽。',
  ],
  ballNumber: '球上的号码',
  ballMissing: (member) => `请输入${member}所抽的号码。`,
  ballWrong: (member) => `球的编号为1至10，请再看${member}的球。`,
  drawnBy: '由谁抽出',
  handMissing: (member) => `请指明由谁为${member}抽签。`,
  hands: HANDS,
  handOf: (drawnBy) => HANDS[drawnBy as keyof typeof HANDS] ?? drawnBy,
  who: '为谁而抽',
  ball: '号码',
  gives: '结果',
  fates: { in: '取得议席', again: '再抽', out: '不获议席' },
  again: '号码相同者须再抽。请继续下一轮。',
  follows: '每轮抽出的每个号码，连同为谁而抽和由谁抽出，都会公开。抽签不会重来。',
};
