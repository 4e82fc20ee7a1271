import type { ProblemWords } from '../election/problem-words-en.ts';
import type { ALERT_PROBLEMS_EN } from './problem-words-en.ts';

/** Simplified Chinese words for what only a wish for alerts can get wrong. */
export const ALERT_PROBLEMS_ZH_HANS: Readonly<Record<keyof typeof ALERT_PROBLEMS_EN, ProblemWords>> = {
  'not-an-email': {
    problem: '{field}的{value}不是可以收信的电邮地址。',
    remedy: '请填写电邮地址，例如 name@example.hk。',
  },
  'not-a-web-address': {
    problem: '{field}所填的不是可以呼叫的网址。',
    remedy: '请填写完整网址，例如 https://newsroom.example/alerts，当中不可有名称及密码。',
  },
  'not-a-key': {
    problem: '{field}所填的不是推送订阅的密钥。',
    remedy: '请按浏览器给予的原样，以 base64url 传送密钥。',
  },
  'webhook-not-encrypted': {
    problem: '不会呼叫{value}：其连接没有加密。',
    remedy: '请填写以 https:// 开头的网址。',
  },
  'webhook-silent': {
    problem: '{value}在五秒内没有回应，或该网址通往私人网络。',
    remedy: '请确保可从互联网连接该网址，然后再试。',
  },
  'webhook-not-confirmed': {
    problem: '{value}的回应为 {status}，或没有附上送去的验证码。',
    remedy:
      '收到类别为 webhook.verification 的呼叫时，请以状态 200 及数据中的 challenge 作为内容回应，然后再试。',
  },
  'push-service-unknown': {
    problem: '{value}不属于本网站认识的浏览器推送服务。',
    remedy: '请改用电邮、webhook 或订阅源。',
  },
  'asked-too-often': {
    problem: '今天要求提示的次数太多。',
    remedy: '请查看邮箱内已寄出的确认电邮，或明天再试。',
  },
  'alert-unknown': {
    problem: '这个提示已不存在：已经停止，或两天内未有确认。',
    remedy: '请重新要求提示。',
  },
};
