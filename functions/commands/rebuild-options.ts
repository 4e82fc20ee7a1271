import * as z from 'zod/mini';
import { AddressId } from '#shared/election/identifiers.ts';
import { Misunderstood, readFlags } from './flags.ts';

export const REBUILD_HELP = `Makes again, from the records and the keys, everything that was published, into an empty place; then verifies it.

  npm run -s rebuild -- --data DIR --to FOLDER [--election ID] [--compare URL-or-folder] [--data-only]
  npm run -s rebuild -- --region REGION --table TABLE --bucket BUCKET [--election ID]

  --data DIR        the data folder of a portal on this computer that is stopped
  --to FOLDER       where the files go: not there yet, or empty. DIR/public, emptied, puts them back in their place
  --election ID     only this election; otherwise all
  --compare PLACE   holds every file against what is published there: a site, or the folder of its public files
  --data-only       no pages, only what lies below /data
  --region, --table, --bucket
                    a portal on AWS, with the credentials of whoever runs this. The key cannot be used from here: what does not need it is
                    made again, and within a minute the portal's own sweep signs the rest and bakes the pages
  --help            this text

Only reads the records. Every version is made as the publisher made it; what came from outside, heartbeats and cosignatures of witnesses, is not.
Pictures for where pages are shared are not either: the portal draws them, once it runs, from the same figures.
Exit code 0: it holds, and is the same where compared. 1: it does not. 2: the command is not understood, or cannot begin.
`;

export type RebuildOptions = {
  readonly election: string | null;
} & (
  | {
      readonly kind: 'local';
      readonly data: string;
      readonly to: string;
      readonly compare: string | null;
      readonly dataOnly: boolean;
    }
  | { readonly kind: 'aws'; readonly region: string; readonly table: string; readonly bucket: string }
);

const OPTIONS = {
  data: { type: 'string' },
  to: { type: 'string' },
  election: { type: 'string' },
  compare: { type: 'string' },
  'data-only': { type: 'boolean' },
  region: { type: 'string' },
  table: { type: 'string' },
  bucket: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the command line; `null` where help was asked for. Throws `Misunderstood`. */
export const readRebuildOptions = (args: readonly string[]): RebuildOptions | null => {
  const {
    data,
    to,
    election = null,
    compare = null,
    region,
    table,
    bucket,
    ...more
  } = readFlags(args, OPTIONS);
  if (more.help) return null;
  if (election !== null && !z.safeParse(AddressId, election).success)
    throw new Misunderstood(`${JSON.stringify(election)} is not an election's id.`);
  if (region && table && bucket) return { kind: 'aws', election, region, table, bucket };
  if (!data || !to)
    throw new Misunderstood('Give --data and --to, or for a portal on AWS --region, --table and --bucket.');
  return { kind: 'local', election, data, to, compare, dataOnly: more['data-only'] === true };
};
