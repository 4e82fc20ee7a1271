import type { ProblemWords } from '../election/problem-words-en.ts';
import type { DeskProblemCode } from './problem-words-en.ts';

export const DESK_PROBLEMS_ZH_HANT: Readonly<Record<DeskProblemCode, ProblemWords>> = {
  'attempt-differs': {
    problem: ['此表格其間已被退回，現時以第{expected}次輸入為準。', '此表格其間已被退回。'],
    remedy: '請重新開啟該投票站的表格，你的數字仍然保留；與紙本表格核對後再傳送。',
  },
  'public-already': {
    problem: ['{value}的報告已獲確認並已公布。', '此報告已獲確認並已公布。'],
    remedy: '如須更改數字，請連同理由傳送下一個修訂版本。',
  },
  'same-person': {
    problem: '這一步須由輸入或提出者以外的另一人進行。',
    remedy: '請由同事以其本人的帳戶登入後進行。',
  },
  'entered-by-you': {
    problem: ['你已輸入{value}的表格，但數字不同。', '你已輸入此表格，但數字不同。'],
    remedy: '如先前的數字輸入有誤，請註明理由撤回你的輸入，然後重新輸入。',
  },
  'entries-complete': {
    problem: ['{value}的表格已按本選舉的要求輸入{wanted}次。', '此表格已按本選舉的要求輸入足夠次數。'],
    remedy: '無須再輸入。如你認為輸入有誤，請通知助理選舉主任，由其退回表格。',
  },
  'nothing-differs': {
    problem: ['{value}並沒有兩份互有差異的輸入。', '這裏並沒有兩份互有差異的輸入。'],
    remedy: '請重新開啟該投票站，查看表格的進度。',
  },
  'resolution-differs': {
    problem: [
      '兩份輸入在{field}均為{agreed}，但所傳送的是{value:number}。',
      '兩份輸入在{field}的數字一致，但所傳送的數字不同。',
    ],
    remedy: '只須就有差異的欄位作決定。如兩份輸入均有誤，須退回表格重新輸入。',
  },
  'nothing-entered': {
    problem: ['{value}並沒有可撤回的輸入。', '這裏並沒有可撤回的輸入。'],
    remedy: '請重新開啟該投票站，查看表格的進度。',
  },
  'not-your-entry': {
    problem: ['{value}的輸入由另一人作出。', '此輸入由另一人作出。'],
    remedy: '只有輸入者本人可以撤回；助理選舉主任或選舉主任可以退回。',
  },
  'result-not-told': {
    problem: ['投票站{value}尚未表示已向在場人士告知結果。', '投票站尚未表示已向在場人士告知結果。'],
    remedy:
      '投票站主任須先向在場的候選人及代理人告知結果，處理重新點票的要求，並標示此步驟完成，其後報告才可確認。',
  },
  suspended: {
    problem: ['{value}的點票工作已押後。', '點票工作已押後。'],
    remedy: '選舉主任恢復點票後，方可確認。',
  },
  'nothing-to-confirm': {
    problem: ['{value}沒有可供確認的報告。', '這裏沒有可供確認的報告。'],
    remedy: '請重新開啟該投票站，查看尚欠哪一步及由誰負責。',
  },
  'seen-differs': {
    problem: '你所看到的內容已有更新。',
    remedy: '請重新載入，查看現時的內容後再作決定。',
  },
  'desk-raced': {
    problem: '另一人在同一時刻在此作出了操作。',
    remedy: '請重新載入並查看現時的內容，你的數字仍然保留。',
  },
  'sum-differs': {
    problem: [
      '各項票數合計{sum}，但有效票為{value:number}，相差{difference}（A6）。',
      '各項票數的總和與有效票數不符（A6）。',
    ],
    remedy: '請再核對紙本表格。切勿只為令總和吻合而更改數字。',
  },
  'sum-A1': {
    problem: [
      '獲供應選票為{supplied}張，但投票開始時展示的為{openingStock}張（A1）。',
      '獲供應選票與投票開始時展示的數目不符（A1）。',
    ],
    remedy: '請再核對紙本表格。如表格本身如此，請留空結算表並加以解釋。',
  },
  'sum-A2': {
    problem: [
      '未發出選票多於獲供應選票：獲供應減去未發出為{issued}張（A2）。',
      '未發出選票多於獲供應選票（A2）。',
    ],
    remedy: '請再核對紙本表格。如表格本身如此，請留空結算表並加以解釋。',
  },
  'sum-A3': {
    problem: [
      '按結算表，箱內選票為{estimatedInBox}張，不可能如此（A3）。',
      '按結算表，箱內選票少於零張（A3）。',
    ],
    remedy: '請再核對紙本表格。如表格本身如此，請留空結算表並加以解釋。',
  },
  'sum-A5': {
    problem: [
      '箱內有選票{papersInBox}張，但所報為{papersCounted}張（A5）。',
      '箱內選票與所報選票的數目不符（A5）。',
    ],
    remedy: '請再核對紙本表格。切勿只為令總和吻合而更改數字。',
  },
  'sum-A6': {
    problem: [
      '{valid}張有效選票不可能有{votes}票：每張最少一票，最多{votesPerPaper}票（A6）。',
      '有效選票的數目與票數不符（A6）。',
    ],
    remedy: '請再核對紙本表格。切勿只為令總和吻合而更改數字。',
  },
  'proposal-open': {
    problem: ['同類的第{value:number}號建議仍待另一名人員決定。', '同類的建議仍待另一名人員決定。'],
    remedy: '請先就該建議作決定：附議，或註明理由拒絕。',
  },
  'proposal-decided': {
    problem: ['第{value:number}號建議已有決定。', '此建議已有決定。'],
    remedy: '請重新載入，查看所作的決定。',
  },
  'no-such-proposal': {
    problem: ['這裏沒有第{value:number}號建議。', '這裏沒有此建議。'],
    remedy: '請重新載入，查看現有的建議。',
  },
  'counted-for-missing': {
    problem: '選票獲接納，但沒有說明計算給誰。',
    remedy: '請選擇該選票計算給哪份名單或哪些候選人。',
  },
  'counted-for-none': {
    problem: ['不獲接納的選票不會計算給任何人，但傳送了{value}。', '不獲接納的選票不會計算給任何人。'],
    remedy: '請留空此項；如最終決定實為接納，請更改最終決定。',
  },
  'counted-for-many': {
    problem: ['一張選票最多計算給{limit}個，但傳送了{value:number}個。', '一張選票不能計算給這麼多個。'],
    remedy: '請只選擇這張選票計算給的名單或候選人。',
  },
  'preliminary-missing': {
    problem: '沒有填上初步決定。',
    remedy: '請填上查看選票前所宣布的決定：接納或不接納。',
  },
  'preliminary-unannounced': {
    problem: '按本選舉的規則，不會宣布初步決定。',
    remedy: '請不要填上初步決定。',
  },
  'objection-differs': {
    problem: '反對與最終決定不符。',
    remedy: '獲接納的選票只可反對接納，不獲接納的選票只可反對不接納。請與紙本記錄核對。',
  },
  'decider-differs': {
    problem: ['此處的問題選票並非由{value:role}決定。', '此處的問題選票並非由此職務決定。'],
    remedy: ['此處由以下職務決定：{allowed:roles}。', '請填上由誰決定。'],
  },
  'decisions-final': {
    problem: ['{value}的報告已公布，其決定不能再更正。', '報告已公布，其決定不能再更正。'],
    remedy: '決定屬最終決定，只可藉選舉呈請重新審理。',
  },
  'no-such-decision': {
    problem: ['沒有可供更正的第{value:number}行。', '沒有可供更正的該行。'],
    remedy: '請重新載入，該行可能已經更正。',
  },
  'statement-differs': {
    problem: '所傳送的總數並非決定記錄及各報告的總數。',
    remedy: '請重新載入，查看現時的總數後再公布。',
  },
  'cursor-unknown': {
    problem: '不知道要從哪裏繼續。',
    remedy: '請從第一頁重新開始。',
  },
};
