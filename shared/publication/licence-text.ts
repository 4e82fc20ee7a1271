import { LICENCE } from './formats/data-package.ts';

/** `/schemas/licence.txt`: beside the descriptions of formats, the same for every election; files name it by its address. */
export const LICENCE_TEXT = `These files are published under ${LICENCE.title} (${LICENCE.name}):
${LICENCE.path}

Anybody may use, copy, change and pass them on, also for money. Say where they are from, which election and which version, and say
"provisional" where nothing is declared. A file that says "test": true, or has true in its column test, is of a rehearsal: its people and
figures are invented, or replayed from an earlier election. Figures that officers reported are facts; no right is claimed in them.

本資料以 Creative Commons 姓名標示 4.0 國際授權條款發布：任何人均可使用、複製、更改及轉載，包括作商業用途，但須說明出處、選舉及版本；尚未宣布的結果須註明「暫定」。
標明 test 為 true 的檔案屬演習，當中人物及數字屬虛構或重演。

本资料以 Creative Commons 署名 4.0 国际许可协议发布：任何人均可使用、复制、更改及转载，包括作商业用途，但须说明出处、选举及版本；尚未宣布的结果须注明“暂定”。
标明 test 为 true 的文件属演习，当中人物及数字属虚构或重演。
`;
