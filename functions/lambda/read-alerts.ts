import { pushKeyText } from '../adapters/web-push.ts';
import { readAlerts } from '../alerts/own-alert.ts';
import { awsPushKey, awsRoute } from './alert-ports.ts';

export const handler = readAlerts({ ...awsRoute(), push: { key: pushKeyText(await awsPushKey()) } });
