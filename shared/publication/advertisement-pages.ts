import type { Language } from '../election/text.ts';
import type { AccountResult, RegisterResult } from '../recount/register-results.ts';
import type { ElectionHead } from '../recount/results.ts';
import { hasRegister } from './advertisement-files.ts';
import { headWithoutCount } from './head-without-count.ts';
import type { PlannedPage } from './page-plan.ts';
import { pagePaths } from './page-views.ts';
import type { PublishedVersion } from './publish-version.ts';
import { addressOf } from './version-index.ts';

const accountPages = (
  {
    head,
    account,
    inspection,
    settled,
  }: { readonly head: ElectionHead; readonly account: AccountResult } & Pick<
    RegisterResult,
    'inspection' | 'settled'
  >,
  language: Language,
): readonly PlannedPage[] => {
  const { version } = account;
  const shown = { language, head: headWithoutCount(head, account), account };
  const path = pagePaths.advertiser(language, head.election, account.account);
  return [
    {
      kind: 'advertiser',
      path,
      version: Math.max(version, settled.version),
      view: () => ({ kind: 'advertiser', path, ...shown, inspection }),
    },
    ...account.advertisements.map((advertisement): PlannedPage => {
      const own = pagePaths.advertisement(language, head.election, advertisement.id);
      return {
        kind: 'advertisement',
        path: own,
        version,
        view: () => ({ kind: 'advertisement', path: own, ...shown, advertisement }),
      };
    }),
  ];
};

/** Once inspection by the public has ended, every page of the register says so, with the hashes that stay [2016 ¶8.57]. */
const endedPages = (
  { head, register }: { readonly head: ElectionHead; readonly register: RegisterResult },
  language: Language,
): readonly PlannedPage[] => {
  const { endedOn, known, hashes } = register;
  if (endedOn === null) return [];
  const { election } = head;
  const paths = [
    ...known.accounts.map((id) => pagePaths.advertiser(language, election, id)),
    ...known.advertisements.map((id) => pagePaths.advertisement(language, election, id)),
  ];
  const of = (path: string) =>
    hashes.filter(({ account }) => path.includes(`/${account}/`) || path.includes(`/${account}-`));
  return paths.map((path) => ({
    kind: 'inspection-ended',
    path,
    version: register.version,
    view: () => ({
      kind: 'inspection-ended',
      path,
      language,
      head: headWithoutCount(head, register),
      endedOn,
      hashes: of(path),
    }),
  }));
};

/** The register of advertisements: all of it, one page an account, one an advertisement; and where anyone checks a file. */
export const advertisementPages = (
  published: PublishedVersion,
  language: Language,
): readonly PlannedPage[] => {
  const { head } = published.election;
  const { advertisements: register, index } = published;
  if (!hasRegister(register)) return [];
  const { version } = register;
  const files = {
    csv: addressOf(index, 'advertisements.csv'),
    json: addressOf(index, 'advertisements.json'),
    hashes: addressOf(index, 'advertisement-hashes.json'),
  };
  const path = pagePaths.advertisements(language, head.election);
  const check = pagePaths.checkFile(language, head.election);
  const shown = { language, head: headWithoutCount(head, register) };
  return [
    {
      kind: 'advertisements',
      path,
      version,
      view: () => ({ kind: 'advertisements', path, ...shown, register, files }),
    },
    {
      kind: 'check-file',
      path: check,
      version,
      view: () => ({ kind: 'check-file', path: check, ...shown, files }),
    },
    ...register.accounts.flatMap((account) =>
      accountPages({ head, account, inspection: register.inspection, settled: register.settled }, language),
    ),
    ...endedPages({ head, register }, language),
  ];
};
