import type { ElectionDefinition } from '#shared/election/definition.ts';
import { useDesk } from '../../desk-context.ts';
import { NoticesAnswer } from '../../notices/notices-answer.ts';
import { apiPaths } from '../../paths.ts';
import { type Asked, useAnswer } from '../../shell/use-answer.ts';
import { type PlatformAccounts, PlatformAccountsAnswer } from '../platform-answers.ts';
import { platformApi } from '../platform-paths.ts';

/** Accounts of the platform, and the constituencies with their lists and candidates. */
export interface OfficersView extends PlatformAccounts {
  readonly constituencies: ElectionDefinition['constituencies'];
}

/** What the officers' screens are made of; both answers must be there. */
export const useOfficers = (election: string, everyMs = 0): Asked<OfficersView> => {
  const accounts = useAnswer(platformApi.all(election), PlatformAccountsAnswer, { everyMs });
  const notices = useAnswer(apiPaths.notices(election), NoticesAnswer);
  const isThere = accounts.value !== null && notices.value !== null;
  return {
    value: isThere
      ? {
          accounts: accounts.value?.accounts ?? [],
          weather: accounts.value?.weather ?? [],
          constituencies: notices.value?.definition.constituencies ?? [],
        }
      : null,
    failure: accounts.failure ?? notices.failure,
    asking: accounts.asking || notices.asking,
    ask: () => {
      accounts.ask();
      notices.ask();
    },
  };
};

/** Only the Chief Electoral Officer opens and revises accounts [2016 App.5 ¶4]. */
export const useOpensAccounts = (): boolean => useDesk().session.role === 'chief_electoral_officer';
