import type { TokenRequest } from '#functions/local/token-issuer.ts';
import type { StationView } from '#shared/desk/desk-views.ts';
import type { Entry } from '#shared/desk/entry.ts';
import type { ElectionDefinition } from '#shared/election/definition.ts';
import type { Answer, SignIn, TestApi } from './api.ts';
import { testApi } from './api.ts';
import { aDefinition, aReport } from './builders.ts';

/** Officers of the desk: people are told apart by their accounts. */
export const PRESIDING: TokenRequest = { role: 'presiding_officer', station: 'A', account: 'pro-1' };
export const DEPUTY: TokenRequest = { role: 'presiding_officer', station: 'A', account: 'pro-2' };
export const ARO: TokenRequest = {
  role: 'assistant_returning_officer',
  constituency: 'LC1',
  account: 'aro-1',
};
export const ARO_2: TokenRequest = { ...ARO, account: 'aro-2' };
export const RETURNING: TokenRequest = { role: 'returning_officer', constituency: 'LC1', account: 'ro-1' };
export const OBSERVER: TokenRequest = { role: 'observer', account: 'watch-1' };

export const anEntry = (changes: Partial<Entry['report']> = {}, more: Partial<Entry> = {}): Entry => ({
  attempt: 1,
  report: aReport(changes),
  ...more,
});

const LC1 = { parameters: { constituency: 'LC1' } };

/** The API as officers of the desk meet it. */
export const testDesk = async (signIn: SignIn, changes: Partial<ElectionDefinition> = {}) => {
  const api: TestApi = testApi(signIn);
  await api.define(aDefinition(changes));
  const form = { constituency: 'LC1', station: 'A', count: 1, revision: 1, attempt: 1 };
  return {
    api,
    enter: (as: TokenRequest, entry: Entry = anEntry()) => api.call('submit-entry', entry, { as }),
    resolve: (as: TokenRequest, entry: Entry) => api.call('resolve-entries', entry, { as }),
    sendBack: (as: TokenRequest, reason = 'figures swapped', which = {}) =>
      api.call('send-back-entry', { ...form, reason, ...which }, { as }),
    step: (as: TokenRequest, step: string, which = {}) =>
      api.call('tell-step', { constituency: 'LC1', station: 'A', count: 1, step, ...which }, { as }),
    confirm: (as: TokenRequest, sha256: string, which = {}) =>
      api.call('confirm-report', { ...form, sha256, ...which }, { as }),
    propose: (as: TokenRequest, number: number, act: unknown) =>
      api.call('propose-act', { constituency: 'LC1', number, act }, { as }),
    second: (as: TokenRequest, number: number, sha256: string, more = {}) =>
      api.call('second-act', { constituency: 'LC1', number, sha256, decision: 'seconded', ...more }, { as }),
    progress: (as: TokenRequest = ARO) => api.call('read-progress', undefined, { as, ...LC1 }),
    station: async (as: TokenRequest = ARO, station = 'A'): Promise<StationView> =>
      (await api.call('read-station', undefined, { as, parameters: { constituency: 'LC1', station } }))
        .body as StationView,
    form: (as: TokenRequest) => api.call('read-form', undefined, { as, ...LC1 }),
    home: (as: TokenRequest) => api.call('read-desk', undefined, { as }),
  };
};

export type TestDesk = Awaited<ReturnType<typeof testDesk>>;

/** Status and codes of an answer. */
export const saidOf = ({ status, body }: Answer): readonly unknown[] => [
  status,
  ...(body.errors ?? []).map(({ code }: { code: string }) => code),
];
