import type { FindingDictionary } from './finding-words-en.ts';

const RENAME = '請為檔案改一個簡單的名稱（例如leaflet-1.pdf），然後再次選取。';
const SAVE_PLAIN = '請在製作檔案的程式中將其移除，或把文件另存為PDF，再呈交新檔案。';
const MAKE_AGAIN = '請用製作檔案的程式開啟並重新儲存，確定可以開啟，再呈交新檔案。';
const PACK_AGAIN = '請用電腦的一般壓縮工具重新壓縮，或逐一呈交檔案。';
const PRINT_PDF = '請把文件列印成新的PDF（在列印對話框選「儲存為PDF」），再呈交該檔案。';

export const FINDINGS_ZH_HANT: FindingDictionary = {
  findings: {
    'name-empty': { found: '檔案沒有名稱。', remedy: RENAME },
    'name-too-long': { found: '「{file}」的名稱超過255個位元組。', remedy: RENAME },
    'name-control-character': { found: '「{file}」的名稱含有無法顯示的字元。', remedy: RENAME },
    'name-direction-mark': { found: '「{file}」的名稱含有會改變閱讀次序的隱藏標記。', remedy: RENAME },
    'name-separator': { found: '「{file}」的名稱含有 / \\ : * ? " < > | 其中一個字元。', remedy: RENAME },
    'name-reserved': { found: '「{file}」是部分電腦保留的名稱。', remedy: RENAME },
    'name-dots': { found: '「{file}」的名稱以句點開頭，或以句點或空格結尾。', remedy: RENAME },
    'empty-file': { found: '「{file}」是空的，沒有任何內容。', remedy: '請選取載有內容的檔案。' },
    'too-large': {
      found: [
        '「{file}」有{bytes}個位元組，每個檔案的上限為{limit}個。',
        '「{file}」超過50,000,000個位元組。',
      ],
      remedy: '請分為幾個檔案，或縮小圖像後儲存，再呈交。',
    },
    'not-on-the-list': {
      found:
        '「{file}」不屬可呈交的格式：RTF、DOC、DOCX、HTML、PDF、TXT、GIF、JPEG、TIFF、PNG、WAV、MP3、AVI、MPEG、ZIP或GZ。',
      remedy: '{advice}',
    },
    'not-as-named': {
      found: ['「{file}」的名稱顯示為{named}，但內容是{found}。', '「{file}」的名稱與內容屬不同格式。'],
      remedy: '如內容正確，請把副檔名改為該格式；否則請按名稱所示的格式重新儲存。',
    },
    'unsafe-name': {
      found: '「{file}」的名稱含有隱藏或不准使用的字元。',
      remedy: '請更改檔案名稱，再重新壓縮。',
    },
    unreadable: {
      found: [
        '「{file}」無法按{format}格式讀取：檔案已損壞、不完整或不符合標準。',
        '「{file}」無法讀取：檔案已損壞、不完整或不符合標準。',
      ],
      remedy: MAKE_AGAIN,
    },
    encrypted: {
      found: '「{file}」已加密或需要密碼。',
      remedy: '請儲存一份不設密碼的檔案再呈交：公眾必須能夠開啟。',
    },
    'data-after-the-end': {
      found: ['「{file}」多出{bytes}個不屬其內容的位元組。', '「{file}」載有不屬其內容的位元組。'],
      remedy: MAKE_AGAIN,
    },
    'two-formats': {
      found: ['「{file}」同時是另一種格式（{kind}）的檔案。', '「{file}」同時是兩種格式的檔案。'],
      remedy: MAKE_AGAIN,
    },
    virus: {
      found: ['病毒掃描在「{file}」發現{name}。', '病毒掃描在「{file}」發現病毒。'],
      remedy: '請勿開啟該檔案。請檢查其來源電腦，重新製作檔案後再呈交。',
    },
    macros: { found: '「{file}」載有巨集，即電腦指令。', remedy: SAVE_PLAIN },
    'active-field': {
      found: [
        '「{file}」載有會讀取、執行或查詢的功能變數（{field}）。',
        '「{file}」載有會讀取、執行或查詢的功能變數。',
      ],
      remedy: '請在Word選取該功能變數，按Ctrl+Shift+F9轉為純文字，或把文件另存為PDF，再呈交新檔案。',
    },
    'active-control': { found: '「{file}」載有會在電腦上執行的按鈕、控制項或增益集。', remedy: SAVE_PLAIN },
    'embedded-object': {
      found: '「{file}」載有其他程式的物件或文件。',
      remedy: '請改以圖片貼上該物件，或把文件另存為PDF，再呈交新檔案。',
    },
    'outside-content': {
      found: '「{file}」開啟時會從別處讀取內容，例如圖片或範本。',
      remedy: '請把圖片直接插入檔案，中斷範本及其他檔案的連結，再呈交新檔案。',
    },
    script: {
      found: '「{file}」載有程式碼。',
      remedy: '請移除所有程式碼，或另存為不含程式碼的PDF，再呈交新檔案。',
    },
    'acts-by-itself': { found: '「{file}」在開啟、顯示或列印時會自動執行動作。', remedy: PRINT_PDF },
    'acts-on-the-computer': {
      found: [
        '「{file}」載有會啟動、開啟、傳送或載入其他東西的指令（{action}）。',
        '「{file}」載有會啟動、開啟、傳送或載入其他東西的指令。',
      ],
      remedy: PRINT_PDF,
    },
    'embedded-file': { found: '「{file}」內附有其他檔案。', remedy: '請移除附件，並按准許的格式另行呈交。' },
    'embedded-media': {
      found: '「{file}」內嵌聲音、影片或立體模型。',
      remedy: '請將其移除，並以WAV、MP3、AVI或MPEG另行呈交聲音或影片。',
    },
    'dynamic-form': { found: '「{file}」是動態表格（XFA），開啟時才由程式產生。', remedy: PRINT_PDF },
    'dangerous-link': {
      found: [
        '「{file}」有連結指向會執行或位於電腦內的東西（{scheme}）。',
        '「{file}」有連結指向會執行或位於電腦內的東西。',
      ],
      remedy: '請只連結至網頁及電郵地址，再呈交新檔案。',
    },
    'frame-or-form': {
      found: '「{file}」載有框架、表格或內嵌物件。',
      remedy: '請移除後儲存，或另存為PDF，再呈交新檔案。',
    },
    'old-word': {
      found: '「{file}」由1997年以前的Word製作，當中的巨集無法與文字分辨。',
      remedy: '請另存為DOCX或PDF再呈交。',
    },
    'archive-too-large': {
      found: ['「{file}」解壓後會有{bytes}個位元組，超過上限{limit}個。', '「{file}」解壓後會超過上限。'],
      remedy: '請把內容分為幾個較小的壓縮檔，或逐一呈交。',
    },
    'archive-too-many': {
      found: ['「{file}」內有{count}個檔案，上限為{limit}個。', '「{file}」內的檔案太多。'],
      remedy: '請把內容分為幾個較小的壓縮檔。',
    },
    'archive-in-archive': {
      found: '「{file}」是壓縮檔內的壓縮檔。',
      remedy: '請把內層的壓縮檔解壓，直接壓縮其中的檔案。',
    },
    'archive-path': { found: '「{file}」解壓時會寫到其資料夾以外。', remedy: PACK_AGAIN },
    'archive-link': { found: '「{file}」載有指向別處的連結，而不是檔案。', remedy: PACK_AGAIN },
    'archive-contradicts-itself': { found: '「{file}」的目錄與其內容不符。', remedy: PACK_AGAIN },
    'archive-method': { found: '「{file}」的壓縮方法並非每部電腦都能解壓。', remedy: PACK_AGAIN },
    'archive-empty': { found: '「{file}」內沒有檔案。', remedy: '請把有關檔案放入壓縮檔，或逐一呈交。' },
    'too-many-pixels': {
      found: ['「{file}」有{pixels}個像素，上限為{limit}個。', '「{file}」的像素太多。'],
      remedy: '請縮小圖像後儲存：A1尺寸每吋300點已足以看清全部內容。',
    },
    'too-many-pages': {
      found: ['「{file}」有{count}頁或格，上限為{limit}。', '「{file}」的頁數或格數太多。'],
      remedy: '請分為幾個檔案。',
    },
    'could-not-be-inspected': {
      found: '「{file}」無法檢查：檢查需時太久或未能完成。',
      remedy: '請用較簡單的方式儲存，例如新的PDF或較小的圖像，再呈交。如再次發生，請聯絡選舉事務處。',
    },
    'could-not-be-scanned': {
      found: '病毒掃描未能檢查「{file}」的全部內容。',
      remedy: '請用較簡單的方式儲存，不設密碼及附件，再呈交。',
    },
    'identity-number': {
      found: ['「{file}」內有{count}個號碼似是身分證號碼。', '「{file}」內有號碼似是身分證號碼。'],
      remedy: '請遮蓋號碼，使檔案內不再載有該等號碼，然後更換檔案。如並非身分證號碼，請予確認。',
    },
    'changing-field': {
      found: [
        '「{file}」載有文字會自動改變的功能變數（{field}）。',
        '「{file}」載有文字會自動改變的功能變數。',
      ],
      remedy: '請在Word選取該功能變數，按Ctrl+Shift+F9轉為純文字，然後更換檔案。如必須保留，請予確認。',
    },
    'hidden-video': {
      found: '「{file}」的相片背後有數秒影片。',
      remedy: '請只儲存相片並更換檔案，或確認該影片可以公開。',
    },
    'not-read-to-the-end': {
      found: '「{file}」太長，未能全部檢查是否載有身分證號碼。',
      remedy: '請確定當中沒有該等號碼並予確認，或把檔案分拆。',
    },
    location: {
      found: '「{file}」載有拍攝地點。',
      remedy: '無需跟進。如不想公開地點，請改為呈交不含位置資料的檔案。',
    },
    'personal-folder': {
      found: '「{file}」載有製作電腦的資料夾名稱。',
      remedy: '無需跟進。如不想公開該名稱，請把文件附加至一般範本。',
    },
    'tracked-changes': {
      found: '「{file}」仍顯示修訂記錄。',
      remedy: '無需跟進。如不想公開，請先接受所有修訂。',
    },
    comments: { found: '「{file}」載有註解。', remedy: '無需跟進。如不想公開，請先刪除註解。' },
    'earlier-revisions': {
      found: ['「{file}」仍載有{count}個較早的版本。', '「{file}」仍載有較早的版本。'],
      remedy: '無需跟進。如不想公開，請列印成新的PDF。',
    },
    'more-pictures': {
      found: ['「{file}」的相片背後另有{count}張圖片。', '「{file}」的相片背後另有圖片。'],
      remedy: '無需跟進。如不想公開，請只儲存相片。',
    },
    'system-files': {
      found: ['「{file}」內有{count}個由電腦自行加入的檔案。', '「{file}」內有由電腦自行加入的檔案。'],
      remedy: '無需跟進。',
    },
  },
  advice: {
    video: '請把影片轉為AVI或MPEG。如不可行，請提供公眾可以觀看的公開平台的連結。',
    audio: '請把聲音轉為WAV或MP3。',
    image: '請把圖像儲存為PNG、JPEG、TIFF或GIF。',
    document: '請把文件儲存為PDF，或不含巨集的DOCX。',
    archive: '請以ZIP壓縮檔案，或逐一呈交。',
    program: '程式及程式碼不可呈交。',
    other: '請儲存為上述其中一種格式再呈交。',
  },
  parts: {
    text: '內文',
    'hidden-text': '隱藏文字',
    headers: '頁首及頁尾',
    notes: '註釋',
    comments: '註解',
    'deleted-text': '已刪除但仍在檔案內的文字',
    metadata: '檔案摘要資訊',
    settings: '檔案設定',
    'earlier-revision': '仍在檔案內的較早版本',
    name: '名稱',
  },
  page: '第{page}頁',
  where: '{sentence}位置：{places}。',
  list: '、',
};
