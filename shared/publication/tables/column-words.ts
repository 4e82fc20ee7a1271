import type { Told } from '../../calendar/told.ts';

type Chinese = readonly [hant: string, hans: string];

/** Meanings of columns in Chinese, by column, or by table and column where two tables mean different things. English stands with the columns. */
const CHINESE: Readonly<Record<string, Chinese>> = {
  constituency: ['選區或界別代碼', '选区或界别代码'],
  constituency_en: ['選區或界別的英文名稱', '选区或界别的英文名称'],
  constituency_zh: ['選區或界別的中文名稱', '选区或界别的中文名称'],
  system: ['投票制度', '投票制度'],
  seats: ['應選議席', '应选议席'],
  status: ['點票狀態', '点票状态'],
  stations_reported: ['已收到的報告', '已收到的报告'],
  stations_expected: ['應收到的報告', '应收到的报告'],
  contestant: ['名單或候選人代碼', '名单或候选人代码'],
  number: ['選票上的編號', '选票上的编号'],
  name_en: ['英文姓名或名稱，如有提供', '英文姓名或名称，如有提供'],
  name_zh: ['中文姓名或名稱，如有提供', '中文姓名或名称，如有提供'],
  votes: ['有效票；議題則為支持票；未點算或不公布時留空', '有效票；议题则为支持票；未点算或不公布时留空'],
  'results.votes': ['有效票；尚未點算時留空', '有效票；尚未点算时留空'],
  'rounds.votes': ['候選人在這一輪所得選票', '候选人在这一轮所得选票'],
  share: ['佔有效票的百分比，兩位小數', '占有效票的百分比，两位小数'],
  'rounds.share': ['佔仍在點算的選票的百分比，兩位小數', '占仍在点算的选票的百分比，两位小数'],
  quota_seats: ['憑選票基數取得的議席，宣布前以目前票數計算', '凭选票基数取得的议席，宣布前以目前票数计算'],
  remainder: ['精確餘票，整數或分數；沒有餘票時留空', '精确余票，整数或分数；没有余票时留空'],
  seats_won: ['議席，宣布前以目前票數計算', '议席，宣布前以目前票数计算'],
  elected: [
    '取得議席的姓名，以分號分隔，宣布前以目前票數計算',
    '取得议席的姓名，以分号分隔，宣布前以目前票数计算',
  ],
  'candidates.elected': ['是否取得議席，宣布前以目前票數計算', '是否取得议席，宣布前以目前票数计算'],
  as_of: ['該選區最新數字的時間', '该选区最新数字的时间'],
  provisional: ['該選區的結果是否尚未宣布', '该选区的结果是否尚未宣布'],
  test: ['是否演習：人物及數字屬虛構或重演', '是否演习：人物及数字属虚构或重演'],
  candidate: ['候選人代碼', '候选人代码'],
  position: ['名單上的次序；單一候選人為1', '名单上的次序；单一候选人为1'],
  seat: ['該選區的第幾個議席，按取得次序', '该选区的第几个议席，按取得次序'],
  by: [
    '議席如何取得：quota選票基數、remainder餘票、lots抽籤、votes票數、majority過半數、uncontested無競逐、threshold門檻、net_support支持淨值',
    '议席如何取得：quota选票基数、remainder余票、lots抽签、votes票数、majority过半数、uncontested无竞逐、threshold门槛、net_support支持净值',
  ],
  event: ['候選人去世或喪失資格', '候选人去世或丧失资格'],
  station: ['點票站代碼', '点票站代码'],
  station_en: ['點票站的英文名稱', '点票站的英文名称'],
  station_zh: ['點票站的中文名稱', '点票站的中文名称'],
  kind: ['票站種類', '票站种类'],
  electors: ['登記選民', '登记选民'],
  'stations.status': [
    'waiting未有報告、reported已報告、recounting重新點票、counted_elsewhere在另一站點算',
    'waiting未有报告、reported已报告、recounting重新点票、counted_elsewhere在另一站点算',
  ],
  count: ['1為首次點票，2起為重新點票', '1为首次点票，2起为重新点票'],
  revision: ['報告的修訂次數', '报告的修订次数'],
  valid: ['該站的有效選票，各行相同', '该站的有效选票，各行相同'],
  'superseded.valid': ['該站的有效選票', '该站的有效选票'],
  rejected: ['該站不予點算的選票，各行相同', '该站不予点算的选票，各行相同'],
  oppose: ['議題的反對票', '议题的反对票'],
  abstain: ['議題的棄權票', '议题的弃权票'],
  counted: [
    'yes已公布票數；no尚未點算；elsewhere在另一站點算；withheld已點算但不公布',
    'yes已公布票数；no尚未点算；elsewhere在另一站点算；withheld已点算但不公布',
  ],
  reported_at: ['報告獲接納的時間', '报告获接纳的时间'],
  entry: ['載有該報告的記錄冊項目', '载有该报告的记录册项目'],
  superseded_by: ['取代它的報告在記錄冊的項目', '取代它的报告在记录册的项目'],
  reason: ['被取代的理由，以後來的報告為準', '被取代的理由，以后来的报告为准'],
  group: [
    'invalid即時作廢；questionable由投票站主任裁定不予點算',
    'invalid即时作废；questionable由投票站主任裁定不予点算',
  ],
  ground: ['理由；不公布時為not_published', '理由；不公布时为not_published'],
  papers: ['選票', '选票'],
  round: ['輪次，由1起', '轮次，由1起'],
  transferred: ['在這一輪由已淘汰者轉來的選票', '在这一轮由已淘汰者转来的选票'],
  outcome: ['continuing繼續、eliminated淘汰、elected當選', 'continuing继续、eliminated淘汰、elected当选'],
  in_count: ['仍在點算的選票，同輪各行相同', '仍在点算的选票，同轮各行相同'],
  exhausted: ['在這一輪退出點算的選票，同輪各行相同', '在这一轮退出点算的选票，同轮各行相同'],
  exhausted_total: ['至今退出點算的選票', '至今退出点算的选票'],
};

/** What a column of a table means, in every language; throws where a column has no words. */
export const meaningOf = (
  table: string,
  { name, meaning }: { readonly name: string; readonly meaning: string },
): Told => {
  const chinese = CHINESE[`${table}.${name}`] ?? CHINESE[name];
  if (!chinese) throw new RangeError(`The column ${name} of ${table} has no Chinese words`);
  return { en: meaning, 'zh-Hant': chinese[0], 'zh-Hans': chinese[1] };
};
