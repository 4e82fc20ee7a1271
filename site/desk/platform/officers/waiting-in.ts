import { filesOfAdvertisement } from '../home/files-of.ts';
import type { Platform } from '../platform-answers.ts';

/** What an officer looks for in an account. */
export interface Waiting {
  readonly account: string;
  readonly kind: 'removal' | 'held' | 'refused' | 'waiting' | 'late' | 'unfinished';
  /** The advertisement or receipt that it is about. */
  readonly about: string;
  readonly advertisement: string | null;
  /** Names of files, where it is about some. */
  readonly files: readonly string[];
}

const ORDER: readonly Waiting['kind'][] = ['removal', 'held', 'refused', 'waiting', 'late', 'unfinished'];

/** What waits, is held or came late in one account, the most pressing first. */
export const waitingIn = ({
  account,
  register,
  receipts,
  openings,
  proposals = [],
}: Platform): readonly Waiting[] => {
  const of = account.id;
  const ofFiles = (register?.advertisements ?? []).flatMap((advertisement) =>
    (['held', 'refused', 'waiting'] as const).flatMap((kind): readonly Waiting[] => {
      const files = filesOfAdvertisement(advertisement).filter(({ state }) => state === kind);
      return files.length === 0
        ? []
        : [
            {
              account: of,
              kind,
              about: advertisement.id,
              advertisement: advertisement.id,
              files: files.map(({ name }) => name),
            },
          ];
    }),
  );
  const late = receipts
    .filter(({ receipt }) => receipt.items.some(({ inTime }) => inTime === false))
    .map(
      ({ receipt }): Waiting => ({
        account: of,
        kind: 'late',
        about: receipt.reference,
        advertisement: null,
        files: [],
      }),
    );
  const unfinished = openings.map(
    ({ files }): Waiting => ({
      account: of,
      kind: 'unfinished',
      about: '',
      advertisement: null,
      files: files.filter(({ arrivedAt }) => arrivedAt === null).map(({ name }) => name),
    }),
  );
  const removals = proposals.map(
    ({ of: advertisement }): Waiting => ({
      account: of,
      kind: 'removal',
      about: advertisement,
      advertisement,
      files: [],
    }),
  );
  return [...removals, ...ofFiles, ...late, ...unfinished].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
  );
};
