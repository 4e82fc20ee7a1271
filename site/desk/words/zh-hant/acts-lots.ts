import type { lots as english } from '../en/acts-lots.ts';

const HANDS = { self: '候選人本人', representative: '代表', returning_officer: '選舉主任' };
const places = (number: number): string => (number === 1 ? '一席' : `${number}席`);

export const lots: typeof english = {
  title: '抽籤',
  round: (round) => `第${round}輪抽籤`,
  members: (list, number) => (list ? `${number}份名單` : `${number}名候選人`),
  tie: (members, open) => `${members}票數相同，爭奪${places(open)}。按選票上的次序，各抽一次。`,
  redraw: (members, open) => `${members}抽得相同號碼，爭奪${places(open)}。只由相同者再抽。`,
  procedure: [
    '不透明的袋內有十個乒乓球，編號1至10。',
    '每名候選人或每份名單的代表抽出一個。選舉主任代缺席者抽。',
    '輸入號碼。把球放回袋中，才抽下一個。',
    '號碼大者勝，10為最大。號碼相同而席位不足者再抽。',
  ],
  ballNumber: '球上的號碼',
  ballMissing: (member) => `請輸入${member}所抽的號碼。`,
  ballWrong: (member) => `球的編號為1至10，請再看${member}的球。`,
  drawnBy: '由誰抽出',
  handMissing: (member) => `請指明由誰為${member}抽籤。`,
  hands: HANDS,
  handOf: (drawnBy) => HANDS[drawnBy as keyof typeof HANDS] ?? drawnBy,
  who: '為誰而抽',
  ball: '號碼',
  gives: '結果',
  fates: { in: '取得議席', again: '再抽', out: '不獲議席' },
  again: '號碼相同者須再抽。請繼續下一輪。',
  follows: '每輪抽出的每個號碼，連同為誰而抽和由誰抽出，都會公開。抽籤不會重來。',
};
