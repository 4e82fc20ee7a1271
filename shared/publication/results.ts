export type * from '../recount/results.ts';
