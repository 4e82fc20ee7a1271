import type { Node } from 'constructs';
import { type RehearsalNight, readRehearsals } from '#shared/election/rehearsal-night.ts';
import { parseNamedWitnesses } from '#shared/ledger/named-witness.ts';

/** What a deployment must say of itself; given as context values (`-c alarmEmail=…`). */
export interface Settings {
  readonly alarmEmail: string;
  /** The name of the log in its checkpoints, such as `returns.example.hk/log`; readers pin it, so it never changes. */
  readonly logOrigin: string;
  /** Who writes to candidates, such as `Open Returns <receipts@returns.example.hk>`; verified at SES in the region of `textSender`. */
  readonly mailFrom: string;
  /** The ARN of a sender of End User Messaging; its region is the one of both services, which need not be the portal's. */
  readonly textSender: string;
  /** Who is asked for cosignatures, `URL+VKEY` each with spaces between; absent for nobody. */
  readonly witnesses?: string;
  /** Own name of the public site; without it readers use the name that CloudFront gives. */
  readonly domain?: OwnName;
  /** Own name of the origin of candidates' files. */
  readonly filesDomain?: OwnName;
  /** Nights that the portal plays as tests, for newsrooms to run against. */
  readonly rehearsals: readonly RehearsalNight[];
}

export interface OwnName {
  readonly name: string;
  readonly certificateArn: string;
}

export interface ReadSettings {
  readonly settings: Settings;
  /** One sentence for each value that is missing or wrong; a placeholder stands in for it. */
  readonly problems: readonly string[];
}

interface Rule {
  readonly pattern: RegExp;
  readonly means: string;
  readonly placeholder: string;
}

/** `.invalid` never resolves (RFC 6761), so a placeholder can reach nobody. */
const rules = {
  alarmEmail: {
    pattern: /^[^\s@]+@[^\s@]+$/,
    means: 'the mailbox that receives alarms',
    placeholder: 'alarms@portal.invalid',
  },
  logOrigin: {
    // As the checkpoint format wants it: no space, no plus sign; by custom a name without scheme.
    pattern: /^(?!.*:\/\/)[^\s+]+$/,
    means: 'the name of the log in its checkpoints, without https://, such as returns.example.hk/log',
    placeholder: 'portal.invalid/log',
  },
  mailFrom: {
    pattern: /^(?:[^<>@]+ <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/,
    means: 'who writes to candidates, an address that SES has verified, such as receipts@returns.example.hk',
    placeholder: 'receipts@portal.invalid',
  },
  textSender: {
    pattern: /^arn:aws[a-z-]*:sms-voice:[a-z0-9-]+:\d{12}:(?:phone-number|pool|sender-id)\/\S+$/,
    means:
      'the ARN of a phone number, pool or sender id of AWS End User Messaging, such as arn:aws:sms-voice:ap-southeast-1:123456789012:sender-id/REO/HK',
    placeholder: 'arn:aws:sms-voice:ap-southeast-1:000000000000:sender-id/placeholder/HK',
  },
} as const satisfies Record<string, Rule>;

const domainName = /^(?=.{4,253}$)([a-z0-9](-?[a-z0-9])*\.)+[a-z]{2,}$/;
const certificate = /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/\S+$/;

const textAt = (node: Node, key: string): string => String(node.tryGetContext(key) ?? '').trim();

interface ReadName {
  readonly own?: OwnName;
  readonly problem?: string;
}

/** Half a name is refused: both values, or none. */
const readName = (node: Node, nameKey: string, certificateKey: string): ReadName => {
  const name = textAt(node, nameKey);
  const certificateArn = textAt(node, certificateKey);
  if (name === '' && certificateArn === '') return {};
  if (!domainName.test(name)) {
    return {
      problem: `The context value ${nameKey} must be a host name such as returns.example.hk; it is "${name}".`,
    };
  }
  if (!certificate.test(certificateArn)) {
    return {
      problem: `The context value ${certificateKey} must name an ACM certificate for ${name} in us-east-1, where CloudFront looks for it; it is "${certificateArn}".`,
    };
  }
  return { own: { name, certificateArn } };
};

interface ReadWitnesses {
  readonly witnesses?: string;
  readonly problem?: string;
}

/** Nobody need be asked; whoever is, is asked over an encrypted connection. */
const readWitnesses = (node: Node): ReadWitnesses => {
  const text = textAt(node, 'witnesses');
  const parsed = parseNamedWitnesses(text);
  if (!parsed.ok) return { problem: `The context value witnesses is wrong: ${parsed.problem}` };
  const plain = parsed.value.find(({ url }) => !url.startsWith('https://'));
  if (plain !== undefined)
    return {
      problem: `The context value witnesses must name addresses that begin with https://; one is "${plain.url}".`,
    };
  return text === '' ? {} : { witnesses: text };
};

/** A file's scripts, if a browser ever ran them, would share cookies and storage with whatever has the same registrable name. */
const tooNear = (portal: OwnName | undefined, files: OwnName | undefined): readonly string[] => {
  if (portal === undefined || files === undefined) return [];
  const isNear =
    portal.name === files.name ||
    portal.name.endsWith(`.${files.name}`) ||
    files.name.endsWith(`.${portal.name}`);
  return isNear
    ? [
        `The context value filesDomainName must be a name apart from ${portal.name}, neither above nor below it, so that files share nothing with the portal; it is "${files.name}".`,
      ]
    : [];
};

/** Reads the context values; never throws, so that everything can be synthesized and examined without them. */
export const readSettings = (node: Node): ReadSettings => {
  const problems: string[] = [];
  const read = (key: keyof typeof rules): string => {
    const value = textAt(node, key);
    const { pattern, means, placeholder } = rules[key];
    if (pattern.test(value)) return value;
    const state = value === '' ? 'is missing' : `cannot be "${value}"`;
    problems.push(`The context value ${key} ${state}: give ${means} (-c ${key}=…).`);
    return placeholder;
  };
  const settings = {
    alarmEmail: read('alarmEmail'),
    logOrigin: read('logOrigin'),
    mailFrom: read('mailFrom'),
    textSender: read('textSender'),
  };
  const rehearsals = readRehearsals(node.tryGetContext('rehearsals'));
  if (!rehearsals.ok) problems.push(...rehearsals.problem.map((sentence) => `The context value ${sentence}`));
  const portal = readName(node, 'domainName', 'certificateArn');
  const files = readName(node, 'filesDomainName', 'filesCertificateArn');
  const { witnesses, problem } = readWitnesses(node);
  problems.push(
    ...[portal.problem, files.problem, problem].filter((problem) => problem !== undefined),
    ...tooNear(portal.own, files.own),
  );
  return {
    settings: {
      ...settings,
      ...(witnesses === undefined ? {} : { witnesses }),
      rehearsals: rehearsals.ok ? rehearsals.value : [],
      ...(portal.own === undefined ? {} : { domain: portal.own }),
      ...(files.own === undefined ? {} : { filesDomain: files.own }),
    },
    problems,
  };
};
