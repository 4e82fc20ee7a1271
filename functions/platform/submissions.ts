import { checkSubmission } from '#shared/advertisements/check-submission.ts';
import type { FilingOf } from '#shared/advertisements/filing.ts';
import type { UploadedFile } from '#shared/advertisements/particulars.ts';
import { calendarOf } from '#shared/advertisements/platform-calendar.ts';
import { describePlatformProblem } from '#shared/advertisements/problem-words.ts';
import { Commit } from '#shared/advertisements/requests.ts';
import { advertisementsIn, filesOf, Submission } from '#shared/advertisements/submission.ts';
import { contentHash } from '#shared/hash.ts';
import { parseBody } from '../acts/take-act.ts';
import { actRoute } from '../http/act-route.ts';
import { Refusal, refusal } from '../http/problem.ts';
import type { ActHandler } from '../http/route.ts';
import { assertPlatform } from '../http/sign-in.ts';
import type { ArrivedUpload } from '../ports.ts';
import { writeAcceptance } from './accept-filing.ts';
import { afterKnown, knownAccount, type OpenAccount, openAccountReader } from './known-account.ts';
import type { FilingPorts } from './platform-ports.ts';
import { type Kept, ofType, type RecordOf, readRecord, storedRecord } from './platform-records.ts';
import { putOnRecord } from './put-on-record.ts';
import { signedReceipt } from './signed-receipt.ts';
import { announcedAgainAt, isSuperseded, keysFor } from './upload-keys.ts';

const assertAcceptable = (known: OpenAccount, submission: Submission, now: string): void => {
  const { definition, register, days } = known;
  const problems = checkSubmission({ definition, register, calendar: calendarOf(days), now }, submission);
  if (problems.length > 0) throw new Refusal(problems);
};

interface Arrival {
  readonly file: UploadedFile;
  readonly key: string;
  readonly arrived: ArrivedUpload | null;
}

/** What has come of each file of a submission. Another file than was announced cannot be there: the store takes none. */
const arrivals = async (
  { quarantine }: Pick<FilingPorts, 'quarantine'>,
  { submission, keys }: Pick<RecordOf<'opening'>, 'submission' | 'keys'>,
): Promise<readonly Arrival[]> =>
  Promise.all(
    filesOf(submission).map(async (file, index) => {
      const key = keys[index] ?? '';
      const arrived = await quarantine.head(key);
      const isIt = arrived?.bytes === file.bytes && arrived.sha256 === file.sha256;
      return { file, key, arrived: isIt ? arrived : null };
    }),
  );

/** How each file is to be sent, or that it is here. */
const offersFor = (ports: FilingPorts, found: readonly Arrival[]) =>
  Promise.all(
    found.map(async ({ file, key, arrived }) => ({
      ...file,
      arrivedAt: arrived?.arrivedAt ?? null,
      upload: arrived ? null : await ports.quarantine.offer({ key, bytes: file.bytes, sha256: file.sha256 }),
    })),
  );

/** Announces a submission: all of it is checked, then each file may be sent. Sent again, it tells which files are still missing. */
export const openSubmission = (ports: FilingPorts): ActHandler => {
  const read = openAccountReader(ports);
  return actRoute({ name: 'open-submission', describe: describePlatformProblem }, ports, async (request) => {
    assertPlatform(request.actor, request.parameters['platform'] ?? '');
    const known = await read(request);
    const submission = parseBody(Submission, request.body);
    const { subject } = request.actor;
    const before = ofType(known.records, 'opening').find((one) => one.submission.id === submission.id);
    if (!before) assertAcceptable(known, submission, request.now);
    const opening: RecordOf<'opening'> = {
      type: 'opening',
      submission,
      keys: [...keysFor(known, submission)],
      acceptedAt: afterKnown(known, request.now),
    };
    const stored = storedRecord(known, opening, subject);
    const written = await ports.records.accept(stored);
    if (written.kind === 'conflict') {
      const { key, sha256, acceptedAt } = written.act;
      throw refusal('conflict', '$', key, { accepted: sha256, sent: stored.sha256, acceptedAt });
    }
    const standing = readRecord(written.kind === 'accepted' ? stored : written.act) as Kept<'opening'>;
    const files = await offersFor(ports, await arrivals(ports, standing));
    return {
      status: written.kind === 'accepted' ? 201 : 200,
      body: { outcome: written.kind, submission: submission.id, files },
    };
  });
};

