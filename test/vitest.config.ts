import { defineConfig } from 'vitest/config';
import { JourneysFirst } from './support/journeys-first.ts';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    // Journeys that take minutes have a command of their own, so that the others stay quick enough to be run before every landing.
    exclude: process.env['DEEP'] ? [] : ['test/**/*.deep.test.ts'],
    pool: 'forks',
    globalSetup: 'test/support/unpack-browser.ts',
    // Half of the files wait for other processes: both cores are kept busy, and no test waits for a third.
    maxWorkers: 2,
    sequence: { sequencer: JourneysFirst },
    testTimeout: 20_000,
    // Stores and portals are started in hooks; a busy machine takes its time.
    hookTimeout: 60_000,
    // What is asked again and again is given as long as a page is.
    expect: { poll: { timeout: 20_000 } },
    // Where automation decides, a moment that a busy machine missed may be tried once more; at a desk nothing is tried twice.
    retry: process.env['CI'] ? 1 : 0,
    coverage: { provider: 'v8', include: ['shared/**/*.ts'], reporter: ['text-summary', 'json-summary'] },
  },
});
