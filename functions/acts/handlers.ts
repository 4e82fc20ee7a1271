import { type AccountPorts, putAccount, signOutEverywhere } from '../accounts/accounts.ts';
import { listAccounts } from '../accounts/list-accounts.ts';
import { readAccountRoute } from '../accounts/read-account.ts';
import { publishStatement, readDecisions, recordDecision } from '../desk/decisions.ts';
import { confirmReport, resolveEntries, sendBackEntry, submitEntry, tellStep } from '../desk/form-acts.ts';
import { readAudit } from '../desk/read-audit.ts';
import { readDesk, readForm, readStation } from '../desk/read-desk.ts';
import { readProgress } from '../desk/read-progress.ts';
import { proposeAct, secondAct } from '../desk/second-person.ts';
import type { ActHandler } from '../http/route.ts';
import { confirmHeld, giveAddress } from '../platform/candidate-acts.ts';
import { listPlatformAccounts, putPlatformAccount } from '../platform/platform-accounts.ts';
import { enterStormDay, recordOutage } from '../platform/platform-days.ts';
import type { FilingPorts } from '../platform/platform-ports.ts';
import { readPlatform } from '../platform/read-platform.ts';
import { removeAdvertisement } from '../platform/removals.ts';
import { commitSubmission, openSubmission } from '../platform/submissions.ts';
import { listNotices } from './list-notices.ts';
import {
  adjournCount,
  decideRecount,
  declareResult,
  enterLots,
  recordCandidateEvent,
  relocateCount,
} from './officers-acts.ts';
import { postNotice } from './post-notice.ts';
import { putDefinition } from './put-definition.ts';
import { addMisplaced, correctReport, submitReports } from './submit-reports.ts';

/** What all of them together work with. */
export type JobPorts = AccountPorts & FilingPorts;

/** Every job that answers requests, by its name in the manifest. */
export const ACT_JOBS: Readonly<Record<string, (ports: JobPorts) => ActHandler>> = {
  'put-definition': putDefinition,
  'submit-reports': submitReports,
  'add-misplaced': addMisplaced,
  'decide-recount': decideRecount,
  'enter-lots': enterLots,
  'declare-result': declareResult,
  'correct-report': correctReport,
  'record-candidate-event': recordCandidateEvent,
  'relocate-count': relocateCount,
  'adjourn-count': adjournCount,
  'read-desk': readDesk,
  'read-form': readForm,
  'read-progress': readProgress,
  'read-station': readStation,
  'submit-entry': submitEntry,
  'resolve-entries': resolveEntries,
  'send-back-entry': sendBackEntry,
  'tell-step': tellStep,
  'confirm-report': confirmReport,
  'record-decision': recordDecision,
  'read-decisions': readDecisions,
  'publish-statement': publishStatement,
  'read-audit': readAudit,
  'propose-act': proposeAct,
  'second-act': secondAct,
  'list-accounts': listAccounts,
  'read-account': readAccountRoute,
  'put-account': putAccount,
  'sign-out-everywhere': signOutEverywhere,
  'list-notices': listNotices,
  'post-notice': postNotice,
  'put-platform-account': putPlatformAccount,
  'list-platform-accounts': listPlatformAccounts,
  'read-platform': readPlatform,
  'open-submission': openSubmission,
  'commit-submission': commitSubmission,
  'confirm-held': confirmHeld,
  'give-address': giveAddress,
  'remove-advertisement': removeAdvertisement,
  'enter-storm-day': enterStormDay,
  'record-outage': recordOutage,
};
