import type { OfficersProblemCode } from './officers-problem-words-en.ts';
import type { ProblemWords } from './problem-words-en.ts';

export const OFFICERS_PROBLEMS_ZH_HANS: Readonly<Record<OfficersProblemCode, ProblemWords>> = {
  'conflict-of-acts': {
    problem: [
      '香港时间{acceptedAt:time}已就{value}接受另一内容，其哈希值为{accepted}，而现在发送的内容的哈希值为{sent}。',
      '已就{value}接受另一内容。',
      '这里已接受另一内容。',
    ],
    remedy: '请核对已接受的内容，该内容维持不变；如仍须补充，请以新的编号另行发送。',
  },
  'not-found': {
    problem: ['这个网址没有内容：{value}。', '这个网址没有内容。'],
    remedy: '请核对网址；接口说明见/openapi.json。',
  },
  'method-not-allowed': {
    problem: ['这个网址不接受{value}方法。', '这个网址不接受这种方法。'],
    remedy: ['请使用{allowed:list}。', '请使用/openapi.json所载的方法。'],
  },
  'no-language': {
    problem: '{field}的文字没有以任何一种语言提供。',
    remedy: '请至少以一种语言提供，名称为“en”、“zh-Hant”或“zh-Hans”。',
  },
  'not-a-day': {
    problem: ['{field}的值{value}不是日历上的日期。', '{field}的内容不是日历上的日期。'],
    remedy: '请按“2016-09-04”的格式填写日期。',
  },
  'not-a-telephone': {
    problem: ['{field}的值{value}不是电话号码。', '{field}的内容不是电话号码。'],
    remedy: '请填写数字，如有需要可加空格、括号、连字符或加号。',
  },
  'identity-number': {
    problem: '{field}的文字载有身份证号码。这些号码一律不予公布。',
    remedy: '请删去该号码，再次发送公告。',
  },
  contested: {
    problem: ['{value}须进行投票，不会有人无竞逐当选。', '这里须进行投票，不会有人无竞逐当选。'],
    remedy: '请在宣布结果后张贴选举结果公告。',
  },
  'notice-about': {
    problem: ['{type}类公告不适用于选举的这个部分。', '这份公告不适用于选举的这个部分。'],
    remedy: ['请为以下其中一项发出：{allowed:list}。', '请注明所属的选区、界别或投票站。'],
  },
  'notice-fact-only': {
    problem: [
      '{type}类公告只发给有关人士：只公布已经发出，不公布内容。',
      '这份公告只发给有关人士：只公布已经发出，不公布内容。',
    ],
    remedy: '请不要填写标题、文字、内容及附件。',
  },
  'notice-number': {
    problem: ['{value:number}不是这批公告的下一个编号。', '这不是这批公告的下一个编号。'],
    remedy: [
      '请先查看已有的公告；如你的公告不在其中，请使用编号{expected}。',
      '请先查看已有的公告，再使用下一个编号。',
    ],
  },
  'notice-changed': {
    problem: [
      '公告{value}的后续修订只可补充资料，已张贴的内容不变。',
      '后续修订只可补充资料，已张贴的内容不变。',
    ],
    remedy: '请另发一份取代它的公告，并说明原因。',
  },
  'notice-unknown': {
    problem: ['没有可由这份公告取代的同类公告{value}。', '没有可由这份公告取代的同类公告。'],
    remedy: '请指明同一地方的同类公告。',
  },
  'notice-superseded': {
    problem: ['公告{value}已由公告{by}取代。', '公告{value}已被取代。', '所指的公告已被取代。'],
    remedy: ['请改为取代公告{by}。', '请改为取代最新的公告。'],
  },
  'posted-later': {
    problem: ['公告注明的张贴时间{value}尚未到来。', '公告注明的张贴时间尚未到来。'],
    remedy: '请填写实际的张贴时间，并在张贴后再发送。',
  },
  'not-unique': {
    problem: [
      '{field}的值{value}已用于{first:path}。',
      '{field}的值{value}重复使用。',
      '{field}的值重复使用。',
    ],
    remedy: '请移除其中一项，或为每一项提供不同的值。',
  },
  'list-without-names': {
    problem: '名单上没有候选人：{field}。',
    remedy: '请按次序提供名单上的候选人。',
  },
  'one-candidate-only': {
    problem: [
      '在{system:system}下，每项参选为一名候选人，但{field}有{value:number}名。',
      '这里每项参选为一名候选人，但{field}有多于一名。',
    ],
    remedy: '请把每名候选人分开列为一项。',
  },
  'counted-at-loop': {
    problem: ['沿{field}的{value}追寻，选票会循环往返：{chain}。', '沿{field}追寻，选票会循环往返。'],
    remedy: '请让选票最终送往一个点算选票的点票站。',
  },
  'counted-at-non-counting': {
    problem: [
      '按{field}送往{value}的选票，最终到达“{station}”（{kind:station}），而该处从不点算选票。',
      '按{field}送往{value}的选票，最终到达从不点算选票的地方。',
      '选票最终到达从不点算选票的地方：{field}。',
    ],
    remedy: '请指明点算选票的点票站，例如大点票站。',
  },
  'counted-at-elsewhere': {
    problem: [
      '按{field}送往{value}的选票，会在另一选区或界别“{constituency}”点算。',
      '选票会在另一选区或界别点算：{field}。',
    ],
    remedy: '请指明点算同一选区或界别选票的点票站。',
  },
  'not-in-edition': {
    problem: [
      '{field}的种类{value}在{edition}年版的规则中并不存在。',
      '{field}的种类在这一版规则中并不存在。',
    ],
    remedy: '请选用其他种类，或更正规则的版本。',
  },
  'closes-before-it-opens': {
    problem: ['投票结束时间{value}不晚于开始时间{pollOpensAt}。', '投票结束时间不晚于开始时间：{field}。'],
    remedy: '请提供晚于投票开始的结束时间。',
  },
  'unknown-candidate': {
    problem: ['这个选区或界别没有{field}所指的候选人{value}。', '{field}所指的候选人不明。'],
    remedy: [
      '请使用这个选区或界别的候选人标识符，例如{allowed:list}。',
      '请使用这个选区或界别的候选人标识符。',
    ],
  },
  'counted-removed': {
    problem: ['设置删去了已有点票报告的{value}：{field}。', '设置删去了已有点票报告的项目：{field}。'],
    remedy: '请补回该项目，然后重新发送设置。',
  },
  'counted-changed': {
    problem: [
      '{value}已有点票报告，而设置改变了报告的含义：{field}。',
      '已有点票报告，而设置改变了报告的含义：{field}。',
    ],
    remedy: '请维持其种类、投票制度、议席、参选的名单或候选人及点票地点不变。',
  },
  'rehearsal-not-test': {
    problem: [
      '标识符{id}以演习的字样开头，选举必须标记为测试选举。',
      '标识符以演习的字样开头，选举必须标记为测试选举。',
    ],
    remedy: '请把选举标记为测试选举，或采用不以演习字样开头的标识符。',
  },
  'test-mark-changed': {
    problem: ['选举设置后，测试选举的标记不能改为{value}：{field}。', '选举设置后，测试选举的标记不能更改。'],
    remedy: '请维持原有标记，或以另一标识符设置新的选举。',
  },
  'poll-has-closed': {
    problem: [
      '投票已于香港时间{pollClosesAt:time}结束，结束时间不能改为{value}。',
      '投票已结束，结束时间不能更改。',
    ],
    remedy: ['请维持原有的投票结束时间：{pollClosesAt}。', '请维持原有的投票结束时间。'],
  },
  'election-id-differs': {
    problem: ['设置的选举为{value}，而网址所指的为“{expected}”。', '设置与网址所指的选举不同。'],
    remedy: '请在两处指明同一选举。',
  },
  'definition-raced': {
    problem: '这份设置发送期间，另一份修订已被接受。',
    remedy: '请在现行设置上作出更改，然后重新发送。',
  },
  'lots-not-needed': {
    problem: ['按目前的点票结果，无需所发送的抽签（{value}）。', '按目前的点票结果，无需抽签。'],
    remedy: '请待报告齐备，且点票结果显示须以抽签决定余下议席时，才输入抽签结果。',
  },
  'lots-group': {
    problem: ['{field}的{value}此时无需抽签。', '有一次抽签属于此时无需抽签的一方：{field}。'],
    remedy: ['请为这一轮尚未抽签的各方输入一个签球：{expected:list}。', '请只为得票相同的各方输入一个签球。'],
  },
  'lots-number': {
    problem: ['没有{field}所示号码{value}的签球。', '签球号码无效：{field}。'],
    remedy: '请输入抽出的签球上的号码，由1至10。',
  },
  'lots-incomplete': {
    problem: ['这一轮抽签尚未完成，尚未抽签：{missing:list}。', '这一轮抽签尚未完成。'],
    remedy: '请为这一轮抽签的每一方输入一个签球，然后重新发送整轮结果。',
  },
  'lots-superfluous': {
    problem: ['抽签分出先后以后，{field}仍有{value}。', '抽签分出先后以后仍有抽签结果：{field}。'],
    remedy: '请移除无需的抽签结果。',
  },
  'not-complete': {
    problem: ['点票尚未齐备，以下各项的报告、重新点票或抽签尚未完成：{missing:list}。', '点票尚未齐备。'],
    remedy: '请待所欠的各项齐备后重新发送。',
  },
  'elected-differs': {
    problem: [
      '所发送的名字（{sent:list}）与点票结果（{computed:list}）不符。',
      '所发送的名字与点票结果（{computed:list}）不符。',
      '不能宣布所发送的名字（{sent:list}）当选。',
      '所发送的名字与点票结果不符。',
    ],
    remedy: '请按点票结果发送候选人；选举未能完成或程序终止时，请不要列出任何人。',
  },
  'already-declared': {
    problem: ['{value}的结果此前已宣布。', '这个选区或界别的结果此前已宣布。'],
    remedy: '请不要重复宣布；宣布后的更改须以附有理由的更正作出。',
  },
  'before-close': {
    problem: ['投票于香港时间{pollClosesAt:time}结束，在此之前不能这样做。', '投票结束前不能这样做。'],
    remedy: '请在投票结束后重新发送。',
  },
  'recount-barred': {
    problem: [
      '误投选票的估计数目（{estimate}）少于余票的最小差距（{gap}），因此不能准许这次重新点票。',
      '误投选票的估计数目少于余票的最小差距，因此不能准许这次重新点票。',
    ],
    remedy: '请记录为拒绝要求；可改为要求无需等候误投选票的重新点票。',
  },
  'recount-station-required': {
    problem: '要求重新点算一个点票站的选票，但没有指明点票站：{field}。',
    remedy: '请指明须重新点票的点票站。',
  },
  'recount-requester': {
    problem: '监察点票代理人只可在其点票站要求重新点票，不可就整个选区或界别或误投选票提出要求。',
    remedy: '请记录由候选人或选举代理人提出的要求。',
  },
  'recount-number': {
    problem: [
      '这项要求的编号为{value:number}，但下一个编号应为{expected}。',
      '这项要求的编号并非下一个编号：{field}。',
    ],
    remedy: ['请以编号{expected}发送。', '请把每个选区或界别的要求顺序编号。'],
  },
  'act-number': {
    problem: ['编号为{value:number}，但下一个编号应为{expected}。', '编号并非下一个编号：{field}。'],
    remedy: ['请以编号{expected}发送。', '请顺序编号。'],
  },
  'suspended-already': {
    problem: '已经押后。',
    remedy: '请先恢复，或维持现状。',
  },
  'not-suspended': {
    problem: '并未押后，因此无从恢复。',
    remedy: '请先押后，或维持现状。',
  },
  'event-too-late': {
    problem: ['就本次选举而言，此事发生得太晚：{field}为{value}。', '就本次选举而言，此事发生得太晚。'],
    remedy: '请核对选举主任信纳此事的时间；候选人只可在提名期内退出竞选。',
  },
  'not-an-email': {
    problem: ['{field}的{value}不是电子邮件地址。', '{field}的内容不是电子邮件地址。'],
    remedy: '请填写一个完整的电子邮件地址。',
  },
  'not-a-phone': {
    problem: ['{field}的{value}不是电话号码。', '{field}的内容不是电话号码。'],
    remedy: '请用数字填写电话号码，可加空格，国家或地区代码前可加“+”；也可留空。',
  },
  'account-unknown': {
    problem: ['没有{value}这个账户。', '没有这个账户。'],
    remedy: '请核对标识符；账户由总选举事务主任开立。',
  },
  'account-id-differs': {
    problem: ['内容所属的账户为{value}，而网址所指的为“{expected}”。', '内容与网址所指的账户不同。'],
    remedy: '请在两处指明同一账户。',
  },
  'own-account': {
    problem: ['不能关闭自己的账户{value}，也不能去除其身份。', '不能关闭自己的账户，也不能去除其身份。'],
    remedy: '请由另一个总选举事务主任账户处理。',
  },
  'file-unreadable': {
    problem: ['无法读取文件：{value}。', '无法读取文件。'],
    remedy: '请确定文件存在、可以读取，并为UTF-8编码的JSON文件。',
  },
};
