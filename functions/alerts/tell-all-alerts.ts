import { allFailures } from '../all-failures.ts';
import type { Log } from '../http/log.ts';
import { type TellingPorts, tellAlerts } from './tell-alerts.ts';

/** Tells everybody what is new in each of these elections; one election's trouble keeps no other from being told. */
export const tellAllAlerts = async (
  ports: TellingPorts & { readonly log: Log },
  elections: readonly string[],
  mayGoOn: () => boolean = () => true,
): Promise<void> => {
  const failures: unknown[] = [];
  for (const election of elections) {
    const { told, gone, later } = await tellAlerts(ports, election, mayGoOn).catch((failure: unknown) => {
      failures.push(failure);
      return { told: 0, gone: 0, later: 0 };
    });
    // How many, never whom.
    if (told + gone + later > 0)
      ports.log({
        level: later > 0 ? 'warn' : 'info',
        function: 'tell-alerts',
        request: election,
        status: 200,
        cause: `${told} told, ${gone} ended, ${later} to be told later`,
      });
  }
  if (failures.length > 0) throw allFailures('Not every election’s alerts could be told', failures);
};
