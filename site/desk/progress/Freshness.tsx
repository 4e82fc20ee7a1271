import { useEffect, useState } from 'preact/hooks';
import { inHongKong } from '#shared/calendar/hong-kong-time.ts';
import { useDesk } from '../desk-context.ts';
import { type Source, useObserved } from '../observable.ts';
import { nowMs } from '../server-clock.ts';
import { tellFreshness } from '../shell/freshness.ts';
import type { Heard } from './use-progress.ts';

/** Five polls without an answer: then the figures are old, whatever the reason. */
const LATE_AFTER_MS = 10_000;
const LOOKED_EVERY_MS = 1000;

/** `01:47:05`, Hong Kong time. */
export const secondsClock = (instant: string): string => inHongKong(instant).slice(11, 19);

const useLate = (at: string | null): boolean => {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const look = () => setLate(at !== null && nowMs() - Date.parse(at) > LATE_AFTER_MS);
    look();
    const timer = setInterval(look, LOOKED_EVERY_MS);
    return () => clearInterval(timer);
  }, [at]);
  return late;
};

/** Over the wall, whose figures stay. */
const SignInAgain = () => {
  const { words, signIn } = useDesk();
  const { ended } = words.shell;
  const [failed, setFailed] = useState(false);
  return (
    <>
      <button type="button" onClick={async () => setFailed(!(await signIn.signInOver()))}>
        {ended.signIn}
      </button>
      {failed && <p>{ended.failed}</p>}
    </>
  );
};

interface FreshnessProps {
  readonly heard: Source<Heard>;
  readonly onAsk: () => void;
  /** On the wall it says its time large, and has nothing to press but the way to sign in again. */
  readonly hall?: boolean;
}

/** As of when the figures are, and the truth where they are not of now. */
export const Freshness = ({ heard, onAsk, hall = false }: FreshnessProps) => {
  const { progress } = useDesk().words;
  const { at, failure } = useObserved(heard);
  const late = useLate(at);
  const fresh = at !== null && !late && failure === null;
  useEffect(() => tellFreshness(fresh ? at : null), [fresh, at]);
  useEffect(() => () => tellFreshness(null), []);
  if (at === null) return null;
  const time = secondsClock(at);
  // At the desk the ink bar says so.
  if (fresh) return hall ? <p class="uptodate">{progress.upToDate(time)}</p> : null;
  const words = {
    offline: progress.lost,
    'signed-out': progress.signedOut,
    refused: progress.late,
    failed: progress.late,
  }[failure?.kind ?? 'failed'];
  return (
    <div class="warn stale" role="alert">
      <p>{words(time)}</p>
      {!hall && (
        <button type="button" class="second" onClick={onAsk}>
          {progress.tryNow}
        </button>
      )}
      {hall && failure?.kind === 'signed-out' && <SignInAgain />}
    </div>
  );
};
