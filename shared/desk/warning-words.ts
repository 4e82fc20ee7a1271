import type { Warning } from '../election/acts.ts';
import type { Language } from '../election/text.ts';
import { describeWarning, fillWords, type ToldWords } from '../election/warning-words.ts';
import type { WarningWords } from '../election/warning-words-en.ts';

/** Words for what only the desk says of a report; they are not carried by functions and pages that never say it. */
const D1: Readonly<Record<Language, WarningWords>> = {
  en: {
    title: 'Decisions and form differ',
    text: [
      'Where they differ, the decision record has {decided|questionable paper|questionable papers} and the form {reported}. The report stands as sent.',
      'The decision record and the form give different numbers of questionable papers. The report stands as sent.',
    ],
    remedy:
      'Compare the decision record with the form. Decisions are final: mend what was mistyped, in the record before the report is confirmed, or in the form by its next revision with a reason.',
  },
  'zh-Hant': {
    title: '決定記錄與表格不同',
    text: [
      '在有出入之處，決定記錄載有問題選票{decided}張，表格則載有{reported}張。報告按原樣保留。',
      '決定記錄與表格所載的問題選票數目不同。報告按原樣保留。',
    ],
    remedy:
      '請核對決定記錄與表格。決定一經作出即屬最終；如屬誤填，可在報告確認前更正記錄，或附上理由傳送表格的下一次修訂。',
  },
  'zh-Hans': {
    title: '决定记录与表格不同',
    text: [
      '在有出入之处，决定记录载有问题选票{decided}张，表格则载有{reported}张。报告按原样保留。',
      '决定记录与表格所载的问题选票数目不同。报告按原样保留。',
    ],
    remedy:
      '请核对决定记录与表格。决定一经作出即属最终；如属误填，可在报告确认前更正记录，或附上理由发送表格的下一次修订。',
  },
};

/** A flag as officers read it, those of the desk alone included. */
export const describeDeskWarning = (warning: Warning, language: Language): ToldWords =>
  warning.code === 'D1' ? fillWords(D1[language], warning, language) : describeWarning(warning, language);
