/** Where published files are read from: a folder, or an address on the web. */
export type FileRead =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly contentType: string | null }
  | { readonly kind: 'missing' }
  /** Nothing is known about the file; `unreachable` when the whole place does not answer. */
  | { readonly kind: 'failed'; readonly why: string; readonly unreachable: boolean };

export interface Source {
  /** As it is called in messages. */
  readonly name: string;
  /** Reads a public file by its key, `data/legco-2012/latest.json`; a file above `atMost` bytes is not read. */
  read(key: string, atMost?: number): Promise<FileRead>;
  /** Keys of all files of an election, or `null` where a place cannot be listed. */
  list(election: string): Promise<readonly string[] | null>;
  /** Elections that are found there. */
  elections(): Promise<readonly string[]>;
}

/** More than any file that is published; what is larger is not loaded into memory. */
export const maxFileBytes = 256 * 1024 * 1024;

export const tooLarge = (bytes: number | null, atMost: number): FileRead => ({
  kind: 'failed',
  why: `is larger (${bytes === null ? 'still going' : `${bytes} bytes`}) than the ${atMost} bytes that it can have`,
  unreachable: false,
});

/** Why a verification cannot begin, as a sentence. */
export class CannotVerify extends Error {
  override readonly name = 'CannotVerify';
  /** True where the place answers, but has nothing of the election. */
  readonly isNothing: boolean;
  constructor(message: string, { isNothing = false } = {}) {
    super(message);
    this.isNothing = isNothing;
  }
}
