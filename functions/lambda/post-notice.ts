import { postNotice } from '../acts/post-notice.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = postNotice(awsActPorts());
