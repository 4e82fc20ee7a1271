import { calendarOf, weatherIn } from '#shared/advertisements/platform-calendar.ts';
import { describePlatformProblem } from '#shared/advertisements/problem-words.ts';
import { filesOf } from '#shared/advertisements/submission.ts';
import { deadlineOf } from '#shared/calendar/deadlines.ts';
import { hongKongDayOf } from '#shared/calendar/hong-kong-time.ts';
import { accountResult } from '#shared/recount/register-results.ts';
import { actRoute } from '../http/act-route.ts';
import type { ActHandler } from '../http/route.ts';
import { assertPlatform } from '../http/sign-in.ts';
import { type OpenAccount, openAccountReader } from './known-account.ts';
import type { FilingPorts } from './platform-ports.ts';
import { proposalsIn } from './removals.ts';
import { signedReceipt } from './signed-receipt.ts';
import { openOnes } from './upload-keys.ts';

/** Enough to see that it is the right one: `a•••@example.org`. */
const maskedEmail = (email: string): string => email.replace(/^(.).*(@.*)$/, '$1•••$2');
const maskedPhone = (phone: string): string => phone.replace(/\d(?=(?:\D*\d){2})/g, '•');

/** Submissions that were announced and not committed: the files that are here, and those that are missing. */
const openings = (ports: FilingPorts, known: OpenAccount) =>
  Promise.all(
    openOnes(known).map(async ({ submission, keys, acceptedAt }) => ({
      submission,
      openedAt: acceptedAt,
      files: await Promise.all(
        filesOf(submission).map(async (file, index) => ({
          ...file,
          arrivedAt: (await ports.quarantine.head(keys[index] ?? ''))?.arrivedAt ?? null,
        })),
      ),
    })),
  );

const correctionsDue = ({ definition, days }: OpenAccount) => {
  const { due, skipped, holidaysKnown } = deadlineOf(
    'advertisement_corrections',
    hongKongDayOf(definition.pollOpensAt),
    calendarOf(days),
  );
  return { due, skipped, holidaysKnown };
};

/** Removals that one officer has asked for, and whether that was who reads this: officers alone see them. */
const proposals = (known: OpenAccount, subject: string) =>
  proposalsIn(known).map(({ removal, by, acceptedAt }) => ({
    ...removal,
    proposedAt: acceptedAt,
    own: by === subject,
  }));

/** Everything of one's own account: what was received, what became of it, and what is still on its way. */
export const readPlatform = (ports: FilingPorts): ActHandler => {
  const read = openAccountReader(ports);
  return actRoute({ name: 'read-platform', describe: describePlatformProblem }, ports, async (request) => {
    const { actor, now } = request;
    if (actor.role === 'candidate') assertPlatform(actor, request.parameters['platform'] ?? '');
    const known = await read(request);
    const { standing, definition, register, acceptances } = known;
    const receipts = await Promise.all(
      acceptances
        .filter(({ filing }) => filing.kind === 'submission')
        .map((acceptance) => signedReceipt(ports, known, definition, acceptance)),
    );
    const { name, constituency, contestant = null, email, mobile, revision } = standing;
    return {
      status: 200,
      body: {
        election: definition.id,
        title: definition.title,
        test: definition.test,
        pollingDay: hongKongDayOf(definition.pollOpensAt),
        constituencies: definition.constituencies.map(({ id, system, name: named }) => ({
          id,
          system,
          name: named,
        })),
        now,
        account: {
          id: known.account,
          name,
          constituency,
          contestant,
          revision,
          email: maskedEmail(email),
          mobile: maskedPhone(mobile),
        },
        register: accountResult(definition, { register, filed: [], version: 0, asOf: now }, known.days),
        receipts,
        openings: await openings(ports, known),
        corrections: correctionsDue(known),
        weather: weatherIn(known.days),
        ...(actor.role === 'candidate' ? {} : { proposals: proposals(known, actor.subject) }),
      },
    };
  });
};
