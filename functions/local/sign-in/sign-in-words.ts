import type { Language } from '#shared/election/text.ts';

/** What the page says on which one chooses who to be. */
export interface SignInWords {
  readonly skip: string;
  readonly languages: string;
  readonly demonstration: string;
  readonly standsIn: string;
  readonly title: string;
  readonly whoSignedIn: string;
  readonly continueAs: string;
  readonly allElections: string;
  readonly elections: string;
  readonly constituencies: string;
  readonly stations: string;
  readonly others: string;
  readonly search: string;
  readonly find: string;
  readonly noneFound: string;
  readonly firstOnly: string;
  readonly anotherElection: string;
  readonly anotherConstituency: string;
  readonly cannotGoOn: string;
  readonly unknownClient: string;
  readonly unknownRedirect: string;
  readonly accountClosed: string;
  readonly accountUnknown: string;
  readonly otherSite: string;
  readonly toTheDesk: string;
  readonly problem: string;
}

export const SIGN_IN_WORDS: Readonly<Record<Language, SignInWords>> = {
  en: {
    skip: 'Skip to the content',
    languages: 'Language',
    demonstration: 'Demonstration',
    standsIn:
      'This page stands in for the sign-in service while the portal runs on one computer. Here anybody can be anybody.',
    title: 'Choose who to be',
    whoSignedIn: 'Signed in before',
    continueAs: 'Continue as',
    allElections: 'For all elections',
    elections: 'For one election',
    constituencies: 'Constituencies',
    stations: 'Counting stations',
    others: 'Other accounts',
    search: 'Station, by code or by part of its name',
    find: 'Find',
    noneFound: 'No counting station fits',
    firstOnly: 'Only the first stations are listed. Find the others by code or name.',
    anotherElection: 'Choose another election',
    anotherConstituency: 'Choose another constituency',
    cannotGoOn: 'This sign-in cannot go on',
    unknownClient: 'The page that asks is not known here. Open the desk again and sign in from there.',
    unknownRedirect:
      'The address to return to is no page of the desk on this computer. Open the desk again and sign in from there.',
    accountClosed:
      'This account is closed. Choose another, or let the Chief Electoral Officer open it again.',
    accountUnknown: 'Nobody here has this account. Choose one from the list.',
    otherSite: 'Another website sent this form. Open the desk and sign in from there.',
    toTheDesk: 'To the desk',
    problem: 'There is a problem',
  },
  'zh-Hant': {
    skip: '跳至內容',
    languages: '語言',
    demonstration: '示範',
    standsIn: '系統在一部電腦上運行時，由本頁代替登入服務。在這裏，任何人都可以選用任何身分。',
    title: '選擇你的身分',
    whoSignedIn: '先前登入的人員',
    continueAs: '繼續以此身分登入：',
    allElections: '所有選舉',
    elections: '個別選舉',
    constituencies: '選區及界別',
    stations: '點票站',
    others: '其他帳戶',
    search: '票站編號或部分名稱',
    find: '尋找',
    noneFound: '找不到符合的點票站：',
    firstOnly: '只列出首批票站；其他票站請按編號或名稱尋找。',
    anotherElection: '選擇另一項選舉',
    anotherConstituency: '選擇另一個選區或界別',
    cannotGoOn: '無法繼續登入',
    unknownClient: '這裏不認識提出登入的頁面。請重新打開人員工作台，再由該處登入。',
    unknownRedirect: '登入後返回的網址並非這部電腦上的人員工作台。請重新打開人員工作台，再由該處登入。',
    accountClosed: '這個帳戶已經關閉。請選擇另一個帳戶，或由總選舉事務主任重新開啟。',
    accountUnknown: '這裏沒有這個帳戶。請從名單中選擇。',
    otherSite: '這份表格由另一個網站傳送。請打開人員工作台，再由該處登入。',
    toTheDesk: '前往人員工作台',
    problem: '出現問題',
  },
  'zh-Hans': {
    skip: '跳至内容',
    languages: '语言',
    demonstration: '演示',
    standsIn: '系统在一台电脑上运行时，由本页代替登录服务。在这里，任何人都可以选用任何身份。',
    title: '选择您的身份',
    whoSignedIn: '之前登录的人员',
    continueAs: '继续以此身份登录：',
    allElections: '所有选举',
    elections: '单项选举',
    constituencies: '选区及界别',
    stations: '点票站',
    others: '其他账户',
    search: '投票站编号或部分名称',
    find: '查找',
    noneFound: '找不到符合的点票站：',
    firstOnly: '只列出前面的投票站；其他投票站请按编号或名称查找。',
    anotherElection: '选择另一项选举',
    anotherConstituency: '选择另一个选区或界别',
    cannotGoOn: '无法继续登录',
    unknownClient: '这里不认识提出登录的页面。请重新打开人员工作台，再从那里登录。',
    unknownRedirect: '登录后返回的网址不是这台电脑上的人员工作台。请重新打开人员工作台，再从那里登录。',
    accountClosed: '这个账户已经关闭。请选择另一个账户，或由总选举事务主任重新开启。',
    accountUnknown: '这里没有这个账户。请从名单中选择。',
    otherSite: '这份表单由另一个网站发送。请打开人员工作台，再从那里登录。',
    toTheDesk: '前往人员工作台',
    problem: '出现问题',
  },
};
