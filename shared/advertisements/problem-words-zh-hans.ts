import type { ProblemWords } from '../election/problem-words-en.ts';
import type { PlatformProblem } from './problem-words-en.ts';

export const PLATFORM_PROBLEMS_ZH_HANS: Readonly<Record<PlatformProblem, ProblemWords>> = {
  'file-empty': { problem: '文件{name}是空的。', remedy: '请重新选择文件，或选择另一个有内容的文件。' },
  'file-too-large': {
    problem: '文件{name}有{bytes}字节，上限为{limit}字节。整份提交未获接纳。',
    remedy: '请把文件分成数个或加以压缩，然后重新提交全部文件。',
  },
  'file-not-on-the-list': {
    problem: '文件{name}不属准许的格式。',
    remedy:
      '请使用RTF、DOC、DOCX、HTML、PDF、TXT、GIF、JPEG、TIFF、PNG、WAV、MP3、AVI或MPEG；可用ZIP或GZ压缩。',
  },
  'file-name-empty': { problem: '有文件没有名称。', remedy: '请为文件命名，并加上其格式的扩展名。' },
  'file-name-too-long': {
    problem: '文件名称{name}太长。',
    remedy: '请把名称缩短至255字节以内，约80个中文字。',
  },
  'file-name-control-character': {
    problem: '文件名称含有看不见的字符：{value}。',
    remedy: '请只用文字、数字及空格重新命名文件。',
  },
  'file-name-direction-mark': {
    problem: '文件名称含有会掩饰其读法的标记：{value}。',
    remedy: '请重新输入文件名称。',
  },
  'file-name-separator': {
    problem: '文件名称{name}含有不可使用的字符。',
    remedy: '请重新命名文件，不要使用 / \\ : * ? " < > 及 |。',
  },
  'file-name-reserved': {
    problem: '文件名称{name}在某些电脑上无法保存。',
    remedy: '请重新命名文件，例如加上一个词。',
  },
  'file-name-dots': { problem: '文件名称{name}以句点或空格开头或结尾。', remedy: '请删去该句点或空格。' },
  'copy-needed': {
    problem: '{field}的选举广告既无文件，亦无链接。',
    remedy: '请加入文本；如属公开平台上的实时信息，请提供其网址。',
  },
  'links-need-real-time': {
    problem: '{field}以链接代替文本。',
    remedy: '请上传文本。只有无法制备文本的互动或实时信息才可只提供网址；如属此类，请注明。',
  },
  'not-a-web-address': {
    problem: ['{field}的{value}不是网页地址。', '{field}所填的不是网页地址。'],
    remedy: '请提供以http://或https://开头的网址，当中不可含有用户名或密码。',
  },
  'produced-later': {
    problem: '{field}的制作日期{value}迟于发布日期{publishedOn}。',
    remedy: '请更正其中一个日期。',
  },
  'advertisement-unknown': {
    problem: '此账户没有提交过编号{value}的选举广告。',
    remedy: '请从你的账户已提交的选举广告中选择。',
  },
  'advertisement-removed': {
    problem: '选举广告{value}已被移除，不能再就它提交任何资料。',
    remedy: '如认为有误，请向总选举事务主任查询。',
  },
  'corrections-closed': {
    problem: '更正资料的期限为{due}，即投票日后第2个工作天。',
    remedy: '原有资料会按提交时的样子保留。如当中有误，请致函总选举事务主任。',
  },
  'nothing-corrected': {
    problem: '{field}的更正没有更改任何资料。',
    remedy: '请填写有误的资料及其正确内容。',
  },
  'consent-unknown': {
    problem: '此账户没有提交过同意书{value}。',
    remedy: '请从你的账户已提交的同意书中选择。',
  },
  'revoked-already': { problem: '同意书{value}早已撤销。', remedy: '无须再办。' },
  'file-unknown': {
    problem: '没有这个可供替换或确认的文件。',
    remedy: '请再查看该份提交，当中列明文件的状况。',
  },
  'not-refused': {
    problem: '文件{value}并未被拒，不能以另一文件取代。',
    remedy: '内容有变的即属新的选举广告，请另行提交。',
  },
  'not-held': { problem: '文件{value}并未被暂缓公开。', remedy: '请再查看该份提交，当中列明文件的状况。' },
  'files-missing': {
    problem: '{expected}个文件中有{missing}个尚未收到：{names}。',
    remedy: '请发送这些文件；已收到的文件会保留7天。然后再次提交。',
  },
  'submission-unknown': {
    problem: '此账户没有开始过名为{value}的提交。',
    remedy: '请重新开始提交；当中的资料均未收到。',
  },
  'platform-account-unknown': {
    problem: '中央平台没有开立中的账户{value}。',
    remedy: '请核对账户名称，或向总选举事务主任申请账户。',
  },
  'constituency-stays': {
    problem: '此账户属{expected}，选区或界别不能改为{value}。',
    remedy: '请为另一选区或界别另开账户。',
  },
  'applied-later': { problem: '申请日期{value}尚未来到。', remedy: '请填写收到申请的日期。' },
};
