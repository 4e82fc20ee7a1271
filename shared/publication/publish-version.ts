import { everyOutcome } from '../recount/every-outcome.ts';
import type { LedgerBuild } from '../recount/ledger-build.ts';
import { noticeResults } from '../recount/notice-results.ts';
import { type RegisterResult, registerResult } from '../recount/register-results.ts';
import { advertisementFiles } from './advertisement-files.ts';
import { noticeFiles } from './notice-files.ts';
import { type NoticeRegister, noticeRegister } from './notice-register.ts';
import { type RegistersOf, type VersionFiles, versionFiles } from './version-files.ts';

/** Everything a version publishes, as a pure function of the ledger up to it. */
export interface PublishedVersion extends VersionFiles {
  readonly register: NoticeRegister;
  readonly advertisements: RegisterResult;
}

/** What the ledger's current version publishes; null before the election is defined. */
export const publishVersion = (build: Pick<LedgerBuild, 'fold' | 'frontier'>): PublishedVersion | null => {
  const { fold } = build;
  if (!fold.definition) return null;
  const register = noticeRegister(noticeResults(fold), fold.defined);
  const advertisements = registerResult(fold, fold.definition);
  const registersOf: RegistersOf = (_, head) => [
    { version: register.version, files: noticeFiles(head, register) },
    { version: advertisements.version, files: advertisementFiles(head, advertisements) },
  ];
  const version = versionFiles(build, registersOf, everyOutcome);
  return version && { ...version, register, advertisements };
};
