import type { FieldRule } from './notice-rules.ts';
import { type NoticeField, type Told, told } from './notice-type.ts';

/** What each prescribed content is called. */
const LABELS: Readonly<Record<string, Told>> = {
  nominationsFrom: told('Nominations open', '提名期開始', '提名期开始'),
  nominationsUntil: told('Nominations close', '提名期結束', '提名期结束'),
  stations: told('Stations', '投票站及點票站', '投票站及点票站'),
  countingPlaces: told('Counting place', '點票地點', '点票地点'),
  sortingPlaces: told('Sorting place', '選票分流地點', '选票分流地点'),
  nominated: told('Validly nominated', '獲有效提名的候選人', '获有效提名的候选人'),
  elected: told('Elected', '當選人', '当选人'),
  unfilled: told('Seats not filled', '未能選出的議席', '未能选出的议席'),
  affected: told('Candidate concerned', '有關候選人', '有关候选人'),
  cause: told('What happened', '事由', '事由'),
  remaining: told('Candidates who remain', '餘下的候選人', '余下的候选人'),
  reason: told('Reason', '原因', '原因'),
  terminatedAt: told('Terminated at', '終止時間', '终止时间'),
  meetingAt: told('Date and time', '日期及時間', '日期及时间'),
  meetingPlace: told('Place', '地點', '地点'),
  spots: told('Designated spots allocated', '已分配的指定展示位置', '已分配的指定展示位置'),
  noCanvassing: told('No-canvassing zone', '禁止拉票區', '禁止拉票区'),
  noStaying: told('No-staying zone', '禁止逗留區', '禁止逗留区'),
  effectiveAt: told('In force from', '生效時間', '生效时间'),
  introduced: told('Candidates', '候選人', '候选人'),
  capacity: told('Places in the observation area', '觀察範圍名額', '观察范围名额'),
  constituencies: told('Constituencies voted in here', '在此投票的選區及界別', '在此投票的选区及界别'),
  countedAt: told('Votes are counted at', '選票運往', '选票运往'),
  closedAt: told('Poll closed at', '投票結束時間', '投票结束时间'),
  expectedAt: told('Expected time', '預計時間', '预计时间'),
  telephone: told('Telephone', '查詢電話', '查询电话'),
  movedAt: told('New time', '新時間', '新时间'),
  movedTo: told('New place', '新地點', '新地点'),
  pollsters: told('Persons and organisations', '獲准的人士及機構', '获准的人士及机构'),
  prisons: told('Electors in each prison', '各監獄的選民人數', '各监狱的选民人数'),
  centralPlatform: told('Central Platform', '中央平台', '中央平台'),
  candidatePlatforms: told('Candidate’s Platforms', '候選人平台', '候选人平台'),
  inspectionPlaces: told('Open to inspection at', '查閱地點', '查阅地点'),
  applicant: told('Applicant', '申請人', '申请人'),
  subject: told('Subject', '標的', '标的'),
  stage: told('Stage', '階段', '阶段'),
  objectionsUntil: told('Objections until', '提出反對的限期', '提出反对的限期'),
  measure: told('Measure', '處分', '处分'),
  offenders: told('Who is censured', '被譴責者', '被谴责者'),
  gained: told('Who gained by it', '因此得益者', '因此得益者'),
  lost: told('Who lost by it', '因此受損者', '因此受损者'),
  hearing: told('Chance to explain', '解釋機會', '解释机会'),
  judgmentOn: told('Judgment of', '判決日期', '判决日期'),
  validity: told('The court determined', '法庭裁定', '法庭裁定'),
};

/** What may be chosen, in words. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, Told>>>> = {
  cause: {
    died: told('has died', '已去世', '已去世'),
    disqualified: told('is not validly nominated', '提名並非有效', '提名并非有效'),
  },
  stage: {
    may_be_approved: told('may be approved', '擬予批准', '拟予批准'),
    approved: told('approved', '已批准', '已批准'),
  },
  measure: {
    reprimand: told('reprimand', '嚴厲譴責', '严厉谴责'),
    censure: told('censure', '譴責', '谴责'),
  },
  hearing: {
    heard: told('given, and used', '已給予，並有解釋', '已给予，并有解释'),
    not_used: told('given, not used', '已給予，未有解釋', '已给予，未有解释'),
    not_reached: told(
      'reasonable efforts to reach them were in vain',
      '已盡合理努力，仍未能聯絡',
      '已尽合理努力，仍未能联络',
    ),
  },
  validity: {
    valid: told('duly elected', '當選有效', '当选有效'),
    invalid: told('not duly elected', '並非妥為選出', '并非妥为选出'),
    other: told('another candidate was duly elected', '由另一候選人妥為選出', '由另一候选人妥为选出'),
  },
};

/** A field with its words; one without would show its id, which a test forbids. */
export const wordedField = (rule: FieldRule): NoticeField => {
  const choices = CHOICES[rule.id];
  return {
    ...rule,
    label: LABELS[rule.id] ?? told(rule.id, rule.id, rule.id),
    ...(choices ? { choices } : {}),
  };
};
