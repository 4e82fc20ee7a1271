import { listOf } from '../../offline/unsent.ts';
import type { shell as english } from '../en/shell.ts';

export const shell: typeof english = {
  skip: '跳至內容',
  languages: '語言',
  online: '已連線',
  upToDate: (time) => `已更新至${time}`,
  offline: '離線',
  kept: (time) => `已保存於此裝置 ${time}`,
  savedHere: (time) => `${time} 已保存於此裝置`,
  notSaved: '此裝置無法保存你輸入的內容。送出之前請勿關閉本頁。',
  toSend: (count) => `${count}份報告待送出`,
  signIn: '登入',
  signOut: '登出',
  signInTitle: '選舉人員工作台',
  signInWords:
    '選舉人員登入後可呈報、確認和張貼公告；候選人及名單登入後可提交選舉廣告。你輸入的內容會保存在此裝置，沒有網絡時也一樣。',
  signInOffline: '你已離線。登入須有網絡；先前在此輸入的內容，沒有網絡也可繼續填寫。',
  goOn: (role, place) => `以${role}${place === '' ? '' : `（${place}）`}身分離線繼續`,
  keptForOthers: '其他帳戶在此裝置輸入的內容不會顯示。',
  ending: {
    title: '登入時限快將屆滿',
    words: (time) => `你將於${time}登出。你輸入的內容會保留；你也可以保持登入。`,
    stay: '保持登入',
    later: '稍後',
  },
  ended: {
    title: '請再次登入',
    words: '登入時限已屆滿。你輸入的內容仍在此訊息後的表格內，並已保存在此裝置。',
    signIn: '再次登入',
    failed: '未能登入，請再試一次。',
    close: '先看看表格',
  },
  leaving: {
    title: '確定登出？',
    words: (unsent) => {
      const names = listOf(unsent, {
        reports: (count) => `點票站報告${count}份`,
        acts: (count) => `選舉程序${count}項`,
        notices: (count) => `公告${count}份`,
        accounts: (count) => `帳戶表格${count}份`,
        submissions: (count) => `選舉廣告提交${count}份`,
      });
      return `在此裝置輸入而尚未傳送的有：${names.join('、')}。登出會把它刪除。`;
    },
    stay: '保持登入',
    leave: '刪除並登出',
  },
  unknown: {
    title: '沒有這個畫面',
    words: '網址可能有誤，或屬於舊版工作台。',
    home: '返回工作台首頁',
  },
};
