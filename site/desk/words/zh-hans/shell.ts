import { listOf } from '../../offline/unsent.ts';
import type { shell as english } from '../en/shell.ts';

export const shell: typeof english = {
  skip: '跳至内容',
  languages: '语言',
  online: '已联网',
  upToDate: (time) => `已更新至${time}`,
  offline: '离线',
  kept: (time) => `已保存于此设备 ${time}`,
  savedHere: (time) => `${time} 已保存于此设备`,
  notSaved: '此设备无法保存你输入的内容。送出之前请勿关闭本页。',
  toSend: (count) => `${count}份报告待送出`,
  signIn: '登录',
  signOut: '退出',
  signInTitle: '选举人员工作台',
  signInWords:
    '选举人员登录后可呈报、确认和张贴公告；候选人及名单登录后可提交选举广告。你输入的内容会保存在此设备，没有网络时也一样。',
  signInOffline: '你已离线。登录须有网络；先前在此输入的内容，没有网络也可继续填写。',
  goOn: (role, place) => `以${role}${place === '' ? '' : `（${place}）`}身份离线继续`,
  keptForOthers: '其他账户在此设备输入的内容不会显示。',
  ending: {
    title: '登录时限即将届满',
    words: (time) => `你将于${time}退出。你输入的内容会保留；你也可以保持登录。`,
    stay: '保持登录',
    later: '稍后',
  },
  ended: {
    title: '请再次登录',
    words: '登录时限已届满。你输入的内容仍在此信息后的表格内，并已保存在此设备。',
    signIn: '再次登录',
    failed: '未能登录，请再试一次。',
    close: '先看看表格',
  },
  leaving: {
    title: '确定退出？',
    words: (unsent) => {
      const names = listOf(unsent, {
        reports: (count) => `点票站报告${count}份`,
        acts: (count) => `选举程序${count}项`,
        notices: (count) => `公告${count}份`,
        accounts: (count) => `账户表格${count}份`,
        submissions: (count) => `选举广告提交${count}份`,
      });
      return `在此设备输入而尚未发送的有：${names.join('、')}。退出会把它删除。`;
    },
    stay: '保持登录',
    leave: '删除并退出',
  },
  unknown: {
    title: '没有这个画面',
    words: '网址可能有误，或属于旧版工作台。',
    home: '返回工作台首页',
  },
};
