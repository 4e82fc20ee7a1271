import { ROLES } from '#shared/election/acts.ts';
import { source } from '../observable.ts';
import { nowMs } from '../server-clock.ts';
import type { DeskSession, SessionState, SignInPort } from '../session.ts';

/** Stands in until the sign-in is here: asks for an access token and keeps it in memory only. */
let token = '';
const state = source<SessionState>({ kind: 'signed-out' });

const list = (text: unknown): readonly string[] =>
  typeof text === 'string' && text !== '' ? text.split(',') : [];

const read = (given: string): (DeskSession & { readonly exp: number }) | null => {
  try {
    const claims = JSON.parse(atob((given.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')));
    return {
      account: claims.sub,
      role: ROLES.find((role) => claims['cognito:groups'].includes(role)) ?? 'public',
      constituencies: list(claims.constituency),
      stations: list(claims.station),
      endsAt: new Date(claims.exp * 1000).toISOString(),
      exp: claims.exp,
    };
  } catch {
    return null;
  }
};

let timer: ReturnType<typeof setTimeout> | undefined;

const take = (): boolean => {
  const given = prompt('Access token')?.trim() ?? '';
  const session = read(given);
  if (!session) return false;
  token = given;
  state.set({ kind: 'signed-in', session });
  clearTimeout(timer);
  const left = Date.parse(session.endsAt) - nowMs();
  timer = setTimeout(() => state.set({ kind: 'ended', session }), Math.min(left, 2_000_000_000));
  return true;
};

const end = async (): Promise<void> => {
  token = '';
  state.set({ kind: 'signed-out' });
};

export const session: SignInPort = {
  state,
  signIn: async () => void take(),
  signInOver: async () => take(),
  fetchApi: async (path, init = {}) => {
    const response = await fetch(path, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` },
    });
    const now = state.get();
    if (response.status === 401 && now.kind === 'signed-in')
      state.set({ kind: 'ended', session: now.session });
    return response;
  },
  signOut: end,
  signOutEverywhere: end,
};
