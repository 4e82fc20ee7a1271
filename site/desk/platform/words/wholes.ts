import type { Whole } from '../upload/file-state.ts';

/** What the sentence about all files is made of. */
export type Wholes = Pick<Whole, 'files' | 'sent' | 'sending' | 'waiting' | 'gone' | 'percent'>;
