import type { PublishedVersion } from '#shared/publication/publish-version.ts';
import { publishVersion } from '#shared/publication/publish-version.ts';
import { actPlace } from '#shared/recount/act.ts';
import type { OrderedAct } from '#shared/recount/filing-act.ts';
import { appendBatch, type LedgerBuild, nextBatch, startBuild } from '#shared/recount/ledger-build.ts';
import { planBatch } from '#shared/recount/order.ts';
import type { ConstituencyResult } from '#shared/recount/results.ts';
import { must } from '#shared/result.ts';
import { minutes } from './builders.ts';

/** Orders acts into the ledger as one publisher would, so many minutes after the close of poll. */
export const order = (build: LedgerBuild, acts: readonly OrderedAct[], after: number): LedgerBuild => {
  const { version, asOf, pollClosed, definition } = build.fold;
  const soFar = { version, orderedAt: asOf === '' ? null : asOf, pollClosed, definition };
  const plan = planBatch(soFar, acts, minutes(after));
  if (!plan) return build;
  const places = plan.places.map(({ partition, key }) => `${partition}/${key}`);
  const byPlace = new Map(
    acts.map((act) => {
      const { partition, key } = actPlace(act);
      return [`${partition}/${key}`, act];
    }),
  );
  const ordered = places.map((place) => must(byPlace.get(place), `${place} was pending`));
  appendBatch(build, nextBatch(build, plan, ordered));
  return build;
};

/** A ledger of batches, each of them ordered ten minutes after the one before; the first at the close of poll. */
export const ledgerOf = (...batches: readonly (readonly OrderedAct[])[]): LedgerBuild => {
  const build = startBuild('legco-2016');
  for (const [index, acts] of batches.entries()) order(build, acts, index * 10);
  return build;
};

export const published = (build: LedgerBuild): PublishedVersion =>
  must(publishVersion(build), 'the election is defined');

/** The text of a published file. */
export const fileText = ({ files }: PublishedVersion, name: string): string =>
  new TextDecoder().decode(
    must(
      files.find((file) => file.name === name),
      `${name} is published`,
    ).bytes,
  );

export const resultIn = (version: PublishedVersion, id = 'LC1'): ConstituencyResult =>
  JSON.parse(fileText(version, `constituencies/${id}.json`));
