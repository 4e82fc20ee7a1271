export type StoreProblemKind = 'locked' | 'unreadable' | 'damaged' | 'foreign' | 'failed';

/** Why the embedded stores cannot serve: the message is one sentence for a person, and what to do. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem';
  readonly kind: StoreProblemKind;
  constructor(kind: StoreProblemKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.kind = kind;
  }
}

export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
