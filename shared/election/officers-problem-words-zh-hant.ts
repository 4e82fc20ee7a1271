import type { OfficersProblemCode } from './officers-problem-words-en.ts';
import type { ProblemWords } from './problem-words-en.ts';

export const OFFICERS_PROBLEMS_ZH_HANT: Readonly<Record<OfficersProblemCode, ProblemWords>> = {
  'conflict-of-acts': {
    problem: [
      '香港時間{acceptedAt:time}已就{value}接受另一內容，其雜湊值為{accepted}，而現時傳送的內容的雜湊值為{sent}。',
      '已就{value}接受另一內容。',
      '這裏已接受另一內容。',
    ],
    remedy: '請核對已接受的內容，該內容維持不變；如仍須補充，請以新的編號另行傳送。',
  },
  'not-found': {
    problem: ['這個網址沒有內容：{value}。', '這個網址沒有內容。'],
    remedy: '請核對網址；介面說明見/openapi.json。',
  },
  'method-not-allowed': {
    problem: ['這個網址不接受{value}方法。', '這個網址不接受這種方法。'],
    remedy: ['請使用{allowed:list}。', '請使用/openapi.json所載的方法。'],
  },
  'no-language': {
    problem: '{field}的文字沒有以任何一種語言提供。',
    remedy: '請最少以一種語言提供，名稱為「en」、「zh-Hant」或「zh-Hans」。',
  },
  'not-a-day': {
    problem: ['{field}的值{value}不是日曆上的日期。', '{field}的內容不是日曆上的日期。'],
    remedy: '請按「2016-09-04」的格式填寫日期。',
  },
  'not-a-telephone': {
    problem: ['{field}的值{value}不是電話號碼。', '{field}的內容不是電話號碼。'],
    remedy: '請填寫數字，如有需要可加空格、括號、連字號或加號。',
  },
  'identity-number': {
    problem: '{field}的文字載有身分證號碼。這些號碼一律不予公布。',
    remedy: '請刪去該號碼，再次傳送公告。',
  },
  contested: {
    problem: ['{value}須進行投票，不會有人無競逐當選。', '這裏須進行投票，不會有人無競逐當選。'],
    remedy: '請在宣布結果後張貼選舉結果公告。',
  },
  'notice-about': {
    problem: ['{type}類公告不適用於選舉的這個部分。', '這份公告不適用於選舉的這個部分。'],
    remedy: ['請為以下其中一項發出：{allowed:list}。', '請註明所屬的選區、界別或投票站。'],
  },
  'notice-fact-only': {
    problem: [
      '{type}類公告只發給有關人士：只公布已經發出，不公布內容。',
      '這份公告只發給有關人士：只公布已經發出，不公布內容。',
    ],
    remedy: '請不要填寫標題、文字、內容及附件。',
  },
  'notice-number': {
    problem: ['{value:number}不是這批公告的下一個編號。', '這不是這批公告的下一個編號。'],
    remedy: [
      '請先查看已有的公告；如你的公告不在其中，請使用編號{expected}。',
      '請先查看已有的公告，再使用下一個編號。',
    ],
  },
  'notice-changed': {
    problem: [
      '公告{value}的後續修訂只可補充資料，已張貼的內容不變。',
      '後續修訂只可補充資料，已張貼的內容不變。',
    ],
    remedy: '請另發一份取代它的公告，並說明原因。',
  },
  'notice-unknown': {
    problem: ['沒有可由這份公告取代的同類公告{value}。', '沒有可由這份公告取代的同類公告。'],
    remedy: '請指明同一地方的同類公告。',
  },
  'notice-superseded': {
    problem: ['公告{value}已由公告{by}取代。', '公告{value}已被取代。', '所指的公告已被取代。'],
    remedy: ['請改為取代公告{by}。', '請改為取代最新的公告。'],
  },
  'posted-later': {
    problem: ['公告註明的張貼時間{value}尚未到來。', '公告註明的張貼時間尚未到來。'],
    remedy: '請填寫實際的張貼時間，並在張貼後才傳送。',
  },
  'not-unique': {
    problem: [
      '{field}的值{value}已用於{first:path}。',
      '{field}的值{value}重複使用。',
      '{field}的值重複使用。',
    ],
    remedy: '請移除其中一項，或為每一項提供不同的值。',
  },
  'list-without-names': {
    problem: '名單上沒有候選人：{field}。',
    remedy: '請按次序提供名單上的候選人。',
  },
  'one-candidate-only': {
    problem: [
      '在{system:system}下，每項參選為一名候選人，但{field}有{value:number}名。',
      '這裏每項參選為一名候選人，但{field}有多於一名。',
    ],
    remedy: '請把每名候選人分開列為一項。',
  },
  'counted-at-loop': {
    problem: ['沿{field}的{value}追尋，選票會循環往返：{chain}。', '沿{field}追尋，選票會循環往返。'],
    remedy: '請讓選票最終送往一個點算選票的點票站。',
  },
  'counted-at-non-counting': {
    problem: [
      '按{field}送往{value}的選票，最終到達「{station}」（{kind:station}），而該處從不點算選票。',
      '按{field}送往{value}的選票，最終到達從不點算選票的地方。',
      '選票最終到達從不點算選票的地方：{field}。',
    ],
    remedy: '請指明點算選票的點票站，例如大點票站。',
  },
  'counted-at-elsewhere': {
    problem: [
      '按{field}送往{value}的選票，會在另一選區或界別「{constituency}」點算。',
      '選票會在另一選區或界別點算：{field}。',
    ],
    remedy: '請指明點算同一選區或界別選票的點票站。',
  },
  'not-in-edition': {
    problem: [
      '{field}的種類{value}在{edition}年版的規則中並不存在。',
      '{field}的種類在這一版規則中並不存在。',
    ],
    remedy: '請選用其他種類，或更正規則的版本。',
  },
  'closes-before-it-opens': {
    problem: ['投票結束時間{value}不遲於開始時間{pollOpensAt}。', '投票結束時間不遲於開始時間：{field}。'],
    remedy: '請提供遲於投票開始的結束時間。',
  },
  'unknown-candidate': {
    problem: ['這個選區或界別沒有{field}所指的候選人{value}。', '{field}所指的候選人不詳。'],
    remedy: [
      '請使用這個選區或界別的候選人識別碼，例如{allowed:list}。',
      '請使用這個選區或界別的候選人識別碼。',
    ],
  },
  'counted-removed': {
    problem: ['設定刪去了已有點票報告的{value}：{field}。', '設定刪去了已有點票報告的項目：{field}。'],
    remedy: '請補回該項目，然後再次傳送設定。',
  },
  'counted-changed': {
    problem: [
      '{value}已有點票報告，而設定改變了報告的含義：{field}。',
      '已有點票報告，而設定改變了報告的含義：{field}。',
    ],
    remedy: '請維持其種類、投票制度、議席、參選的名單或候選人及點票地點不變。',
  },
  'rehearsal-not-test': {
    problem: [
      '識別碼{id}以演習的字樣開首，選舉必須標記為測試選舉。',
      '識別碼以演習的字樣開首，選舉必須標記為測試選舉。',
    ],
    remedy: '請把選舉標記為測試選舉，或採用不以演習字樣開首的識別碼。',
  },
  'test-mark-changed': {
    problem: ['選舉設定後，測試選舉的標記不能改為{value}：{field}。', '選舉設定後，測試選舉的標記不能更改。'],
    remedy: '請維持原有標記，或以另一識別碼設定新的選舉。',
  },
  'poll-has-closed': {
    problem: [
      '投票已於香港時間{pollClosesAt:time}結束，結束時間不能改為{value}。',
      '投票已結束，結束時間不能更改。',
    ],
    remedy: ['請維持原有的投票結束時間：{pollClosesAt}。', '請維持原有的投票結束時間。'],
  },
  'election-id-differs': {
    problem: ['設定的選舉為{value}，而網址所指的為「{expected}」。', '設定與網址所指的選舉不同。'],
    remedy: '請在兩處指明同一選舉。',
  },
  'definition-raced': {
    problem: '這份設定傳送期間，另一份修訂已獲接受。',
    remedy: '請在現行設定上作出更改，然後再次傳送。',
  },
  'lots-not-needed': {
    problem: ['按目前的點票結果，無需所傳送的抽籤（{value}）。', '按目前的點票結果，無需抽籤。'],
    remedy: '請待報告齊備，且點票結果顯示須以抽籤決定餘下議席時，才輸入抽籤結果。',
  },
  'lots-group': {
    problem: ['{field}的{value}此時無需抽籤。', '有一次抽籤屬於此時無需抽籤的一方：{field}。'],
    remedy: ['請為這一輪尚未抽籤的各方輸入一個籤球：{expected:list}。', '請只為得票相同的各方輸入一個籤球。'],
  },
  'lots-number': {
    problem: ['沒有{field}所示號碼{value}的籤球。', '籤球號碼無效：{field}。'],
    remedy: '請輸入抽出的籤球上的號碼，由1至10。',
  },
  'lots-incomplete': {
    problem: ['這一輪抽籤尚未完成，尚未抽籤：{missing:list}。', '這一輪抽籤尚未完成。'],
    remedy: '請為這一輪抽籤的每一方輸入一個籤球，然後再次傳送整輪結果。',
  },
  'lots-superfluous': {
    problem: ['抽籤分出先後以後，{field}仍有{value}。', '抽籤分出先後以後仍有抽籤結果：{field}。'],
    remedy: '請移除無需的抽籤結果。',
  },
  'not-complete': {
    problem: ['點票尚未齊備，以下各項的報告、重新點票或抽籤尚未完成：{missing:list}。', '點票尚未齊備。'],
    remedy: '請待所欠的各項齊備後再次傳送。',
  },
  'elected-differs': {
    problem: [
      '所傳送的名字（{sent:list}）與點票結果（{computed:list}）不符。',
      '所傳送的名字與點票結果（{computed:list}）不符。',
      '不能宣布所傳送的名字（{sent:list}）當選。',
      '所傳送的名字與點票結果不符。',
    ],
    remedy: '請按點票結果傳送候選人；選舉未能完成或程序終止時，請不要列出任何人。',
  },
  'already-declared': {
    problem: ['{value}的結果早前已宣布。', '這個選區或界別的結果早前已宣布。'],
    remedy: '請不要重複宣布；宣布後的更改須以附有理由的更正作出。',
  },
  'before-close': {
    problem: ['投票於香港時間{pollClosesAt:time}結束，在此之前不能這樣做。', '投票結束前不能這樣做。'],
    remedy: '請在投票結束後再次傳送。',
  },
  'recount-barred': {
    problem: [
      '誤投選票的估計數目（{estimate}）少於餘票的最小差距（{gap}），因此不能准許這次重新點票。',
      '誤投選票的估計數目少於餘票的最小差距，因此不能准許這次重新點票。',
    ],
    remedy: '請記錄為拒絕要求；可改為要求無需等候誤投選票的重新點票。',
  },
  'recount-station-required': {
    problem: '要求重新點算一個點票站的選票，但沒有指明點票站：{field}。',
    remedy: '請指明須重新點票的點票站。',
  },
  'recount-requester': {
    problem: '監察點票代理人只可在其點票站要求重新點票，不可就整個選區或界別或誤投選票提出要求。',
    remedy: '請記錄由候選人或選舉代理人提出的要求。',
  },
  'recount-number': {
    problem: [
      '這項要求的編號為{value:number}，但下一個編號應為{expected}。',
      '這項要求的編號並非下一個編號：{field}。',
    ],
    remedy: ['請以編號{expected}傳送。', '請把每個選區或界別的要求順序編號。'],
  },
  'act-number': {
    problem: ['編號為{value:number}，但下一個編號應為{expected}。', '編號並非下一個編號：{field}。'],
    remedy: ['請以編號{expected}傳送。', '請順序編號。'],
  },
  'suspended-already': {
    problem: '已經押後。',
    remedy: '請先恢復，或維持現狀。',
  },
  'not-suspended': {
    problem: '並未押後，因此無從恢復。',
    remedy: '請先押後，或維持現狀。',
  },
  'event-too-late': {
    problem: ['就是次選舉而言，此事發生得太遲：{field}為{value}。', '就是次選舉而言，此事發生得太遲。'],
    remedy: '請核對選舉主任信納此事的時間；候選人只可在提名期內退出競選。',
  },
  'not-an-email': {
    problem: ['{field}的{value}不是電郵地址。', '{field}的內容不是電郵地址。'],
    remedy: '請填寫一個完整的電郵地址。',
  },
  'not-a-phone': {
    problem: ['{field}的{value}不是電話號碼。', '{field}的內容不是電話號碼。'],
    remedy: '請以數字填寫電話號碼，可加空格，國家或地區號碼前可加「+」；亦可留空。',
  },
  'account-unknown': {
    problem: ['沒有{value}這個帳戶。', '沒有這個帳戶。'],
    remedy: '請核對識別碼；帳戶由總選舉事務主任開立。',
  },
  'account-id-differs': {
    problem: ['內容所屬的帳戶為{value}，而網址所指的為「{expected}」。', '內容與網址所指的帳戶不同。'],
    remedy: '請在兩處指明同一帳戶。',
  },
  'own-account': {
    problem: ['不能關閉自己的帳戶{value}，亦不能除去其身分。', '不能關閉自己的帳戶，亦不能除去其身分。'],
    remedy: '請由另一個總選舉事務主任帳戶處理。',
  },
  'file-unreadable': {
    problem: ['未能讀取檔案：{value}。', '未能讀取檔案。'],
    remedy: '請確定檔案存在、可以讀取，並為UTF-8編碼的JSON檔案。',
  },
};
