/** What the sign-in needs of the browser; a test brings its own. */
export interface Surroundings {
  readonly fetch: typeof fetch;
  /** Milliseconds of a clock that only runs forward, whatever the device's own says. */
  readonly now: () => number;
  readonly later: (milliseconds: number, run: () => void) => () => void;
  /** The address of this page, and what changes it. */
  readonly address: () => URL;
  readonly rewriteAddress: (address: string) => void;
  readonly leaveTo: (address: string) => void;
  readonly language: string;
  /** Of this tab only; holds what a redirection must not lose, and never a token. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Opens a small window, or a new tab where there are none; null where the browser forbids it. */
  readonly openOver: () => SmallWindow | null;
  readonly closeThis: () => void;
  /** Between pages of this origin only. */
  readonly channel: () => Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;
}

export interface SmallWindow {
  readonly goTo: (address: string) => void;
  readonly isClosed: () => boolean;
  readonly close: () => void;
}

const openOver = (): SmallWindow | null => {
  // Opened at once, while the click that asked for it still counts; its address follows.
  const opened = window.open('', '_blank', 'popup,width=520,height=720');
  if (!opened) return null;
  return {
    goTo: (address) => void opened.location.replace(address),
    isClosed: () => opened.closed,
    close: () => opened.close(),
  };
};

export const browserSurroundings = (): Surroundings => ({
  fetch: (input, init) => fetch(input, init),
  now: () => performance.now(),
  later: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  address: () => new URL(location.href),
  rewriteAddress: (address) => history.replaceState(history.state, '', address),
  leaveTo: (address) => location.assign(address),
  language: document.documentElement.lang,
  memory: sessionStorage,
  openOver,
  closeThis: () => window.close(),
  channel: () => new BroadcastChannel('open-returns/sign-in'),
});
