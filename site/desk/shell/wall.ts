import { source } from '../observable.ts';

/** A wall is shown: nobody stands before it who could answer a message over the page, so it says everything itself. */
export const wall = source(false);
