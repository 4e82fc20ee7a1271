import { useRef } from 'preact/hooks';
import { useObserved } from '../observable.ts';
import { address, withoutQuery } from '../router.ts';

/** The address while it names this screen. On the way to another one this screen stays as it is until that one is there. */
export const useOwnAddress = (screen: string): string => {
  const hash = useObserved(address);
  const own = useRef(hash);
  if (withoutQuery(hash) === screen) own.current = hash;
  return own.current;
};
