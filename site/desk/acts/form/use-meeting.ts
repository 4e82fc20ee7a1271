import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ActForm } from './act-form.ts';
import type { ActState } from './act-state.ts';

/** The server's answers may be a second old: a colleague's act is asked for a few times until it is there. */
const AGAIN_MS = 700;
const MOST_TURNS = 6;

interface MeetingParts {
  readonly again: () => void;
  readonly send: () => Promise<void>;
}

export interface Meeting {
  /** What colleagues recorded about the same since this officer began. */
  readonly told: readonly ComponentChildren[];
  /** A colleague took the number, and what they recorded is not here yet, or is about something else: it goes on by itself. */
  readonly goesOn: boolean;
}

/** What comes of a colleague's act: one about the same is shown first, past any other this one is sent with the next number. */
export const useMeeting = (
  form: ActForm,
  { begunAt, met, sending, failure }: ActState,
  { again, send }: MeetingParts,
): Meeting => {
  const [turns, setTurns] = useState(0);
  const told = begunAt === null ? [] : (form.meanwhile?.(begunAt) ?? []);
  const collided = met !== null && form.method !== 'PUT';
  const waits = collided && form.number === met && turns < MOST_TURNS;
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => {
      setTurns(turns + 1);
      again();
    }, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [waits, turns]);
  const refused = failure?.kind === 'refused';
  useEffect(() => {
    if (!refused) return;
    // What the act was refused for may not be in the first answer either.
    const timer = setTimeout(again, 2 * AGAIN_MS);
    return () => clearTimeout(timer);
  }, [failure]);
  const isOther = collided && form.number !== met && told.length === 0 && failure !== null && !sending;
  useEffect(() => {
    if (isOther) void send();
  }, [isOther]);
  return { told, goesOn: waits || isOther };
};
