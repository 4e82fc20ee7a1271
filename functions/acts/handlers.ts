import { type AccountPorts, listAccounts, putAccount, signOutEverywhere } from '../accounts/accounts.ts';
import type { ActHandler } from '../http/act-route.ts';
import { decideRecount, declareResult, enterLots, recordCandidateEvent } from './officers-acts.ts';
import { putDefinition } from './put-definition.ts';
import { addMisplaced, correctReport, submitReports } from './submit-reports.ts';

/** Every job that answers requests, by its name in the manifest. */
export const ACT_JOBS: Readonly<Record<string, (ports: AccountPorts) => ActHandler>> = {
  'put-definition': putDefinition,
  'submit-reports': submitReports,
  'add-misplaced': addMisplaced,
  'decide-recount': decideRecount,
  'enter-lots': enterLots,
  'declare-result': declareResult,
  'correct-report': correctReport,
  'record-candidate-event': recordCandidateEvent,
  'list-accounts': listAccounts,
  'put-account': putAccount,
  'sign-out-everywhere': signOutEverywhere,
};
