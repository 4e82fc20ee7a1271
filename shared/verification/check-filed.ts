import { advertisementsIn, filesOf } from '../advertisements/submission.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { ElectionFold } from '../recount/election-fold.ts';
import type { FiledLedgerEntry } from '../recount/ledger-entry.ts';

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

const checkSubmission = (
  body: Extract<FiledLedgerEntry['body'], { kind: 'submission' }>,
  sealed: FiledLedgerEntry['sealed'],
): readonly string[] => {
  if (sealed === null) return [];
  if (!('items' in sealed)) return ['its body is not that of a submission'];
  const listed = filesOf(sealed).map(({ sha256, bytes }) => ({ sha256, bytes }));
  return [
    ...(same(listed, body.files) ? [] : ['its body names other files than the entry']),
    ...(same(advertisementsIn(sealed), body.advertisements)
      ? []
      : ['its body holds other advertisements than the entry']),
  ];
};

const checkInspection = (
  body: Extract<FiledLedgerEntry['body'], { kind: 'inspection' }>,
  sealed: FiledLedgerEntry['sealed'],
): readonly string[] => {
  if (sealed === null) return [];
  if (!('files' in sealed)) return ['its body is not that of an inspection'];
  const told = sealed.files.map(({ sha256, verdict }) => ({ sha256, verdict }));
  return same(told, body.files) ? [] : ['its body tells other verdicts than the entry'];
};

/** Every rule that a filing breaks: its body says what its entry says, and nothing is filed twice under one number. */
export const checkFiled = (
  { body, sealed }: FiledLedgerEntry,
  { platform }: ElectionFold,
): readonly string[] => {
  if (body.kind === 'inspection-ended') {
    return platform.endedOn === null ? [] : ['inspection by the public ends a second time'];
  }
  switch (body.kind) {
    case 'storm-day':
    case 'outage':
      return [];
    case 'submission':
      return [
        ...(platform.accounts.get(body.account)?.register.submissions.has(body.number)
          ? [`submission ${body.number} of ${body.account} stands in the ledger already`]
          : []),
        ...checkSubmission(body, sealed),
      ];
    case 'inspection':
      return checkInspection(body, sealed);
    default:
      return [];
  }
};
