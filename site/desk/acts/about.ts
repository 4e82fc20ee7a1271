import type { ProgressView } from '#shared/desk/desk-views.ts';
import type { Language, Text } from '#shared/election/text.ts';
import { must } from '#shared/result.ts';
import { plainName } from '../../models/names.ts';
import { useDesk } from '../desk-context.ts';
import { apiPaths } from '../paths.ts';
import type { Params } from '../router.ts';
import type { DeskWords } from '../words/load.ts';
import { actScreens } from './act-paths.ts';

/** Which constituency a screen is about, and the words it uses. */
export interface About {
  readonly of: string;
  readonly constituency: string;
  readonly language: Language;
  readonly words: DeskWords;
  readonly up: { readonly href: string; readonly name: string };
  readonly post: (route: string) => string;
}

export const useAbout = (params: Params): About => {
  const { language, words } = useDesk();
  const of = must(params['election'], 'the address names an election');
  const constituency = must(params['constituency'], 'the address names a constituency');
  return {
    of,
    constituency,
    language,
    words,
    up: { href: actScreens.overview(of, constituency), name: words.acts.overview.name(constituency) },
    post: (route) => apiPaths.act(of, route),
  };
};

interface Named {
  readonly number: string;
  readonly name: Text;
}

/** `List 2 · …` as plain text, for options and legends. */
export const contestantLabel = ({ language, words }: About, system: string, named: Named): string => {
  const unit = words.acts.form.unit(system === 'list_pr', named.number);
  return `${unit} · ${plainName(named.name, language)}`;
};

export const contestantOf = (view: ProgressView, id: string) =>
  view.contestants.find((contestant) => contestant.id === id);

export const labelOf = (about: About, view: ProgressView, id: string): string => {
  const found = contestantOf(view, id);
  return found ? contestantLabel(about, view.sheet.constituency.system, found) : id;
};

/** A candidate with the list the name stands on. */
export const candidateOf = (view: ProgressView, id: string) => {
  for (const contestant of view.contestants) {
    const candidate = contestant.candidates.find((one) => one.id === id);
    if (candidate) return { contestant, candidate };
  }
  return null;
};

export const candidateName = ({ language }: About, view: ProgressView, id: string): string => {
  const found = candidateOf(view, id);
  return found ? plainName(found.candidate.name, language) : id;
};
