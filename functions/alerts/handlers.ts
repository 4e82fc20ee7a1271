import type { ActHandler } from '../http/route.ts';
import type { AlertPorts } from './alert-ports.ts';
import { askForAlert } from './ask-for-alert.ts';
import { confirmAlert, leaveAlert, readAlerts } from './own-alert.ts';

/** Every job of alerts that answers requests, by its name in the manifest. */
export const ALERT_JOBS: Readonly<Record<string, (ports: AlertPorts) => ActHandler>> = {
  'ask-for-alert': askForAlert,
  'confirm-alert': confirmAlert,
  'leave-alert': leaveAlert,
  'read-alerts': readAlerts,
};
