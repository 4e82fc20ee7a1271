import type { forms as english } from '../en/forms.ts';

export const forms: typeof english = {
  problems: (count) => `有${count}个问题`,
  error: '错误：',
  check: '请核对：',
  notUnderstood: (typed) => `“${typed}”不是数字。请只输入数字；可用逗号和空格。`,
  tooGreat: (limit) => `请输入不大于${limit}的数字。`,
  filled: (count) => `已按粘贴的内容填入${count}栏。`,
  filledMore: (count, left) => `已按粘贴的内容填入${count}栏；另有${left}行没有对应的栏。`,
  headingLeft: (heading) => `已略去标题“${heading}”。`,
  pastedUnclear: (texts, count) =>
    `其中${count}栏不是数字：${texts.map((text) => `“${text}”`).join('、')}${count > texts.length ? '……' : '。'}`,
  undo: '撤销',
  undone: '已撤销粘贴的内容。',
  change: '更改',
  changeOf: (what) => `更改${what}`,
  characters: (left) => `还可输入${left}字`,
  sending: '正在送出…',
  notGiven: '未填',
  choose: '请选择',
  yes: '是',
  no: '否',
  searchIn: (count) => `按名称或编号从${count}项中查找`,
  chosen: (count) => (count === 0 ? '尚未选择。' : `已选择${count}项。`),
  notShown: (count) => `另有${count}项未显示，请输入部分名称。`,
};
