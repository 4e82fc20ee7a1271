import type { ProblemCode, ProblemWords } from './problem-words-en.ts';

/** Traditional Chinese words, with the terms of Hong Kong electoral law. */
export const PROBLEMS_ZH_HANT: Readonly<Record<ProblemCode, ProblemWords>> = {
  'missing-field': {
    problem: '缺少必須提供的資料：{field}。',
    remedy: '請補上後再次傳送。',
  },
  'wrong-type': {
    problem: [
      '{field}的值{value}不是{expected:type}。',
      '{field}沒有內容，這裏須為{expected:type}。',
      '{field}的值{value}或其名稱屬於不獲接受的種類。',
      '{field}的內容屬於不獲接受的種類。',
    ],
    remedy: ['請在這裏提供{expected:type}。', '請按已公布的資料格式使用名稱和值。'],
  },
  'not-a-whole-number': {
    problem: ['{field}的值{value}不是整數。', '{field}須為整數。'],
    remedy: '請提供整數，不含小數點，也不加引號。',
  },
  'too-great': {
    problem: ['{field}的值{value}過大。', '{field}的值過大。'],
    remedy: ['請提供不大於{limit}的數字。', '請提供較小的數字。'],
  },
  'too-small': {
    problem: ['{field}的值{value}過小。', '{field}的值過小。'],
    remedy: ['請提供不小於{limit}的數字。', '請提供較大的數字。'],
  },
  'too-long': {
    problem: ['{field}的內容過長：{value}。', '{field}的內容過長。'],
    remedy: ['文字請不多於{limit}個字元，清單請不多於{limit}項。', '請縮短內容。'],
  },
  'too-short': {
    problem: ['{field}的內容空白或過短：{value}。', '{field}的內容空白或過短。'],
    remedy: ['文字請最少提供{limit}個字元，清單請最少提供{limit}項。', '請補充內容。'],
  },
  'not-one-of': {
    problem: ['{field}的值{value}不在可用的值之列。', '{field}沒有內容，須選用指定的值。'],
    remedy: ['請選用以下其中一個值：{allowed:list}。', '請選用已公布的資料格式所列的值。'],
  },
  'unknown-field': {
    problem: ['傳送的內容有未知的項目，其值為{value}：{field}。', '傳送的內容有未知的項目：{field}。'],
    remedy: '請移除該項目或更正其拼法，只接受已公布的資料格式所列的名稱。',
  },
  'control-character': {
    problem: [
      '{field}的文字{value}含有控制字元或已損毀的字元。',
      '{field}的文字含有控制字元或已損毀的字元。',
    ],
    remedy: '請移除以方括號標示的字元，然後再次傳送。',
  },
  'ill-formed-text': {
    problem: ['{field}的文字{value}含有不完整的字元。', '{field}的文字含有不完整的字元。'],
    remedy: '請重新輸入文字，並以有效的統一碼傳送。',
  },
  'blank-text': {
    problem: '{field}的文字沒有可見的字元。',
    remedy: '請輸入最少一個可見的字元。',
  },
  'not-a-time': {
    problem: ['{field}的值{value}不是日期及時間。', '{field}須為日期及時間。'],
    remedy: '請提供日期、時間及時差，例如2016-09-04T22:30:00+08:00。',
  },
  'not-an-identifier': {
    problem: ['{field}的值{value}不能用作識別碼。', '{field}須為識別碼。'],
    remedy:
      '請使用1至64個英文字母、數字、點、連字號或底線，以字母或數字開首，且不得有兩點相連；名單及候選人的識別碼可為不多於100個字元的任何文字，但不得含有控制字元。',
  },
  'reason-required': {
    problem: '這裏須說明理由，但沒有提供：{field}。',
    remedy: '請以不多於1,000個字元說明理由，然後再次傳送。',
  },
  'reserved-name': {
    problem: ['{field}的名稱{value}已被系統保留。', '{field}的名稱已被系統保留。'],
    remedy: '請改用其他名稱。',
  },
  'unknown-station': {
    problem: ['是次選舉沒有{field}所指的投票站{value}。', '{field}所指的投票站不詳。'],
    remedy: '請使用選舉設定內的投票站識別碼。',
  },
  'unknown-constituency': {
    problem: ['是次選舉沒有{field}所指的選區或界別{value}。', '{field}所指的選區或界別不詳。'],
    remedy: '請使用選舉設定內的選區或界別識別碼。',
  },
  'unknown-contestant': {
    problem: ['這個選區或界別沒有{field}所指的名單或候選人{value}。', '{field}所指的名單或候選人不詳。'],
    remedy: [
      '請使用這個選區或界別的名單或候選人識別碼，例如{allowed:list}。',
      '請使用這個選區或界別的名單或候選人識別碼。',
    ],
  },
  'not-in-system': {
    problem: ['{system:system}的報告不包括{field}。', '這個選區或界別的投票制度不使用{field}。'],
    remedy: ['請移除該項目，並在「{expected}」提供票數。', '請移除該項目。'],
  },
  'votes-missing': {
    problem: ['報告沒有提供{system:system}的票數，缺少{field}。', '報告沒有提供票數，缺少{field}。'],
    remedy: '請在該欄位補上票數，然後再次傳送報告。',
  },
  'papers-missing': {
    problem: [
      '議席有{seats}個，從票數不能得知有效選票的數目，而報告缺少{field}。',
      '缺少有效選票的數目：{field}。',
    ],
    remedy: '請補上有效選票的數目。',
  },
  'station-of-another-constituency': {
    problem: [
      '投票站{value}屬於「{constituency}」，而不是報告所指的選區或界別。',
      '該投票站不屬於報告所指的選區或界別：{field}。',
    ],
    remedy: '請更正報告所指的投票站，或選區或界別。',
  },
  'counted-elsewhere': {
    problem: [
      '{value}（{kind:station}）不報告票數，因為其選票在「{countedAt}」點算。',
      '{value}（{kind:station}）不點算選票。',
      '投票站{value}不點算選票。',
      '該投票站不點算選票：{field}。',
    ],
    remedy: ['請把其選票計入「{countedAt}」的報告。', '請把其選票計入點算該等選票的點票站的報告。'],
  },
  uncontested: {
    problem: [
      '{value}無競逐，參選人數不多於議席數目（{seats}個）。',
      '{value}無競逐。',
      '這個選區或界別無競逐。',
    ],
    remedy: '請不要傳送這個選區或界別的資料，因為無需投票。',
  },
  'revision-missing': {
    problem: ['尚未收到第{expected}次修訂，因此不能接受第{value:number}次修訂。', '尚未收到上一次修訂。'],
    remedy: ['請先傳送第{expected}次修訂。', '請先傳送上一次修訂。'],
  },
  'count-missing': {
    problem: [
      '尚未收到第{expected}次點票的報告，因此不能接受第{value:number}次點票的報告。',
      '尚未收到上一次點票的報告。',
    ],
    remedy: ['請先傳送第{expected}次點票的報告。', '請先傳送上一次點票的報告。'],
  },
  declared: {
    problem: ['{value}的結果已宣布。', '這個選區或界別的結果已宣布。'],
    remedy: '請由選舉主任傳送附有理由的報告更正；宣布後不接受其他更改。',
  },
  'not-declared': {
    problem: ['{value}的結果尚未宣布，因此無從更正。', '這個選區或界別的結果尚未宣布，因此無從更正。'],
    remedy: '請以該點票站報告的下一次修訂傳送數字。',
  },
  terminated: {
    problem: ['{value}的選舉程序已終止。', '這個選區或界別的選舉程序已終止。'],
    remedy: '請不要再傳送這個選區或界別的資料，終止的理由見公告。',
  },
  conflict: {
    problem: [
      '香港時間{acceptedAt:time}已就{value}接受另一組數字，其雜湊值為{accepted}，而現時傳送的數字的雜湊值為{sent}。',
      '已就{value}接受另一組數字。',
      '已就這份報告接受另一組數字。',
    ],
    remedy: '請以下一次修訂傳送更正的數字，並說明理由。',
  },
  'not-a-central-line': {
    problem: ['{value}（{kind:station}）不點算誤投選票。', '該站不點算誤投選票：{field}。'],
    remedy: '請以這個選區或界別的中央點票站報告。',
  },
  'election-unknown': {
    problem: ['沒有{value}這項選舉。', '沒有這項選舉。'],
    remedy: '請核對網址內的識別碼；總選舉事務主任傳送設定後，選舉方會存在。',
  },
  'ballot-differs': {
    problem: '此表格所依據的候選人名單並非現行的名單。',
    remedy: '請重新載入表格，並逐行與紙本核對，因為次序可能已變動；你所輸入的數字仍然保留。',
  },
  'entries-required': {
    problem: '本選舉規定每份報告須由兩人分別獨立輸入。',
    remedy: '請把表格傳送至「entries」，一如選舉人員工作台；另一名人員亦須輸入，並由第三名人員確認。',
  },
  'second-person-required': {
    problem: '在本選舉中，此類行動須由另一名人員附議。',
    remedy: '請透過「proposals」提出建議，並由另一名人員附議。',
  },
  'malformed-json': {
    problem: '傳送的內容不符合JSON格式。',
    remedy: '請檢查括號、逗號和引號，然後以UTF-8再次傳送。',
  },
  'body-missing': {
    problem: '傳送的要求沒有內容。',
    remedy: '請以JSON格式傳送內容。',
  },
  'body-too-large': {
    problem: ['傳送的內容過大：{value:number}位元組。', '傳送的內容過大。'],
    remedy: ['請分開多次傳送，每次不多於{limit}位元組。', '請分開多次傳送。'],
  },
  'too-many-reports': {
    problem: ['傳送的報告過多：{value:number}份。', '傳送的報告過多。'],
    remedy: ['請每次傳送不多於{limit}份報告。', '請減少每次傳送的報告。'],
  },
  'unsupported-media-type': {
    problem: '傳送的要求沒有註明內容為JSON格式。',
    remedy: '請加上標頭「Content-Type: application/json」。',
  },
  'no-token': {
    problem: '傳送的要求沒有登入憑證。',
    remedy: '請登入，並以標頭「Authorization: Bearer」附上登入憑證。',
  },
  'token-invalid': {
    problem: '登入憑證對本服務無效。',
    remedy: '請再次登入，並使用新的登入憑證。',
  },
  'token-expired': {
    problem: '登入憑證已過期。',
    remedy: '請再次登入，並以新的登入憑證傳送同一要求。',
  },
  'wrong-role': {
    problem: ['以{value:role}的身分不能這樣做。', '這個帳戶沒有可這樣做的身分。'],
    remedy: ['請由以下身分的人員處理：{allowed:roles}。', '請使用具備所需身分的帳戶。'],
  },
  'wrong-scope': {
    problem: ['登入憑證並非為這項用途發出，欠缺{value}。', '登入憑證並非為這項用途發出。'],
    remedy: '請登出後再次登入，並使用新的登入憑證；如仍不成功，請要求總選舉事務主任核對這個帳戶的身分。',
  },
  'outside-scope': {
    problem: ['{value}不屬於這個帳戶的負責範圍。', '這裏不屬於這個帳戶的負責範圍。'],
    remedy: ['請只處理{own:list}。', '請要求總選舉事務主任把這裏編入帳戶的負責範圍。'],
  },
  'account-closed': {
    problem: '這個帳戶已經關閉。',
    remedy: '請向總選舉事務主任查詢應否重新開啟。',
  },
  'account-changed': {
    problem: '你登入後，這個帳戶的身分已經更改。',
    remedy: '請再次登入，並使用新的登入憑證。',
  },
  'signed-out': {
    problem: '這個帳戶已在所有裝置登出。',
    remedy: '請再次登入，並以新的登入憑證傳送同一要求。',
  },
  internal: {
    problem: '由於本系統出現故障，未能處理這項要求。',
    remedy: '請稍後再次傳送同一要求，重複傳送不會有影響。',
  },
  busy: {
    problem: '目前的要求超出本系統可處理的數量。',
    remedy: '請等候數秒，再次傳送同一要求，重複傳送不會有影響。',
  },
};

/** For a code that this version has no words for. */
export const UNKNOWN_PROBLEM_ZH_HANT: ProblemWords = {
  problem: [
    '{field}的值{value}因「{code}」而不獲接受。',
    '傳送的內容因「{code}」而不獲接受：{field}。',
    '傳送的內容不獲接受。',
  ],
  remedy: '請與已公布的資料格式核對，更正後再次傳送。',
};
