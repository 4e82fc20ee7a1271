/** The buckets on this computer, one folder of the data folder each. */

/** Pages, data, ledger and feeds. */
export const publicBucket = 'public';
/** Candidates' files as anyone may download them, from an origin of their own. */
export const filesBucket = 'files';
/** What the inspection said of each file. */
export const verdictsBucket = 'verdicts';
/** The exact bytes that were received. */
export const vaultBucket = 'vault';
/** Files that browsers posted and nobody has looked at. */
export const quarantineBucket = 'quarantine';

export const objectBuckets = [publicBucket, filesBucket, verdictsBucket, vaultBucket] as const;
export const uploadBuckets = [quarantineBucket] as const;

export type Bucket = (typeof objectBuckets | typeof uploadBuckets)[number];

/** Uploads are inspected within minutes; what is still there after a week nobody came back for. */
export const quarantineDays = 7;
