import { correctReport } from '../acts/submit-reports.ts';
import { awsActPorts } from './act-ports.ts';

export const handler = correctReport(awsActPorts());
