import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type NightPage, nightPage } from './night-page.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'";

const style = `
:root { color-scheme: light dark; --ink: #17150F; --bar: #2F2C26; --soft: #8A8375; --muted: #5A554B; --paper: #FFF; }
@media (prefers-color-scheme: dark) { :root { --ink: #F3F0E9; --bar: #DCD6C9; --paper: #151412; } }
body { font: 16px/1.5 Arial, sans-serif; color: var(--ink); background: var(--paper); margin: 16px; }
[data-live-row] { min-height: 160px; }
[data-live-row] [hidden] { display: none; }
td, th { height: 40px; text-align: left; } .r { width: 260px; }
.changed { box-shadow: inset 3px 0 var(--ink); }
.chart-box { aspect-ratio: 3 / 1; position: relative; border: 1px dashed; }
.far { height: 1500px; }
`;

/** The bundles as a page gets them. */
export const bundleIslands = async (): Promise<Map<string, Uint8Array>> => {
  const { outputFiles } = await build({
    entryPoints: ['refresh.ts', 'charts.ts'].map((name) =>
      fileURLToPath(new URL(`../../../site/islands/${name}`, import.meta.url)),
    ),
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outdir: '/',
    write: false,
  });
  return new Map(outputFiles.map(({ path, contents }) => [path.replace(/^.*[\\/]/, '/'), contents]));
};

/** A night on a loopback port: the page, its pointer and heartbeat as the test has them at the moment. */
export const startLiveSite = async (scripts: Map<string, Uint8Array>) => {
  const night = {
    page: {} as NightPage,
    pointerVersion: null as number | null,
    pollAfterMs: 250,
    heartbeatAge: 0 as number | null,
    status: 'counting',
    isDown: false,
  };
  const requests: string[] = [];
  const pointer = () => ({
    version: night.pointerVersion ?? night.page.version,
    asOf: night.page.asOf,
    status: night.status,
    pollAfterMs: night.pollAfterMs,
    constituencies: { LC1: night.page.version },
    files: {},
  });
  const heartbeat = () => {
    const at = new Date(Date.now() - (night.heartbeatAge ?? 0)).toISOString();
    return `open-returns/heartbeat\nnight\n1\n${at}\n\n— key signature\n`;
  };
  const answerOf = (path: string): [string, string | Uint8Array] | null => {
    if (path === '/en/night/') return ['text/html; charset=utf-8', nightPage(night.page)];
    if (path === '/data/night/latest.json') return ['application/json', JSON.stringify(pointer())];
    if (path === '/data/night/heartbeat' && night.heartbeatAge !== null) return ['text/plain', heartbeat()];
    if (path === '/style.css') return ['text/css', style];
    if (path === '/favicon.ico') return ['image/png', ''];
    const script = scripts.get(path);
    return script ? ['text/javascript', script] : null;
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    if (night.isDown) return request.socket.destroy();
    const [type, body] = answerOf(path) ?? ['text/plain', ''];
    response.writeHead(answerOf(path) ? 200 : 404, {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
    });
    return response.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    night,
    requests,
    address: `http://127.0.0.1:${port}/en/night/`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
};
