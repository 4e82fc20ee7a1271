import type { Node } from 'constructs';

/** What a deployment must say of itself; given as context values (`-c alarmEmail=…`). */
export interface Settings {
  readonly alarmEmail: string;
  /** The name of the log in its checkpoints, such as `returns.example.hk/log`; readers pin it, so it never changes. */
  readonly logOrigin: string;
  /** Own name of the public site; without it readers use the name that CloudFront gives. */
  readonly domain?: { readonly name: string; readonly certificateArn: string };
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
} as const satisfies Record<string, Rule>;

const domainName = /^(?=.{4,253}$)([a-z0-9](-?[a-z0-9])*\.)+[a-z]{2,}$/;
const certificate = /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/\S+$/;

const textAt = (node: Node, key: string): string => String(node.tryGetContext(key) ?? '').trim();

const readDomain = (node: Node): { readonly domain?: Settings['domain']; readonly problem?: string } => {
  const name = textAt(node, 'domainName');
  const certificateArn = textAt(node, 'certificateArn');
  if (name === '' && certificateArn === '') return {};
  if (!domainName.test(name)) {
    return {
      problem: `The context value domainName must be a host name such as returns.example.hk; it is "${name}".`,
    };
  }
  if (!certificate.test(certificateArn)) {
    return {
      problem: `The context value certificateArn must name an ACM certificate for ${name} in us-east-1, where CloudFront looks for it; it is "${certificateArn}".`,
    };
  }
  return { domain: { name, certificateArn } };
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
  };
  const { domain, problem } = readDomain(node);
  if (problem !== undefined) problems.push(problem);
  return { settings: domain === undefined ? settings : { ...settings, domain }, problems };
};
