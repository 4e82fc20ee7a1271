/** Stands where nobody has told the site its own address; a script puts in the one that the reader came by. */
export const UNKNOWN_ORIGIN = 'https://PORTAL';
