import type { SmallWindow, Surroundings } from '../../../../site/desk/sign-in/surroundings.ts';

const ADDRESSES = {
  authorize: 'https://pool.example/oauth2/authorize',
  token: 'https://pool.example/oauth2/token',
  revoke: 'https://pool.example/oauth2/revoke',
  logout: 'https://pool.example/logout',
  clientId: 'desk',
  scopes: ['open-returns/read'],
  local: false,
};

export const HOME = 'https://returns.example/en/desk/';

const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as the sign-in service would give it; nobody verifies it here. */
export const aToken = (changes: Readonly<Record<string, unknown>> = {}): string =>
  `${segment({ alg: 'RS256' })}.${segment({
    sub: 'sub-1',
    username: 'ro-1',
    name: 'Chan Tai Man 陳大文',
    'cognito:groups': ['returning_officer'],
    constituency: 'LC1,LC2',
    exp: 1_800_000_000,
    ...changes,
  })}.signature`;

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly body: string;
  readonly authorization: string | null;
}

/** A browser with one tab: its clock moves when a test says so, and what it sends is kept. */
export const fakeBrowser = (href = HOME, memory = new Map<string, string>()) => {
  let address = href;
  let now = 0;
  let timers: readonly Timer[] = [];
  let token: () => Response = () => Response.json({ access_token: aToken(), expires_in: 900 });
  let api: (sent: Sent) => Response = () => Response.json({});
  const sent: Sent[] = [];
  const left: string[] = [];
  const opened: { address: string; closed: boolean }[] = [];
  let mayOpen = true;
  let closed = false;
  let reachable = true;
  const lines = new Set<{ onmessage: ((event: MessageEvent) => unknown) | null }>();

  const fetchFake = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    if (!reachable) throw new TypeError('Failed to fetch');
    const url = String(input);
    const one = {
      url,
      method: init.method ?? 'GET',
      body: String(init.body ?? ''),
      authorization: new Headers(init.headers).get('authorization'),
    };
    sent.push(one);
    if (url === '/sign-in.json') return Response.json(ADDRESSES);
    if (url === ADDRESSES.token) return token();
    return url.startsWith('/api/') ? api(one) : new Response();
  };

  const around: Surroundings = {
    fetch: fetchFake as typeof fetch,
    now: () => now,
    later: (milliseconds, run) => {
      const timer = { at: now + milliseconds, run };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    address: () => new URL(address),
    rewriteAddress: (next) => {
      address = next;
    },
    leaveTo: (next) => void left.push(next),
    language: 'en',
    memory: {
      getItem: (name) => memory.get(name) ?? null,
      setItem: (name, value) => void memory.set(name, value),
      removeItem: (name) => void memory.delete(name),
    },
    openOver: (): SmallWindow | null => {
      if (!mayOpen) return null;
      const small = { address: '', closed: false };
      opened.push(small);
      return {
        goTo: (next) => {
          small.address = next;
        },
        isClosed: () => small.closed,
        close: () => {
          small.closed = true;
        },
      };
    },
    closeThis: () => {
      closed = true;
    },
    channel: () => {
      const line = {
        onmessage: null as ((event: MessageEvent) => unknown) | null,
        postMessage: (data: unknown) => {
          for (const other of [...lines])
            if (other !== line) queueMicrotask(() => other.onmessage?.({ data } as MessageEvent));
        },
        close: () => void lines.delete(line),
      };
      lines.add(line);
      return line as unknown as ReturnType<Surroundings['channel']>;
    },
  };

  return {
    around,
    memory,
    sent,
    left,
    opened,
    address: () => address,
    isClosed: () => closed,
    forbidWindows: () => {
      mayOpen = false;
    },
    loseNetwork: () => {
      reachable = false;
    },
    answerToken: (answer: () => Response) => {
      token = answer;
    },
    answerApi: (answer: (one: Sent) => Response) => {
      api = answer;
    },
    /** Lets time pass, and runs what was to be run meanwhile. */
    pass: (milliseconds: number) => {
      const until = now + milliseconds;
      for (;;) {
        const due = timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((one) => one !== due);
        now = Math.max(now, due.at);
        due.run();
      }
      now = until;
    },
    /** Time passes while the tab sleeps: no timer runs. */
    sleep: (milliseconds: number) => {
      now += milliseconds;
    },
    /** What another page of this origin says. */
    say: (data: unknown) => {
      for (const line of [...lines]) line.onmessage?.({ data } as MessageEvent);
    },
  };
};

export type FakeBrowser = ReturnType<typeof fakeBrowser>;
