import { type Language, type Text, textIn } from '../election/text.ts';
import { type Told, told } from '../notices/notice-type.ts';
import type { NoticeResult } from '../recount/notice-results.ts';

/** Words of the feeds and of titles; pages have theirs in `site/words`. */
export const FEED_WORDS = {
  superseded: told('Superseded: ', '已被取代：', '已被取代：'),
  correction: told('Correction: ', '更正：', '更正：'),
  supersededBy: told(
    'This notice is superseded by another: ',
    '這份公告已由另一份公告取代：',
    '这份公告已由另一份公告取代：',
  ),
  supersedes: told(
    'This notice supersedes an earlier one: ',
    '這份公告取代較早前的一份：',
    '这份公告取代较早前的一份：',
  ),
  reason: told('Reason: ', '原因：', '原因：'),
  posted: told('Posted: ', '張貼：', '张贴：'),
  gazette: told('Gazette: ', '憲報：', '宪报：'),
  between: told(', ', '，', '，'),
  fact: told(
    'This notice went to those concerned. That it was given is public, what it says is not.',
    '這份公告已發給有關人士。只公布已經發出，不公布內容。',
    '这份公告已发给有关人士。只公布已经发出，不公布内容。',
  ),
} as const satisfies Readonly<Record<string, Told>>;

/** A notice's own title, else its kind and place: `Notice of result: New Territories West`. */
export const noticeTitle = (
  { title, name, constituency, station }: Pick<NoticeResult, 'title' | 'name' | 'constituency' | 'station'>,
  language: Language,
): { readonly text: string; readonly lang: Language } => {
  if (title) return textIn(title as Text, language);
  const place = station ?? constituency;
  if (!place) return { text: name[language], lang: language };
  const named = textIn(place.name, language).text;
  const id = station !== null && !named.includes(station.id) ? station.id : '';
  const where = id === '' ? named : language === 'en' ? `${id} ${named}` : `${id}${named}`;
  return { text: `${name[language]}${language === 'en' ? ': ' : '：'}${where}`, lang: language };
};
