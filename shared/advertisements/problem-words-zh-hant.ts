import type { ProblemWords } from '../election/problem-words-en.ts';
import type { PlatformProblem } from './problem-words-en.ts';

export const PLATFORM_PROBLEMS_ZH_HANT: Readonly<Record<PlatformProblem, ProblemWords>> = {
  'file-empty': { problem: '檔案{name}是空的。', remedy: '請重新選擇檔案，或選擇另一個有內容的檔案。' },
  'file-too-large': {
    problem: '檔案{name}有{bytes}位元組，上限為{limit}位元組。整份提交未獲接納。',
    remedy: '請把檔案分成數個或加以壓縮，然後重新提交全部檔案。',
  },
  'file-not-on-the-list': {
    problem: '檔案{name}不屬准許的格式。',
    remedy:
      '請使用RTF、DOC、DOCX、HTML、PDF、TXT、GIF、JPEG、TIFF、PNG、WAV、MP3、AVI或MPEG；可用ZIP或GZ壓縮。',
  },
  'file-name-empty': { problem: '有檔案沒有名稱。', remedy: '請為檔案命名，並加上其格式的副檔名。' },
  'file-name-too-long': {
    problem: '檔案名稱{name}太長。',
    remedy: '請把名稱縮短至255位元組以內，約80個中文字。',
  },
  'file-name-control-character': {
    problem: '檔案名稱含有看不見的字元：{value}。',
    remedy: '請只用文字、數字及空格重新命名檔案。',
  },
  'file-name-direction-mark': {
    problem: '檔案名稱含有會掩飾其讀法的標記：{value}。',
    remedy: '請重新輸入檔案名稱。',
  },
  'file-name-separator': {
    problem: '檔案名稱{name}含有不可使用的字元。',
    remedy: '請重新命名檔案，不要使用 / \\ : * ? " < > 及 |。',
  },
  'file-name-reserved': {
    problem: '檔案名稱{name}在某些電腦上無法儲存。',
    remedy: '請重新命名檔案，例如加上一個詞。',
  },
  'file-name-dots': { problem: '檔案名稱{name}以句點或空格開首或結尾。', remedy: '請刪去該句點或空格。' },
  'copy-needed': {
    problem: '{field}的選舉廣告既無檔案，亦無連結。',
    remedy: '請加入文本；如屬公開平台上的實時訊息，請提供其網址。',
  },
  'links-need-real-time': {
    problem: '{field}以連結代替文本。',
    remedy: '請上載文本。只有無法製備文本的互動或實時訊息才可只提供網址；如屬此類，請註明。',
  },
  'not-a-web-address': {
    problem: ['{field}的{value}不是網頁地址。', '{field}所填的不是網頁地址。'],
    remedy: '請提供以http://或https://開首的網址，當中不可含有用戶名稱或密碼。',
  },
  'produced-later': {
    problem: '{field}的製作日期{value}遲於發布日期{publishedOn}。',
    remedy: '請更正其中一個日期。',
  },
  'advertisement-unknown': {
    problem: '此帳戶沒有提交過編號{value}的選舉廣告。',
    remedy: '請從你的帳戶已提交的選舉廣告中選擇。',
  },
  'advertisement-removed': {
    problem: '選舉廣告{value}已被移除，不能再就它提交任何資料。',
    remedy: '如認為有誤，請向總選舉事務主任查詢。',
  },
  'corrections-closed': {
    problem: '更正資料的限期為{due}，即投票日後第2個工作天。',
    remedy: '原有資料會按提交時的樣子保留。如當中有誤，請致函總選舉事務主任。',
  },
  'nothing-corrected': {
    problem: '{field}的更正沒有更改任何資料。',
    remedy: '請填寫有誤的資料及其正確內容。',
  },
  'consent-unknown': {
    problem: '此帳戶沒有提交過同意書{value}。',
    remedy: '請從你的帳戶已提交的同意書中選擇。',
  },
  'revoked-already': { problem: '同意書{value}早已撤銷。', remedy: '無須再辦。' },
  'file-unknown': {
    problem: '沒有這個可供替換或確認的檔案。',
    remedy: '請再查看該份提交，當中列明檔案的狀況。',
  },
  'not-refused': {
    problem: '檔案{value}並未被拒，不能以另一檔案取代。',
    remedy: '內容有變的即屬新的選舉廣告，請另行提交。',
  },
  'not-held': { problem: '檔案{value}並未被暫緩公開。', remedy: '請再查看該份提交，當中列明檔案的狀況。' },
  'files-missing': {
    problem: '{expected}個檔案中有{missing}個尚未收到：{names}。',
    remedy: '請傳送這些檔案；已收到的檔案會保留7天。然後再次提交。',
  },
  'submission-unknown': {
    problem: '此帳戶沒有開始過名為{value}的提交。',
    remedy: '請重新開始提交；當中的資料均未收到。',
  },
  'platform-account-unknown': {
    problem: '中央平台沒有開立中的帳戶{value}。',
    remedy: '請核對帳戶名稱，或向總選舉事務主任申請帳戶。',
  },
  'constituency-stays': {
    problem: '此帳戶屬{expected}，選區或界別不能改為{value}。',
    remedy: '請為另一選區或界別另開帳戶。',
  },
  'applied-later': { problem: '申請日期{value}尚未來到。', remedy: '請填寫收到申請的日期。' },
};
