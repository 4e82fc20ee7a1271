import { source } from '../observable.ts';

/** For whom a candidate's sign-in acts, as the ink bar names them; null while that is not known, and for officers. */
export interface Whose {
  readonly name: string;
  /** The election is a rehearsal: said above everything. */
  readonly test: boolean;
}

export const whose = source<Whose | null>(null);
