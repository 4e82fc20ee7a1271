import { describePlatformProblem } from '#shared/advertisements/problem-words.ts';
import { HeldConfirmation, PlatformAddress } from '#shared/advertisements/requests.ts';
import { parseBody } from '../acts/take-act.ts';
import { actRoute } from '../http/act-route.ts';
import { refusal } from '../http/problem.ts';
import type { ActHandler } from '../http/route.ts';
import { assertPlatform } from '../http/sign-in.ts';
import { acceptFiling, replyTo } from './accept-filing.ts';
import { openAccountReader } from './known-account.ts';
import type { WakingPorts } from './platform-ports.ts';

/** The candidate has looked at a file that was held: what looked like an identity-card number may be seen [2016 App.5 ¶19]. */
export const confirmHeld = (ports: WakingPorts): ActHandler => {
  const read = openAccountReader(ports);
  return actRoute({ name: 'confirm-held', describe: describePlatformProblem }, ports, async (request) => {
    assertPlatform(request.actor, request.parameters['platform'] ?? '');
    const { number, sha256 } = parseBody(HeldConfirmation, request.body);
    const known = await read(request);
    const file = known.register.submissions.get(number)?.files.find((one) => one.sha256 === sha256);
    if (!file) throw refusal('file-unknown', '$.sha256', sha256);
    if (file.inspection?.verdict !== 'held') throw refusal('not-held', '$.sha256', file.name);
    const { role, subject: by } = request.actor;
    const filing = { kind: 'confirmation', account: known.account, number, sha256 } as const;
    const accepted = await acceptFiling(ports, known, filing, { role, by, now: request.now });
    ports.tend(known);
    return replyTo(accepted);
  });
};

/** The address of the candidate's own platform, which must be known three working days before the first advertisement [2016 ¶8.50(b)]. */
export const giveAddress = (ports: WakingPorts): ActHandler => {
  const read = openAccountReader(ports);
  return actRoute({ name: 'give-address', describe: describePlatformProblem }, ports, async (request) => {
    assertPlatform(request.actor, request.parameters['platform'] ?? '');
    const { number, address } = parseBody(PlatformAddress, request.body);
    const known = await read(request);
    const expected = known.register.addresses.length + 1;
    if (number > expected) throw refusal('revision-missing', '$.number', number, { expected });
    const { role, subject: by } = request.actor;
    const filing = { kind: 'platform-address', account: known.account, number, address } as const;
    return replyTo(await acceptFiling(ports, known, filing, { role, by, now: request.now }));
  });
};
