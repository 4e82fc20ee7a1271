import { randomBytes } from 'node:crypto';
import { readConfig, required } from '../config.ts';
import type { ActPorts } from '../http/act-route.ts';
import { consoleLog } from '../http/log.ts';
import { tokenVerifier } from '../http/sign-in.ts';
import { awsRecords } from './records.ts';

/** What everything that accepts something works with on AWS. */
export const awsAccepting = (): Pick<ActPorts, 'records' | 'clock' | 'salt'> => ({
  records: awsRecords(),
  clock: { now: () => new Date() },
  salt: () => randomBytes(32).toString('hex'),
});

/** What every function that takes acts works with on AWS. */
export const awsActPorts = (): ActPorts => {
  const config = readConfig();
  return {
    ...awsAccepting(),
    verifyToken: tokenVerifier({
      issuer: required(config, 'TOKEN_ISSUER'),
      audience: required(config, 'TOKEN_AUDIENCE'),
    }),
    log: consoleLog,
  };
};
