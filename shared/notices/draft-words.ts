import { type Language, type Text, textIn } from '../election/text.ts';
import type { Told } from './notice-type.ts';

const NAMES_BETWEEN: Readonly<Record<Language, string>> = { en: '; ', 'zh-Hant': '、', 'zh-Hans': '、' };

/** Names as given, in the order of a notice. */
const names = (all: readonly Text[], language: Language): string =>
  all.map((name) => textIn(name, language).text).join(NAMES_BETWEEN[language]);

const written = (write: (language: Language) => string): Told => ({
  en: write('en'),
  'zh-Hant': write('zh-Hant'),
  'zh-Hans': write('zh-Hans'),
});

type Sentence = Readonly<Record<Language, string>>;

/** Fills `{place}` and the like; what is put in is never looked into again. */
const say = (sentence: Sentence, fillings: (language: Language) => Readonly<Record<string, string>>): Told =>
  written((language) => {
    const values = new Map(Object.entries(fillings(language)));
    return sentence[language].replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '');
  });

/** Paragraphs one after the other; what is null is left out. */
export const paragraphs = (...parts: readonly (Told | null)[]): Told =>
  written((language) => parts.flatMap((part) => part?.[language] ?? []).join('\n\n'));

/** A reason stands in the language its officer gave it in. */
export const asGiven = (reason: string | null | undefined): Told | null =>
  reason == null ? null : { en: reason, 'zh-Hant': reason, 'zh-Hans': reason };

const placeIn = (place: Text) => (language: Language) => ({ place: textIn(place, language).text });

export const electedWords = (place: Text, elected: readonly Text[]): Told =>
  say(
    {
      en: 'The following candidates are declared elected for {place}: {names}.',
      'zh-Hant': '下列候選人獲宣布在{place}當選：{names}。',
      'zh-Hans': '下列候选人获宣布在{place}当选：{names}。',
    },
    (language) => ({ ...placeIn(place)(language), names: names(elected, language) }),
  );

export const LOTS_WORDS: Told = {
  en: 'A tie was decided by drawing lots.',
  'zh-Hant': '票數相同者以抽籤決定。',
  'zh-Hans': '票数相同者以抽签决定。',
};

export const CORRECTED_WORDS: Told = {
  en: 'Figures were corrected after the declaration. The seats declared stand.',
  'zh-Hant': '宣布結果後曾更正數字。已宣布的議席不變。',
  'zh-Hans': '宣布结果后曾更正数字。已宣布的议席不变。',
};

export const uncontestedWords = (place: Text, elected: readonly Text[]): Told =>
  say(
    {
      en: 'No poll is held for {place}: no more candidates stand than there are seats. The following are declared elected: {names}.',
      'zh-Hant': '{place}的候選人不多於議席數目，無需進行投票。下列候選人獲宣布當選：{names}。',
      'zh-Hans': '{place}的候选人不多于议席数目，无需进行投票。下列候选人获宣布当选：{names}。',
    },
    (language) => ({ ...placeIn(place)(language), names: names(elected, language) }),
  );

export const failedWords = (place: Text, unfilled: number, seats: number): Told =>
  say(
    unfilled === seats
      ? {
          en: 'The election for {place} has failed: no seat is filled.',
          'zh-Hant': '{place}的選舉未能完成：沒有選出任何議席。',
          'zh-Hans': '{place}的选举未能完成：没有选出任何议席。',
        }
      : {
          en: 'The election for {place} has failed in part. Seats not filled: {unfilled} of {seats}.',
          'zh-Hant': '{place}的選舉未能全部完成：{seats}個議席中有{unfilled}個未能選出。',
          'zh-Hans': '{place}的选举未能全部完成：{seats}个议席中有{unfilled}个未能选出。',
        },
    (language) => ({ ...placeIn(place)(language), unfilled: String(unfilled), seats: String(seats) }),
  );

export const struckWords = (
  place: Text,
  {
    name,
    died,
    remaining,
  }: { readonly name: Text; readonly died: boolean; readonly remaining: readonly Text[] },
): Told =>
  say(
    died
      ? {
          en: '{name}, a candidate for {place}, has died. Candidates who remain: {names}.',
          'zh-Hant': '{place}的候選人{name}已去世。餘下的候選人：{names}。',
          'zh-Hans': '{place}的候选人{name}已去世。余下的候选人：{names}。',
        }
      : {
          en: '{name} is not validly nominated for {place}. Candidates who remain: {names}.',
          'zh-Hant': '{name}在{place}的提名並非有效。餘下的候選人：{names}。',
          'zh-Hans': '{name}在{place}的提名并非有效。余下的候选人：{names}。',
        },
    (language) => ({
      ...placeIn(place)(language),
      name: textIn(name, language).text,
      names: names(remaining, language),
    }),
  );

export const movedWords = (station: string, name: Text, to: Text): Told =>
  say(
    {
      en: 'The count of station {id} ({name}) is moved to {to}.',
      'zh-Hant': '點票站{id}（{name}）的點票改在{to}進行。',
      'zh-Hans': '点票站{id}（{name}）的点票改在{to}进行。',
    },
    (language) => ({ id: station, name: textIn(name, language).text, to: textIn(to, language).text }),
  );

export const terminatedWords = (place: Text): Told =>
  say(
    {
      en: 'The proceedings of the election for {place} are terminated. There will be no result.',
      'zh-Hant': '{place}的選舉程序終止，不會有結果。',
      'zh-Hans': '{place}的选举程序终止，不会有结果。',
    },
    placeIn(place),
  );
