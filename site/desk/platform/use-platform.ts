import { useEffect } from 'preact/hooks';
import { textIn } from '#shared/election/text.ts';
import { useDesk } from '../desk-context.ts';
import type { Params } from '../router.ts';
import { type Asked, useAnswer } from '../shell/use-answer.ts';
import { whose } from '../shell/whose.ts';
import { type Platform, PlatformAnswer } from './platform-answers.ts';
import { platformApi } from './platform-paths.ts';
import { usePlatformWords } from './words/with-words.tsx';

export interface OfPlatform {
  readonly election: string;
  readonly platform: string;
}

export const ofParams = (params: Params): OfPlatform => ({
  election: params['election'] ?? '',
  platform: params['platform'] ?? '',
});

/** The candidate or list as the ink bar names it: `示例候選人 · 名單 1`. */
export const useOwner = () => {
  const { language } = useDesk();
  const { owner } = usePlatformWords();
  return ({ account, register, constituencies }: Platform): string => {
    const name = textIn(register?.name ?? account.name, language).text;
    const number = register?.contestant?.number;
    const system = constituencies.find(({ id }) => id === account.constituency)?.system;
    return number === undefined ? name : owner(name, number, system === 'list_pr');
  };
};

/** The constituency's name in the ink bar. */
export const usePlaceName = () => {
  const { language } = useDesk();
  return ({ account, constituencies }: Pick<Platform, 'account' | 'constituencies'>): string => {
    const found = constituencies.find(({ id }) => id === account.constituency);
    return found ? textIn(found.name, language).text : account.constituency;
  };
};

/** Everything of one account, and whose it is in the ink bar. */
export const usePlatform = ({ election, platform }: OfPlatform, everyMs = 0): Asked<Platform> => {
  const { session } = useDesk();
  const asked = useAnswer(platformApi.one(election, platform), PlatformAnswer, { everyMs });
  const nameOf = useOwner();
  const { value } = asked;
  const name = value && session.role === 'candidate' ? nameOf(value) : null;
  const test = value?.test ?? false;
  useEffect(() => {
    if (name !== null) whose.set({ name, test });
  }, [name, test]);
  return asked;
};
