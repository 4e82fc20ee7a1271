import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { PageView } from '#shared/publication/page-views.ts';
import type { ConstituencyResult, CountStatus } from '#shared/recount/results.ts';
import { launchBrowser } from '../support/browser.ts';
import { aHead, hongKongIsland, newTerritoriesWest, views } from '../support/views.ts';
import { builtSite } from './built-site.ts';
import { serveSite } from './site-server.ts';

/** What is published at the moment; a test changes it as it likes. */
export interface Night {
  version: number;
  /** Reports in from New Territories West, of 164. */
  reported: number;
  status: CountStatus;
  /** Milliseconds since the publisher's last sign of life. */
  heartbeatAge: number;
  /** Nobody answers at all. */
  isDown: boolean;
  /** When the newest figures came in, milliseconds ago. */
  age: number;
}

const BEGUN: Night = {
  version: 10,
  reported: 121,
  status: 'counting',
  heartbeatAge: 0,
  isDown: false,
  age: 20_000,
};

/** A night on one port, baked anew for whoever asks, and a newspaper on another: with a real browser. */
export const useElsewhere = () => {
  const night: Night = { ...BEGUN };
  let browser: Browser;
  let close: () => void = () => undefined;
  const here = { portal: '', newspaper: '', article: '' };

  const resultsNow = (): readonly ConstituencyResult[] => {
    const asOf = new Date(Date.now() - night.age).toISOString();
    const west = newTerritoriesWest({ status: night.status, reported: night.reported });
    const { version } = night;
    return [
      { ...west, version, asOf },
      { ...hongKongIsland({ status: 'counting', reported: 12 }), version, asOf },
    ];
  };
  const viewAt = (path: string): PageView | null => {
    const language = path.startsWith('/zh-hant/') ? 'zh-Hant' : 'en';
    const [west, island] = resultsNow();
    if (!west || !island) return null;
    const head = aHead({
      version: night.version,
      status: 'counting',
      asOf: west.asOf,
      stationsReported: night.reported + 12,
    });
    const all = views(language, head);
    const pages = [
      all.embedConstituency(west),
      ...(['embed-seats', 'embed-progress', 'hall'] as const).map((kind) =>
        all.elsewhere(kind, [west, island]),
      ),
      all.constituency(west),
    ];
    return pages.find((page) => page.path === path) ?? null;
  };
  const pointer = () => ({
    version: night.version,
    asOf: new Date(Date.now() - night.age).toISOString(),
    status: 'counting',
    pollAfterMs: 250,
    constituencies: { LC4: night.version, LC1: night.version },
    files: {},
  });
  const heartbeat = () =>
    `open-returns/heartbeat\nlegco-2012\n1\n${new Date(Date.now() - night.heartbeatAge).toISOString()}\n\n— x y\n`;

  beforeAll(async () => {
    const [site, opened] = await Promise.all([builtSite(), launchBrowser()]);
    browser = opened;
    const portal = await serveSite(
      async (path) => {
        if (path === '/data/legco-2012/latest.json')
          return { body: JSON.stringify(pointer()), contentType: 'application/json' };
        if (path === '/data/legco-2012/heartbeat') return { body: heartbeat(), contentType: 'text/plain' };
        if (/^\/[a-z-]+\.js$/.test(path))
          return { body: readFileSync(`${site.client}${path}`), contentType: 'text/javascript' };
        const view = viewAt(path);
        return view && site.render(view);
      },
      () => night.isDown,
    );
    const newspaper = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(here.article);
    });
    await new Promise<void>((resolve) => newspaper.listen(0, '127.0.0.1', resolve));
    here.portal = portal.url;
    here.newspaper = `http://127.0.0.1:${(newspaper.address() as AddressInfo).port}/`;
    close = () => {
      portal.close();
      newspaper.close();
    };
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    close();
  });
  beforeEach(() => void Object.assign(night, BEGUN));

  return {
    night,
    here,
    /** A reader's browser of its own: nothing is kept in it. */
    context: (options: Parameters<Browser['newContext']>[0] = {}) => browser.newContext(options),
  };
};
