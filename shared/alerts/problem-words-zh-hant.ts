import type { ProblemWords } from '../election/problem-words-en.ts';
import type { ALERT_PROBLEMS_EN } from './problem-words-en.ts';

/** Traditional Chinese words for what only a wish for alerts can get wrong. */
export const ALERT_PROBLEMS_ZH_HANT: Readonly<Record<keyof typeof ALERT_PROBLEMS_EN, ProblemWords>> = {
  'not-an-email': {
    problem: '{field}的{value}不是可以收信的電郵地址。',
    remedy: '請填寫電郵地址，例如 name@example.hk。',
  },
  'not-a-web-address': {
    problem: '{field}所填的不是可以呼叫的網址。',
    remedy: '請填寫完整網址，例如 https://newsroom.example/alerts，當中不可有名稱及密碼。',
  },
  'not-a-key': {
    problem: '{field}所填的不是推送訂閱的密鑰。',
    remedy: '請按瀏覽器給予的原樣，以 base64url 傳送密鑰。',
  },
  'webhook-not-encrypted': {
    problem: '不會呼叫{value}：其連線沒有加密。',
    remedy: '請填寫以 https:// 開首的網址。',
  },
  'webhook-silent': {
    problem: '{value}在五秒內沒有回應，或該網址通往私人網絡。',
    remedy: '請確保可從互聯網連接該網址，然後再試。',
  },
  'webhook-not-confirmed': {
    problem: '{value}的回應為 {status}，或沒有附上送去的驗證碼。',
    remedy:
      '收到類別為 webhook.verification 的呼叫時，請以狀態 200 及資料中的 challenge 作為內容回應，然後再試。',
  },
  'push-service-unknown': {
    problem: '{value}不屬於本網站認識的瀏覽器推送服務。',
    remedy: '請改用電郵、webhook 或訂閱源。',
  },
  'asked-too-often': {
    problem: '今天要求提示的次數太多。',
    remedy: '請查看郵箱內已寄出的確認電郵，或明天再試。',
  },
  'alert-unknown': {
    problem: '這個提示已不存在：已經停止，或兩天內未有確認。',
    remedy: '請重新要求提示。',
  },
};
