import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { useObserved } from '../observable.ts';
import { address, matchPattern, type Params, segmentsOf } from '../router.ts';
import { ROUTES, type ScreenProps } from '../routes.ts';
import { NotFound } from './NotFound.tsx';

interface Found {
  readonly pattern: string;
  readonly params: Params;
  readonly Component: ComponentType<ScreenProps>;
}

const find = (hash: string) => {
  const segments = segmentsOf(hash);
  for (const route of ROUTES) {
    const params = matchPattern(route.pattern, segments);
    if (params) return { route, params };
  }
  return null;
};

/** The screen of the address. The one before stays until the next is there; a chunk that cannot be loaded is told. */
export const Routed = () => {
  const { words } = useDesk();
  const hash = useObserved(address);
  const [shown, setShown] = useState<Found | 'none' | 'failed' | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    const found = find(hash);
    if (!found) {
      setShown('none');
      return;
    }
    const { route, params } = found;
    route.load().then(
      (Component) => {
        if (current) setShown({ pattern: route.pattern, params, Component });
      },
      () => {
        if (current) setShown('failed');
      },
    );
    return () => {
      current = false;
    };
  }, [hash, turn]);
  if (shown === null) return <p class="loading">{words.common.loading}</p>;
  if (shown === 'none') return <NotFound />;
  if (shown === 'failed') {
    return (
      <div class="warn" role="alert">
        <p>{words.common.failed.failed}</p>
        <button type="button" class="second" onClick={() => setTurn(turn + 1)}>
          {words.common.failed.again}
        </button>
      </div>
    );
  }
  const { Component, params } = shown;
  return <Component key={Object.values(params).join('/')} params={params} />;
};
