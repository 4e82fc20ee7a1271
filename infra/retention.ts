import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/**
 * Past the end of inspection, about eleven months after the poll [2016 ¶16.58], and a petition with its appeal [2016 ¶6.3].
 * Logs hold no personal data.
 */
export const logRetention = RetentionDays.TWO_YEARS;
