import type { adjournment as englishAdjournment, relocation as englishRelocation } from '../en/acts-moves.ts';

export const adjournment: typeof englishAdjournment = {
  title: '暫停或恢復',
  what: '決定如何？',
  state: '投票或點票',
  stateMissing: '請指明暫停還是恢復。',
  states: { suspended: '暫停', resumed: '從中斷處恢復' },
  where: '範圍',
  whereMissing: '請指明範圍。',
  places: { whole: '整個選區或界別', station: '一個點票站' },
  why: '為何？',
  ground: '理由類別',
  groundMissing: '請指明理由類別。',
  grounds: {
    severe_weather: '熱帶氣旋或其他惡劣天氣',
    disorder_or_danger: '騷亂、公開暴力，或危害公眾健康或安全',
    material_irregularity: '關鍵性的不妥當之處',
  },
  reason: '具體說明',
  reasonHint: '任何人都可看到，恢復時亦然。',
  reasonMissing: '請具體說明原因。',
  follows: {
    suspended: '公開網頁會即時說明。已點算和呈報的一切保持不變；恢復之前不會確認任何報告。',
    resumed: '公開網頁會即時說明。點票從中斷處繼續。',
  },
  buttons: { suspended: '暫停', resumed: '恢復' },
  sentTitle: { suspended: '已暫停', resumed: '已恢復' },
  sentWords: '理由類別和說明會於一分鐘內公開。',
};

export const relocation: typeof englishRelocation = {
  title: '遷移點票地點',
  which: '哪個點票站遷移，為何？',
  reason: '理由',
  reasonHint: '任何人都可看到。投票或點票押後的理由，不是遷移的理由。',
  reasonMissing: '請填寫理由。',
  place: '遷往何處？',
  placeHint: '請盡量以各種語言填寫，系統不會翻譯。最少填寫一種。',
  placeIn: (language) => `新地點（${language}）`,
  placeMissing: '請最少以一種語言填寫新地點。',
  opensAt: '候選人可到場的時間（可不填）',
  opensHint: '選舉主任會把地點和時間告知每份名單排名第一的候選人。',
  follows: [
    '點票站的編號和已呈報的一切不變。其公開網頁會說明現時的點票地點。',
    '投票箱、容器、已點算或未點算的選票、未發出和重複的選票、選票結算表及選票結算核實書一併遷移。',
  ],
  button: '指示遷移',
  sentTitle: '遷移已記錄',
  sentWords: '會於一分鐘內公開。公告草稿有待張貼。',
};
