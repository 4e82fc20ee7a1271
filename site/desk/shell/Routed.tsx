import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { useObserved } from '../observable.ts';
import { address, matchPattern, type Params, segmentsOf } from '../router.ts';
import { ROUTES, type ScreenProps } from '../routes.ts';
import { NotFound } from './NotFound.tsx';

interface Found {
  readonly params: Params;
  readonly Component: ComponentType<ScreenProps>;
}

/** What is shown, and of which address: the next one may still be loading. */
interface Shown {
  readonly hash: string;
  readonly what: Found | 'none' | 'failed' | 'loading';
}

const find = (hash: string) => {
  const segments = segmentsOf(hash);
  for (const route of ROUTES) {
    const params = matchPattern(route.pattern, segments);
    if (params) return { route, params };
  }
  return null;
};

interface ShownProps {
  readonly what: Shown['what'];
  readonly onAgain: () => void;
}

const ShownScreen = ({ what, onAgain }: ShownProps) => {
  const { words } = useDesk();
  if (what === 'loading') return <p class="loading">{words.common.loading}</p>;
  if (what === 'none') return <NotFound />;
  if (what === 'failed') {
    return (
      <div class="warn" role="alert">
        <p>{words.common.failed.failed}</p>
        <button type="button" class="second" onClick={onAgain}>
          {words.common.failed.again}
        </button>
      </div>
    );
  }
  const { Component, params } = what;
  return <Component key={Object.values(params).join('/')} params={params} />;
};

/** The screen of the address. The one before stays until the next is there; a chunk that cannot be loaded is told. */
export const Routed = () => {
  const hash = useObserved(address);
  const [shown, setShown] = useState<Shown>({ hash, what: 'loading' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    const show = (what: Shown['what']): void => {
      if (current) setShown({ hash, what });
    };
    const found = find(hash);
    if (found) {
      const { route, params } = found;
      route.load().then(
        (Component) => show({ params, Component }),
        () => show('failed'),
      );
    } else show('none');
    return () => {
      current = false;
    };
  }, [hash, turn]);
  return (
    <div class="screen" data-address={shown.hash} aria-busy={shown.hash !== hash}>
      <ShownScreen what={shown.what} onAgain={() => setTurn(turn + 1)} />
    </div>
  );
};
