import type { front as english } from '../en/front.ts';

export const front: typeof english = {
  title: '选举人员工作台',
  purpose:
    '选举人员在此呈报点票数字、确认报告、记录重新点票和抽签，并张贴公告；候选人及名单在此提交选举广告。请先登录。',
  noScript:
    '工作台须使用JavaScript：输入的内容会保存在此设备，有网络时才送出。请启用JavaScript，然后重新加载本页。',
  results: '公开的选举结果',
  languages: '语言',
};
