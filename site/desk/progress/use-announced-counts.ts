import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import type { Kind } from './kinds.ts';

/** A screen reader hears how things stand at most once a minute, and only where somebody is newly needed. */
const AT_MOST_EVERY_MS = 60_000;

export const useAnnouncedCounts = (counts: Readonly<Record<Kind, number>>, all: number): void => {
  const { announce, words } = useDesk();
  const told = useRef<{ readonly atMs: number; readonly counts: typeof counts } | null>(null);
  useEffect(() => {
    const before = told.current;
    const nowMs = performance.now();
    const newly = (kind: Kind): boolean => before !== null && counts[kind] > before.counts[kind];
    const tells = newly('differing') || newly('flagged') || newly('silent');
    if (before === null) told.current = { atMs: Number.NEGATIVE_INFINITY, counts };
    if (!before || !tells || nowMs - before.atMs < AT_MOST_EVERY_MS) return;
    told.current = { atMs: nowMs, counts };
    announce(words.progress.summary({ ...counts, all }));
  }, [counts]);
};
