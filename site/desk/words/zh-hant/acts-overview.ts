import type { overview as english } from '../en/acts-overview.ts';

const or = (roles: readonly string[]): string =>
  roles.length < 2 ? roles.join('') : `${roles.slice(0, -1).join('、')}或${roles.at(-1)}`;

export const overview: typeof english = {
  title: '選區或界別的各項程序',
  name: (constituency) => `${constituency}的各項程序`,
  progress: '進度',
  home: '你負責的地點',
  waits: '尚欠的步驟',
  nothingWaits: '結果已宣布，沒有尚欠的步驟。',
  ended: '宣布選舉程序終止之前，沒有其他尚欠的步驟。',
  steps: {
    entry: '報告有待輸入',
    second_entry: '報告有待第二次輸入',
    resolution: '兩次輸入的數字不同，有待裁定',
    result_told: '點票結果有待告知在場人士',
    resume: '點票已暫停，有待恢復',
    confirmation: '報告有待確認',
    recount: '重新點票的結果有待呈報',
    stations: '點票站的報告',
    misplaced: '中央點票站點算的誤投選票',
    lots: '有待抽籤',
    declaration: '有待提出宣布結果',
    second_person: '宣布結果有待另一名選舉人員和議',
    statement: '問題選票及選票結算表的總數有待公布',
    notices: '公告有待張貼',
  },
  can: (roles) => `可由${or(roles)}處理。`,
  open: '等候另一名選舉人員和議',
  may: '你現在可以做的事',
  mayNothing: '這裏沒有屬於你職責的事項。',
  mayNot: '你現在不能做的事和原因',
  names: {
    'station-recount': '記錄在一個點票站提出的重新點票要求',
    recount: '記錄就整個選區或界別提出的重新點票要求',
    lots: '輸入抽籤結果',
    declaration: '宣布結果',
    event: '記錄候選人去世、喪失資格或退出競選',
    ending: '宣布選舉未能完成，或選舉程序終止',
    correction: '在宣布結果後更正數字',
    adjournment: '暫停或恢復點票',
    relocation: '把點票移往另一地點',
  },
  misplaced: (station) => `呈報誤投選票（${station}）`,
  bars: {
    role: '這不屬於你的職責。',
    declared: '結果已經宣布。之後只可以更正數字，點票的其他事項不再改變。',
    not_declared: '結果尚未宣布。在此之前，如須更改數字，請附上理由，再次呈報該點票站的報告。',
    poll_open: '投票尚未結束。',
    no_tie: '按目前的數字，沒有須抽籤決定的同票情況。',
    not_ready: '宣布結果之前尚有欠缺的步驟，見上文。',
    terminated: '由於已記錄的候選人事項，選舉程序已經終止。',
    proposed: '已有一項同類程序等候另一名選舉人員處理。該項程序須先獲和議或被否決。',
  },
  soFar: '至今的所有程序',
  noActs: '尚未記錄任何程序。',
  refusedProposals: '被否決或已撤回的提議',
  secondedBy: (role) => `和議：${role}`,
  reason: (text) => `理由：${text}`,
  log: {
    recount: ({ where, by, decision }) =>
      `重新點票（${where}）：由${by}要求，${decision === 'allowed' ? '獲准' : '不獲准'}`,
    lots: (balls) => `抽籤：${balls}`,
    declaration: (outcome, names) =>
      ({
        elected: `宣布當選：${names}`,
        failed: '宣布選舉未能完成',
        terminated: '宣布選舉程序終止',
      })[outcome],
    event: (name, what) => `${name}：${what}`,
    relocation: (station, to) => `${station}的點票移往${to}`,
    adjournment: (state, station) =>
      `${station === null ? '全部點票' : `${station}的點票`}${state === 'suspended' ? '暫停' : '恢復'}`,
    correction: (station) => `宣布結果後更正${station}的數字`,
  },
};
