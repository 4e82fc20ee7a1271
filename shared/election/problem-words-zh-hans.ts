import type { ProblemCode, ProblemWords } from './problem-words-en.ts';

/** Simplified Chinese words, written for themselves and not converted; Hong Kong terms stay. */
export const PROBLEMS_ZH_HANS: Readonly<Record<ProblemCode, ProblemWords>> = {
  'missing-field': {
    problem: '缺少必须提供的数据：{field}。',
    remedy: '请补上后重新发送。',
  },
  'wrong-type': {
    problem: [
      '{field}的值{value}不是{expected:type}。',
      '{field}没有内容，这里须为{expected:type}。',
      '{field}的值{value}或其名称属于不被接受的类型。',
      '{field}的内容属于不被接受的类型。',
    ],
    remedy: ['请在这里提供{expected:type}。', '请按已公布的数据格式使用名称和值。'],
  },
  'not-a-whole-number': {
    problem: ['{field}的值{value}不是整数。', '{field}须为整数。'],
    remedy: '请提供整数，不带小数点，也不加引号。',
  },
  'too-great': {
    problem: ['{field}的值{value}过大。', '{field}的值过大。'],
    remedy: ['请提供不大于{limit}的数字。', '请提供较小的数字。'],
  },
  'too-small': {
    problem: ['{field}的值{value}过小。', '{field}的值过小。'],
    remedy: ['请提供不小于{limit}的数字。', '请提供较大的数字。'],
  },
  'too-long': {
    problem: ['{field}的内容过长：{value}。', '{field}的内容过长。'],
    remedy: ['文字请不超过{limit}个字符，列表请不超过{limit}项。', '请缩短内容。'],
  },
  'too-short': {
    problem: ['{field}的内容为空或过短：{value}。', '{field}的内容为空或过短。'],
    remedy: ['文字请至少提供{limit}个字符，列表请至少提供{limit}项。', '请补充内容。'],
  },
  'not-one-of': {
    problem: ['{field}的值{value}不在可用的值之列。', '{field}没有内容，须选用指定的值。'],
    remedy: ['请选用以下值之一：{allowed:list}。', '请选用已公布的数据格式所列的值。'],
  },
  'unknown-field': {
    problem: ['发送的内容有未知的项目，其值为{value}：{field}。', '发送的内容有未知的项目：{field}。'],
    remedy: '请移除该项目或更正其拼写，只接受已公布的数据格式所列的名称。',
  },
  'control-character': {
    problem: [
      '{field}的文字{value}含有控制字符或已损坏的字符。',
      '{field}的文字含有控制字符或已损坏的字符。',
    ],
    remedy: '请移除以方括号标示的字符，然后重新发送。',
  },
  'ill-formed-text': {
    problem: ['{field}的文字{value}含有不完整的字符。', '{field}的文字含有不完整的字符。'],
    remedy: '请重新输入文字，并以有效的统一码发送。',
  },
  'blank-text': {
    problem: '{field}的文字没有可见的字符。',
    remedy: '请输入至少一个可见的字符。',
  },
  'not-a-time': {
    problem: ['{field}的值{value}不是日期和时间。', '{field}须为日期和时间。'],
    remedy: '请提供日期、时间和时差，例如2016-09-04T22:30:00+08:00。',
  },
  'not-an-identifier': {
    problem: ['{field}的值{value}不能用作标识符。', '{field}须为标识符。'],
    remedy:
      '请使用1至64个英文字母、数字、点、连字符或下划线，以字母或数字开头，且不得有两点相连；名单及候选人的标识符可为不超过100个字符的任何文字，但不得含有控制字符。',
  },
  'reason-required': {
    problem: '这里须说明理由，但没有提供：{field}。',
    remedy: '请用不超过1,000个字符说明理由，然后重新发送。',
  },
  'reserved-name': {
    problem: ['{field}的名称{value}已被系统保留。', '{field}的名称已被系统保留。'],
    remedy: '请改用其他名称。',
  },
  'unknown-station': {
    problem: ['本次选举没有{field}所指的投票站{value}。', '{field}所指的投票站不明。'],
    remedy: '请使用选举设置中的投票站标识符。',
  },
  'unknown-constituency': {
    problem: ['本次选举没有{field}所指的选区或界别{value}。', '{field}所指的选区或界别不明。'],
    remedy: '请使用选举设置中的选区或界别标识符。',
  },
  'unknown-contestant': {
    problem: ['这个选区或界别没有{field}所指的名单或候选人{value}。', '{field}所指的名单或候选人不明。'],
    remedy: [
      '请使用这个选区或界别的名单或候选人标识符，例如{allowed:list}。',
      '请使用这个选区或界别的名单或候选人标识符。',
    ],
  },
  'not-in-system': {
    problem: ['{system:system}的报告不包括{field}。', '这个选区或界别的投票制度不使用{field}。'],
    remedy: ['请移除该项目，并在“{expected}”提供票数。', '请移除该项目。'],
  },
  'votes-missing': {
    problem: ['报告没有提供{system:system}的票数，缺少{field}。', '报告没有提供票数，缺少{field}。'],
    remedy: '请在该字段补上票数，然后重新发送报告。',
  },
  'papers-missing': {
    problem: [
      '议席有{seats}个，从票数不能得知有效选票的数目，而报告缺少{field}。',
      '缺少有效选票的数目：{field}。',
    ],
    remedy: '请补上有效选票的数目。',
  },
  'station-of-another-constituency': {
    problem: [
      '投票站{value}属于“{constituency}”，而不是报告所指的选区或界别。',
      '该投票站不属于报告所指的选区或界别：{field}。',
    ],
    remedy: '请更正报告所指的投票站，或选区或界别。',
  },
  'counted-elsewhere': {
    problem: [
      '{value}（{kind:station}）不报告票数，因为其选票在“{countedAt}”点算。',
      '{value}（{kind:station}）不点算选票。',
      '投票站{value}不点算选票。',
      '该投票站不点算选票：{field}。',
    ],
    remedy: ['请把其选票计入“{countedAt}”的报告。', '请把其选票计入点算该等选票的点票站的报告。'],
  },
  uncontested: {
    problem: [
      '{value}无竞逐，参选人数不多于议席数目（{seats}个）。',
      '{value}无竞逐。',
      '这个选区或界别无竞逐。',
    ],
    remedy: '请不要发送这个选区或界别的数据，因为无需投票。',
  },
  'revision-missing': {
    problem: ['尚未收到第{expected}次修订，因此不能接受第{value:number}次修订。', '尚未收到上一次修订。'],
    remedy: ['请先发送第{expected}次修订。', '请先发送上一次修订。'],
  },
  'count-missing': {
    problem: [
      '尚未收到第{expected}次点票的报告，因此不能接受第{value:number}次点票的报告。',
      '尚未收到上一次点票的报告。',
    ],
    remedy: ['请先发送第{expected}次点票的报告。', '请先发送上一次点票的报告。'],
  },
  declared: {
    problem: ['{value}的结果已宣布。', '这个选区或界别的结果已宣布。'],
    remedy: '请由选举主任发送附有理由的报告更正；宣布后不接受其他更改。',
  },
  'not-declared': {
    problem: ['{value}的结果尚未宣布，因此无从更正。', '这个选区或界别的结果尚未宣布，因此无从更正。'],
    remedy: '请以该点票站报告的下一次修订发送数字。',
  },
  terminated: {
    problem: ['{value}的选举程序已终止。', '这个选区或界别的选举程序已终止。'],
    remedy: '请不要再发送这个选区或界别的数据，终止的理由见公告。',
  },
  conflict: {
    problem: [
      '香港时间{acceptedAt:time}已就{value}接受另一组数字，其哈希值为{accepted}，而现在发送的数字的哈希值为{sent}。',
      '已就{value}接受另一组数字。',
      '已就这份报告接受另一组数字。',
    ],
    remedy: '请以下一次修订发送更正的数字，并说明理由。',
  },
  'not-a-central-line': {
    problem: ['{value}（{kind:station}）不点算误投选票。', '该站不点算误投选票：{field}。'],
    remedy: '请以这个选区或界别的中央点票站报告。',
  },
  'election-unknown': {
    problem: ['没有{value}这项选举。', '没有这项选举。'],
    remedy: '请核对网址内的标识符；总选举事务主任发送设置后，选举才会存在。',
  },
  'ballot-differs': {
    problem: '此表格所依据的候选人名单并非现行的名单。',
    remedy: '请重新加载表格，并逐行与纸本核对，因为次序可能已变动；你所输入的数字仍然保留。',
  },
  'entries-required': {
    problem: '本选举规定每份报告须由两人分别独立输入。',
    remedy: '请把表格发送至“entries”，一如选举人员工作台；另一名人员亦须输入，并由第三名人员确认。',
  },
  'second-person-required': {
    problem: '在本选举中，此类行动须由另一名人员附议。',
    remedy: '请通过“proposals”提出建议，并由另一名人员附议。',
  },
  'malformed-json': {
    problem: '发送的内容不符合JSON格式。',
    remedy: '请检查括号、逗号和引号，然后以UTF-8重新发送。',
  },
  'body-missing': {
    problem: '发送的请求没有内容。',
    remedy: '请以JSON格式发送内容。',
  },
  'body-too-large': {
    problem: ['发送的内容过大：{value:number}字节。', '发送的内容过大。'],
    remedy: ['请分多次发送，每次不超过{limit}字节。', '请分多次发送。'],
  },
  'too-many-reports': {
    problem: ['发送的报告过多：{value:number}份。', '发送的报告过多。'],
    remedy: ['请每次发送不超过{limit}份报告。', '请减少每次发送的报告。'],
  },
  'unsupported-media-type': {
    problem: '发送的请求没有注明内容为JSON格式。',
    remedy: '请加上标头“Content-Type: application/json”。',
  },
  'no-token': {
    problem: '发送的请求没有登录凭证。',
    remedy: '请登录，并以标头“Authorization: Bearer”附上登录凭证。',
  },
  'token-invalid': {
    problem: '登录凭证对本服务无效。',
    remedy: '请重新登录，并使用新的登录凭证。',
  },
  'token-expired': {
    problem: '登录凭证已过期。',
    remedy: '请重新登录，并以新的登录凭证发送同一请求。',
  },
  'wrong-role': {
    problem: ['以{value:role}的身份不能这样做。', '这个账户没有可这样做的身份。'],
    remedy: ['请由以下身份的人员处理：{allowed:roles}。', '请使用具备所需身份的账户。'],
  },
  'wrong-scope': {
    problem: ['登录凭证并非为这项用途发出，缺少{value}。', '登录凭证并非为这项用途发出。'],
    remedy: '请登出后重新登录，并使用新的登录凭证；如仍不成功，请要求总选举事务主任核对这个账户的身份。',
  },
  'outside-scope': {
    problem: ['{value}不属于这个账户的负责范围。', '这里不属于这个账户的负责范围。'],
    remedy: ['请只处理{own:list}。', '请要求总选举事务主任把这里编入账户的负责范围。'],
  },
  'account-closed': {
    problem: '这个账户已经关闭。',
    remedy: '请向总选举事务主任查询是否应重新开启。',
  },
  'account-changed': {
    problem: '您登录后，这个账户的身份已经更改。',
    remedy: '请重新登录，并使用新的登录凭证。',
  },
  'signed-out': {
    problem: '这个账户已在所有设备上登出。',
    remedy: '请重新登录，并以新的登录凭证发送同一请求。',
  },
  internal: {
    problem: '由于本系统出现故障，未能处理这项请求。',
    remedy: '请稍后重新发送同一请求，重复发送不会有影响。',
  },
  busy: {
    problem: '目前的请求超出本系统可处理的数量。',
    remedy: '请等候数秒，重新发送同一请求，重复发送不会有影响。',
  },
};

/** For a code that this version has no words for. */
export const UNKNOWN_PROBLEM_ZH_HANS: ProblemWords = {
  problem: [
    '{field}的值{value}因“{code}”而不被接受。',
    '发送的内容因“{code}”而不被接受：{field}。',
    '发送的内容不被接受。',
  ],
  remedy: '请与已公布的数据格式核对，更正后重新发送。',
};
