/** The device's clock may be wrong; the server says in each answer what time it is, and that decides what is shown. */
let ahead = 0;

/** Takes the time that an answer was made at. Answers are a second old at most: good enough for a clock on a screen. */
export const learnTime = (instant: string | null | undefined): void => {
  const server = Date.parse(instant ?? '');
  if (!Number.isNaN(server)) ahead = server - Date.now();
};

/** Milliseconds since 1970 by the server's clock, or by the device's while no answer has come. */
export const nowMs = (): number => Date.now() + ahead;

export const nowInstant = (): string => new Date(nowMs()).toISOString();
