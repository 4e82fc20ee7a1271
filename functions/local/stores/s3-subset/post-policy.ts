/**
 * What a browser may post: a policy signed by us, and every field of the form held against it. S3's own rules: each field but the policy,
 * its signature and the file must be named in a condition, and each condition must hold.
 */
import * as z from 'zod/mini';
import { type Credentials, sameSignature, signatureOfText } from '../signature-v4.ts';
import { notImplemented, S3Problem } from './s3-problem.ts';

/** Names in small letters, as S3 compares them; the bucket of the address stands among them. */
export type FormFields = ReadonlyMap<string, string>;

export interface SizeRange {
  readonly least: number;
  readonly most: number;
}

const Condition = z.union([
  z.tuple([z.literal('content-length-range'), z.int(), z.int()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string().check(z.regex(/^\$./)), z.string()]),
  z.record(z.string(), z.string()),
]);
type Condition = z.infer<typeof Condition>;

const Policy = z.strictObject({
  expiration: z.iso.datetime(),
  conditions: z.array(Condition),
});

const denied = (why: string): S3Problem =>
  new S3Problem(403, 'AccessDenied', `Invalid according to Policy: ${why}`);
const malformed = (why: string): S3Problem => new S3Problem(400, 'InvalidPolicyDocument', why);

/** Fields that no condition must name. */
const unnamed = new Set(['policy', 'x-amz-signature', 'file']);

const required = ['key', 'policy', 'x-amz-algorithm', 'x-amz-credential', 'x-amz-date', 'x-amz-signature'];

const field = (fields: FormFields, name: string): string => fields.get(name) ?? '';

const assertSigned = (fields: FormFields, credentials: Credentials): void => {
  const missing = required.find((name) => !fields.has(name));
  if (missing !== undefined)
    throw new S3Problem(400, 'InvalidArgument', `Bucket POST must contain a field named '${missing}'.`);
  const [, keyId = '', day = '', region = ''] =
    /^([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request$/.exec(field(fields, 'x-amz-credential')) ?? [];
  const isOurs = field(fields, 'x-amz-algorithm') === 'AWS4-HMAC-SHA256';
  if (!isOurs || day === '' || !field(fields, 'x-amz-date').startsWith(`${day}T`))
    throw new S3Problem(
      400,
      'InvalidArgument',
      'The algorithm, credential or date of the form is not valid.',
    );
  if (keyId !== credentials.accessKeyId)
    throw new S3Problem(403, 'InvalidAccessKeyId', 'The access key ID you provided does not exist here.');
  const expected = signatureOfText(field(fields, 'policy'), credentials.secretAccessKey, [day, region, 's3']);
  if (!sameSignature(expected, field(fields, 'x-amz-signature')))
    throw new S3Problem(403, 'SignatureDoesNotMatch', 'The signature we calculated does not match yours.');
};

const readPolicy = (encoded: string): z.infer<typeof Policy> => {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
  } catch {
    throw malformed('Invalid Policy: Invalid JSON.');
  }
  const parsed = Policy.safeParse(value);
  if (!parsed.success) throw malformed('Invalid Policy: Invalid Simple-Condition.');
  return parsed.data;
};

interface Demand {
  readonly name: string;
  holds(value: string): boolean;
  /** As S3 tells it. */
  readonly written: string;
}

/** What a condition demands of fields; of the size it demands nothing here. */
const demandsOf = (condition: Condition): readonly Demand[] => {
  if (!Array.isArray(condition))
    return Object.entries(condition).map(([name, wanted]) => ({
      name: name.toLowerCase(),
      holds: (value) => value === wanted,
      written: JSON.stringify(['eq', `$${name}`, wanted]),
    }));
  const [operator, name, wanted] = condition;
  if (operator === 'content-length-range') return [];
  return [
    {
      name: name.slice(1).toLowerCase(),
      holds: (value) => (operator === 'eq' ? value === wanted : value.startsWith(wanted)),
      written: JSON.stringify(condition),
    },
  ];
};

const rangeOf = (conditions: readonly Condition[], mostBytes: number): SizeRange => {
  const ranges = conditions.flatMap((condition) =>
    Array.isArray(condition) && condition[0] === 'content-length-range'
      ? [{ least: condition[1], most: condition[2] }]
      : [],
  );
  return {
    least: Math.max(0, ...ranges.map(({ least }) => least)),
    most: Math.min(mostBytes, ...ranges.map(({ most }) => most)),
  };
};

/** How many bytes the file of this form may have; throws when the form may not be posted at all. */
export const permittedUpload = (
  fields: FormFields,
  { credentials, now, mostBytes }: { credentials: Credentials; now: Date; mostBytes: number },
): SizeRange => {
  assertSigned(fields, credentials);
  const { expiration, conditions } = readPolicy(field(fields, 'policy'));
  if (now.getTime() > Date.parse(expiration)) throw denied('Policy expired.');
  const demands = conditions.flatMap(demandsOf);
  const broken = demands.find(({ name, holds }) => !fields.has(name) || !holds(field(fields, name)));
  if (broken !== undefined) throw denied(`Policy Condition failed: ${broken.written}`);
  const extra = [...fields.keys()].filter(
    (name) =>
      !unnamed.has(name) && !name.startsWith('x-ignore-') && !demands.some((one) => one.name === name),
  );
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(', ')}`);
  return rangeOf(conditions, mostBytes);
};

/** Fields whose meaning is kept here; another one that a policy allows would be taken and overlooked. */
const understood = new Set([
  ...required,
  'bucket',
  'content-type',
  'success_action_status',
  'x-amz-checksum-algorithm',
  'x-amz-checksum-sha256',
]);

export const refuseOtherFields = (fields: FormFields): void => {
  const other = [...fields.keys()].find((name) => !understood.has(name) && !name.startsWith('x-ignore-'));
  if (other !== undefined) throw notImplemented(`the form field ${other}`);
  if (!['', 'SHA256'].includes(field(fields, 'x-amz-checksum-algorithm')))
    throw notImplemented('checksums of forms other than SHA256');
};
