import type { WarningCode, WarningWords } from './warning-words-en.ts';

const CHECK_ACCOUNT =
  '請核對選票結算表；如有數字誤填，請附上理由傳送下一次修訂，切勿只為使總數相符而更改數字。';
const CHECK_REPORT = '請與書面報告核對；如有數字誤填，請附上理由傳送下一次修訂，否則無需跟進。';

/** Traditional Chinese words, with the terms of Hong Kong electoral law. */
export const WARNINGS_ZH_HANT: Readonly<Record<WarningCode, WarningWords>> = {
  A1: {
    title: '獲供應選票與開始投票前的數目不同',
    text: [
      '結算表所載的獲供應選票有{supplied}張，而開始投票前展示的有{openingStock}張。報告按原樣保留。',
      '獲供應選票的數目與開始投票前展示的不同。報告按原樣保留。',
    ],
    remedy: CHECK_ACCOUNT,
  },
  A2: {
    title: '未發出選票多於獲供應選票',
    text: [
      '結算表所載的未發出選票有{unissued}張，獲供應選票有{supplied}張。報告按原樣保留。',
      '按結算表，獲供應選票減去未發出選票為{issued}張。報告按原樣保留。',
      '結算表所載的未發出選票多於獲供應選票。報告按原樣保留。',
    ],
    remedy: CHECK_ACCOUNT,
  },
  A3: {
    title: '按結算表箱內沒有選票',
    text: [
      '結算表所載的獲供應選票有{supplied}張，而未發出選票{unissued}張、未用選票{unused}張及損壞選票{spoilt}張合計多於此數。報告按原樣保留。',
      '按結算表，獲供應選票減去未發出、未用及損壞選票為{estimatedInBox}張。報告按原樣保留。',
      '未發出、未用及損壞選票合計多於獲供應選票。報告按原樣保留。',
    ],
    remedy: CHECK_ACCOUNT,
  },
  A4: {
    title: '尋得的選票多於結算表所示',
    text: [
      '箱內有選票{papersInBox}張，別處有{papersElsewhere}張；按結算表，箱內應有{estimatedInBox}張。報告按原樣保留。',
      '點算的選票有{papersCounted}張；按結算表，箱內應有{estimatedInBox}張。報告按原樣保留。',
      '尋得的選票多於結算表所示箱內應有的數目。報告按原樣保留。',
    ],
    remedy: CHECK_ACCOUNT,
  },
  A5: {
    title: '箱內選票與所報選票不同',
    text: [
      '箱內有選票{papersInBox}張，而有效、無效及不獲接納的選票合計{papersCounted}張。報告按原樣保留。',
      '箱內選票的數目，不等於有效、無效及不獲接納的選票的總和。報告按原樣保留。',
    ],
    remedy: CHECK_REPORT,
  },
  A6: {
    title: '有效選票與票數不符',
    text: [
      '{valid}張有效選票報有{votes}票，而每張有效選票最少一票，最多{votesPerPaper}票。報告按原樣保留。',
      '{valid}張有效選票報有{votes}票。報告按原樣保留。',
      '有效選票的數目與票數不符。報告按原樣保留。',
    ],
    remedy: CHECK_REPORT,
  },
  A7: {
    title: '尋得的重複選票多於記錄',
    text: [
      '點票時尋得重複選票{found}張，而發出時的記錄為{recorded}張。報告按原樣保留。',
      '點票時尋得的重複選票，多於結算表所載的{tendered}張。報告按原樣保留。',
      '點票時尋得的重複選票多於結算表所載。報告按原樣保留。',
    ],
    remedy: CHECK_ACCOUNT,
  },
  A8: {
    title: '功能界別選票多於預期',
    text: [
      '已發出功能界別選票{functionalIssued}張，多於地方選區選票{geographicalIssued}張的兩倍。報告按原樣保留。',
      '已發出的功能界別選票，多於地方選區選票的兩倍。報告按原樣保留。',
    ],
    remedy: CHECK_ACCOUNT,
  },
  'papers-over-electors': {
    title: '選票多於選民',
    text: [
      '所報選票有{papers}張，而在此點票的投票站獲編配的選民有{electors}人。報告按原樣保留。',
      '所報選票的數目，多於在此點票的投票站獲編配的選民人數。報告按原樣保留。',
    ],
    remedy: CHECK_REPORT,
  },
  'rejected-share': {
    title: '不計作有效的選票比例較高',
    text: [
      '{papers}張選票中有{rejected}張（{rejected/papers}）不計作有效；超過{limit}%即附上標記。報告按原樣保留。',
      '{papers}張選票中有{rejected}張（{rejected/papers}）不計作有效。報告按原樣保留。',
      '不計作有效的選票比例較高。報告按原樣保留。',
    ],
    remedy: CHECK_REPORT,
  },
  outlier: {
    title: '與整個選區或界別的情況不同',
    text: [
      '「{contestant}」在此得{votes}票，佔{valid}張有效票的{votes/valid}；在整個選區或界別，目前得{constituencyVotes}票，佔{constituencyValid}張有效票的{constituencyVotes/constituencyValid}。報告按原樣保留。',
      '「{contestant}」在此得{votes}票，與選區或界別內其他地方有明顯差別。報告按原樣保留。',
      '有名單或候選人的得票，與選區或界別內其他地方有明顯差別。報告按原樣保留。',
    ],
    remedy: CHECK_REPORT,
  },
  'contestant-missing': {
    title: '沒有部分名單或候選人的數字',
    text: [
      '報告沒有編號{contestants:list}的數字，作0計算。報告按原樣保留。',
      '報告沒有最少一份名單或一名候選人的數字，作0計算。報告按原樣保留。',
    ],
    remedy: CHECK_REPORT,
  },
  'ground-not-applicable': {
    title: '這種投票制度不採用的理由',
    text: [
      '有選票以「{ground:ground}」為理由另置，而{system:system}不採用這項理由。報告按原樣保留。',
      '有選票以「{ground:ground}」為理由另置，而這種投票制度不採用這項理由。報告按原樣保留。',
      '有選票以「{ground}」為理由另置，而這種投票制度不採用這項理由。報告按原樣保留。',
      '有選票以這種投票制度不採用的理由另置。報告按原樣保留。',
    ],
    remedy: CHECK_REPORT,
  },
  'count-revised': {
    title: '點票結果已修訂',
    text: [
      '這個點票站第{count}次點票的結果已修訂。報告按原樣保留。',
      '這個點票站較早前的點票結果已修訂。報告按原樣保留。',
    ],
    remedy: '請比較各次修訂及其理由，全部均保存於公開紀錄。',
  },
};

/** For a code that this version has no words for. */
export const UNKNOWN_WARNING_ZH_HANT: WarningWords = {
  title: '附有標記',
  text: ['報告附有標記「{code}」。報告按原樣保留。', '報告附有標記。報告按原樣保留。'],
  remedy: CHECK_REPORT,
};