const committed = ({ acceptances }: OpenAccount, id: string): Kept<'acceptance'> | undefined =>
  acceptances.find(({ submission }) => submission === id);

const filingOf = (
  known: OpenAccount,
  submission: Submission,
  { number, receivedAt }: { readonly number: number; readonly receivedAt: string },
): FilingOf<'submission'> => ({
  kind: 'submission',
  account: known.account,
  number,
  receivedAt,
  files: filesOf(submission).map(({ sha256, bytes }) => ({ sha256, bytes })),
  advertisements: [...advertisementsIn(submission)],
  content: { items: submission.items },
});

/**
 * The moment at which the last byte of the last file had arrived, and every particular with it [2016 ¶8.50]; a submission without files is
 * received as it is committed.
 */
const receiptTime = (found: readonly Arrival[], announcedAt: string | null, now: string): string => {
  const missing = found.filter(({ arrived }) => arrived === null);
  if (missing.length > 0) {
    const names = missing.map(({ file }) => file.name).join(', ');
    throw refusal('files-missing', '$', null, {
      names,
      missing: missing.length,
      expected: found.length,
    });
  }
  const times = found.map(({ arrived }) => Date.parse(arrived?.arrivedAt ?? now));
  if (times.length === 0) return now;
  return new Date(Math.max(...times, announcedAt === null ? 0 : Date.parse(announcedAt))).toISOString();
};

/** Takes the next number of the account: whoever is faster has it, and the other one looks again. */
const accept = async (
  ports: FilingPorts,
  first: OpenAccount,
  opening: Kept<'opening'>,
  { receivedAt, now, by }: { readonly receivedAt: string; readonly now: string; readonly by: string },
): Promise<Kept<'acceptance'>> => {
  const { submission, keys } = opening;
  for (
    let known = first;
    ;
    known = { ...known, ...(await knownAccount(ports.records, known)), standing: known.standing }
  ) {
    const before = committed(known, submission.id);
    if (before) return before;
    if (isSuperseded(known, opening)) throw refusal('submission-unknown', '$.submission', submission.id);
    const number = Math.max(0, ...known.register.submissions.keys()) + 1;
    const filing = filingOf(known, submission, { number, receivedAt });
    const how = { role: 'candidate', by, now, submission: submission.id, keys } as const;
    const { kind, acceptance } = await writeAcceptance(ports, known, filing, how);
    if (kind !== 'conflict' && acceptance.submission === submission.id) return acceptance;
  }
};

/** Receives a submission whose files are all here, and answers with its receipt. Sent twice, it is received once. */
export const commitSubmission = (ports: FilingPorts): ActHandler => {
  const read = openAccountReader(ports);
  return actRoute(
    { name: 'commit-submission', describe: describePlatformProblem },
    ports,
    async (request) => {
      assertPlatform(request.actor, request.parameters['platform'] ?? '');
      const { submission: id } = parseBody(Commit, request.body);
      const known = await read(request);
      const opening = ofType(known.records, 'opening').find((one) => one.submission.id === id);
      if (!opening) throw refusal('submission-unknown', '$.submission', id);
      const before = committed(known, id);
      const receivedAt = before
        ? ''
        : receiptTime(await arrivals(ports, opening), announcedAgainAt(known, opening), request.now);
      if (!before) assertAcceptable(known, opening.submission, receivedAt);
      const { now, actor } = request;
      const acceptance =
        before ?? (await accept(ports, known, opening, { receivedAt, now, by: actor.subject }));
      const sequence = await putOnRecord(ports.records, known, acceptance);
      ports.tend(known);
      const receipt = await signedReceipt(
        ports,
        await knownAccount(ports.records, known),
        known.definition,
        acceptance,
      );
      return {
        status: before ? 200 : 201,
        body: {
          outcome: before ? 'replayed' : 'accepted',
          sequence,
          sha256: contentHash(acceptance.filing),
          acceptedAt: acceptance.acceptedAt,
          ...receipt,
        },
      };
    },
  );
};
