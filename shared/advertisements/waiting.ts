import type { HolidayCalendar } from '../calendar/holidays.ts';
import type { ElectionDefinition } from '../election/definition.ts';
import { type AccountRegister, filesAbout, stateOfFile } from './account-register.ts';
import { receiptOf } from './receipt.ts';
import { filesOf, type Submission } from './submission.ts';

/** Why an officer looks at an account, the most pressing first. */
export const WAITING_KINDS = ['removal', 'held', 'refused', 'waiting', 'late', 'unfinished'] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

/** What an officer looks for in an account. */
export interface Waiting {
  readonly kind: WaitingKind;
  /** The advertisement or the receipt that it is about; null for what was announced and not submitted. */
  readonly about: string | null;
  readonly advertisement: string | null;
  /** Names of files, where it is about some. */
  readonly files: readonly string[];
}

interface LookedThrough {
  readonly definition: Pick<ElectionDefinition, 'id' | 'pollOpensAt'>;
  readonly register: AccountRegister;
  readonly calendar: HolidayCalendar;
  /** Announced, and not submitted yet. */
  readonly announced: readonly Pick<Submission, 'items'>[];
  /** Advertisements of which one officer has asked that they be removed. */
  readonly toRemove: readonly string[];
}

const filesThatWait = (register: AccountRegister): readonly Waiting[] =>
  [...register.advertisements.values()]
    .filter(({ removal }) => removal === null)
    .flatMap((advertisement) =>
      (['held', 'refused', 'waiting'] as const).flatMap((kind): readonly Waiting[] => {
        const files = filesAbout(advertisement).filter((file) => stateOfFile(file) === kind);
        const { id } = advertisement;
        return files.length === 0
          ? []
          : [{ kind, about: id, advertisement: id, files: files.map(({ name }) => name) }];
      }),
    );

/** What waits, is held or came late in one account, the most pressing first. */
export const waitingIn = ({
  definition,
  register,
  calendar,
  announced,
  toRemove,
}: LookedThrough): readonly Waiting[] => {
  const late = [...register.submissions.keys()].flatMap((number): readonly Waiting[] => {
    const receipt = receiptOf(definition, register, { number, submission: null, calendar });
    return receipt?.items.some(({ inTime }) => inTime === false)
      ? [{ kind: 'late', about: receipt.reference, advertisement: null, files: [] }]
      : [];
  });
  const unfinished = announced.map((one): Waiting => {
    const files = filesOf(one).map(({ name }) => name);
    return { kind: 'unfinished', about: null, advertisement: null, files };
  });
  const removals = toRemove.map(
    (id): Waiting => ({ kind: 'removal', about: id, advertisement: id, files: [] }),
  );
  return [...removals, ...filesThatWait(register), ...late, ...unfinished].sort(
    (a, b) => WAITING_KINDS.indexOf(a.kind) - WAITING_KINDS.indexOf(b.kind),
  );
};
