import type { common as english } from '../en/common.ts';

export const common: typeof english = {
  product: '选举人员工作台',
  candidates: '候选人专区',
  roles: {
    public: '公众',
    candidate: '候选人',
    presiding_officer: '投票站主任',
    assistant_returning_officer: '助理选举主任',
    returning_officer: '选举主任',
    chief_electoral_officer: '总选举事务主任',
    commission: '选举管理委员会',
    observer: '观察员',
  },
  space: '',
  after: '：',
  error: (title) => `错误：${title}`,
  test: '测试选举',
  testWords: '演习，一切不作准。',
  back: (to) => `返回${to}`,
  cancel: '取消',
  change: '更改',
  loading: '正在加载…',
  failed: {
    offline: '没有网络。你输入的内容已保存在此设备。',
    'signed-out': '你已退出。请再次登录；你输入的内容已保存。',
    refused: '不获接纳。',
    failed: '服务器没有正常响应，请于一分钟后再试。',
    again: '再试一次',
  },
  opensPublic: '公开网页',
};
