import { useEffect, useState } from 'preact/hooks';

/** A hall reads a page in this time, in milliseconds; shorter than that and those at the back miss half of it. */
export const PAGE_MS = 20_000;

export interface Cycle {
  readonly page: number;
  readonly paused: boolean;
  readonly pause: () => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  PageDown: 1,
  ArrowLeft: -1,
  PageUp: -1,
};

/** A key that a control takes for itself is not the wall's. */
const isForControl = ({ key, target }: KeyboardEvent): boolean =>
  key === ' ' && target instanceof Element && target.closest('button, a, input') !== null;

/** Goes through pages by itself. Space stops it and lets it go on; arrows turn a page by hand, and stop it too. */
export const useCycle = (pages: number): Cycle => {
  const [turned, setTurned] = useState(0);
  const [paused, setPaused] = useState(false);
  const pause = () => setPaused((was) => !was);
  useEffect(() => {
    if (paused || pages < 2) return;
    const timer = setInterval(() => setTurned((before) => before + 1), PAGE_MS);
    return () => clearInterval(timer);
  }, [paused, pages]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || isForControl(event)) return;
      const step = STEPS[event.key];
      if (event.key !== ' ' && step === undefined) return;
      event.preventDefault();
      if (step === undefined) return pause();
      setPaused(true);
      setTurned((before) => before + step);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const page = pages === 0 ? 0 : ((turned % pages) + pages) % pages;
  return { page, paused, pause };
};
