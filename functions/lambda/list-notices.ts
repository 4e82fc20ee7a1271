import { listNotices } from '../acts/list-notices.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = listNotices(awsActPorts());
