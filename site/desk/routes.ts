import type { ComponentType } from 'preact';
import { ACCOUNT_ROUTES } from './accounts/account-routes.ts';
import { ACT_ROUTES } from './acts/act-routes.ts';
import { NOTICE_ROUTES } from './notices/notice-routes.ts';
import { PLATFORM_ROUTES } from './platform/platform-routes.ts';
import type { Params } from './router.ts';

/** What a screen is given: the parameters of its address. Everything else it takes from `useDesk`. */
export interface ScreenProps {
  readonly params: Params;
}

export interface Route {
  /** Segments behind `#/`; `{name}` is a parameter. */
  readonly pattern: string;
  /** A screen is its own chunk, loaded when it is first shown; the service worker keeps all of them for offline. */
  readonly load: () => Promise<ComponentType<ScreenProps>>;
}

const home = async () => (await import('./home/Home.tsx')).Home;

const report = async () => (await import('./report/Report.tsx')).Report;
const resolve = async () => (await import('./report/Resolve.tsx')).Resolve;

const progress = async () => (await import('./progress/Progress.tsx')).Progress;

const trail = async () => (await import('./trail/Trail.tsx')).Trail;
const decisions = async () => (await import('./decisions/Decisions.tsx')).Decisions;
const places = async () => (await import('./decisions/Places.tsx')).Places;
const station = async () => (await import('./progress/station/Station.tsx')).Station;

const confirm = async () => (await import('./progress/station/Confirm.tsx')).Confirm;

const sendBack = async () => (await import('./progress/station/SendBack.tsx')).SendBack;

const CONSTITUENCY = '{election}/{constituency}';
const STATION = `${CONSTITUENCY}/stations/{station}`;

/** Every screen of the desk. Literal segments stand before parameters where both could fit. */
export const ROUTES: readonly Route[] = [
  { pattern: '', load: home },
  ...ACCOUNT_ROUTES,
  { pattern: '{election}/audit', load: trail },
  ...NOTICE_ROUTES,
  ...PLATFORM_ROUTES,
  { pattern: CONSTITUENCY, load: progress },
  { pattern: STATION, load: station },
  { pattern: `${STATION}/confirm`, load: confirm },
  { pattern: `${STATION}/send-back`, load: sendBack },
  { pattern: `${STATION}/report`, load: report },
  // `type`, `check` and `sent`: steps of one report, each with its own place in the browser's history.
  { pattern: `${STATION}/report/{step}`, load: report },
  { pattern: `${STATION}/resolve`, load: resolve },
  { pattern: `${CONSTITUENCY}/audit`, load: trail },
  { pattern: `${CONSTITUENCY}/decisions`, load: places },
  { pattern: `${STATION}/decisions`, load: decisions },
  ...ACT_ROUTES,
];
