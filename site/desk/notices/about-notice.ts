import type { NoticesView } from '#shared/desk/notices-view.ts';
import type { Language } from '#shared/election/text.ts';
import { must } from '#shared/result.ts';
import { plainName } from '../../models/names.ts';
import { usePlaceNames } from '../accounts/place-names.ts';
import { useDesk } from '../desk-context.ts';
import { apiPaths, screens } from '../paths.ts';
import { progressAsLeft } from '../progress/come-back.ts';
import type { Params } from '../router.ts';
import { type Asked, useAnswer } from '../shell/use-answer.ts';
import type { DeskWords } from '../words/load.ts';
import { noticeScreens } from './notice-paths.ts';
import { NoticesAnswer } from './notices-answer.ts';
import type { NoticePlace, Poster } from './places.ts';

/** Whose notices a screen is about, who looks at it, and the words it uses. */
export interface AboutNotices {
  readonly of: string;
  /** Undefined where the address is that of the whole election. */
  readonly constituency: string | undefined;
  /** `Notices of Hong Kong Island`. */
  readonly title: string;
  readonly subject: string;
  readonly language: Language;
  readonly words: DeskWords;
  readonly poster: Poster;
  readonly up: { readonly href: string; readonly name: string };
}

/** What the election calls this constituency; its id until that is known. */
const usePlaceName = (of: string, constituency: string | undefined): string | null => {
  const { language } = useDesk();
  const { definitions } = usePlaceNames();
  const known = definitions.find(({ id }) => id === of)?.constituencies.find(({ id }) => id === constituency);
  return known ? plainName(known.name, language) : (constituency ?? null);
};

export const useAboutNotices = (params: Params): AboutNotices => {
  const { language, words, session } = useDesk();
  const of = must(params['election'], 'the address names an election');
  const { constituency } = { constituency: undefined, ...params };
  const title = words.notices.overview.name(usePlaceName(of, constituency));
  return {
    of,
    constituency,
    title,
    subject: constituency ?? '',
    language,
    words,
    poster: session,
    up: {
      href: noticeScreens.overview(of, constituency),
      name: title,
    },
  };
};

/** Where an overview leads back to: officers of stations and of the whole election have no screen of the constituency. */
export const useWayUp = ({ of, constituency, words, poster }: AboutNotices) =>
  constituency === undefined || poster.stations.length > 0
    ? { href: screens.home(), name: words.acts.overview.home }
    : { href: progressAsLeft(of, constituency), name: words.acts.overview.progress };

export const useNotices = ({ of }: AboutNotices, everyMs = 0): Asked<NoticesView> =>
  useAnswer(apiPaths.notices(of), NoticesAnswer, { everyMs });

/** A place as an option and in headings: its id and its name, or the whole election. */
export const placeLabel = (
  { words, language }: AboutNotices,
  { constituency, station, name }: NoticePlace,
) =>
  name === null
    ? words.notices.overview.wholeElection
    : `${station ?? constituency ?? ''} · ${plainName(name, language)}`;
