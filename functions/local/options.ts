import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  REHEARSED_ELECTIONS,
  type RehearsalNight,
  readRehearsals,
} from '#shared/election/rehearsal-night.ts';
import { parseNamedWitness } from '#shared/ledger/named-witness.ts';
import type { ClamdAddress } from '../adapters/clamav-scans.ts';

export const START_HELP = `Starts Open Returns on this computer: stores, API, publisher and site on one port, candidates' files on another.

  npm start -- [--port N] [--files-port N] [--data DIR] [--replay ELECTION|none] [--speed X|max] [--seed N]
               [--fresh] [--empty] [--witness URL+VKEY]… [--clamav HOST:PORT] [--origin URL]
               [--rehearse TIME[,MINUTES[,ELECTION]]]

  --port N           port on 127.0.0.1 (default 4321; 0 takes a free one)
  --files-port N     port of candidates' files, an origin of its own (default the one after --port if it is free)
  --data DIR         where everything is kept between starts (default .open-returns)
  --replay ELECTION  which election's night is replayed (default legco-2012; none for no replay)
  --speed X|max      how fast: 1 takes about two minutes, 4 four times as fast, max as fast as it goes
  --seed N           order of the reports (default 2012)
  --fresh            deletes what the data folder holds and starts over
  --empty            begins without the elections that come with the product, and without a replay
  --witness U+V      asks this witness to cosign the ledgers: its address and verifier key; may be repeated
  --clamav H:P       has every uploaded file scanned by the ClamAV daemon (clamd) that answers there, too
  --origin URL       the site's own address, such as https://returns.example.hk, for search engines and shared links
  --rehearse T[,M[,E]]  plays a rehearsal whose poll closes at T, such as 2026-12-05T22:30:00+08:00, in real time: M minutes
                     (default 90) of the election E (default legco-2016-rehearsal); may be given several times
  --help             this text
`;

/** How `npm start` was asked to start. */
export interface StartOptions {
  readonly port: number;
  /** `null` where none was asked for. */
  readonly filesPort: number | null;
  readonly dataFolder: string;
  /** `null` for no replay. */
  readonly replay: string | null;
  readonly speed: number | 'max';
  readonly seed: number;
  readonly fresh: boolean;
  /** None of the elections that come with the product is defined. */
  readonly empty: boolean;
  /** `URL+VKEY` each. */
  readonly witnesses: readonly string[];
  /** `null` where no scanner was asked for. */
  readonly clamd: ClamdAddress | null;
  /** The site's own address; `null` where it has none. */
  readonly origin: string | null;
  /** Nights that are played in real time. */
  readonly rehearsals: readonly RehearsalNight[];
}

/** Told as one sentence on standard error; nothing is started. */
export class OptionProblem extends Error {
  override readonly name = 'OptionProblem';
}

const wholeNumber = (name: string, text: string, most: number): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most) {
    throw new OptionProblem(`--${name} takes a whole number from 0 to ${most}, not "${text}".`);
  }
  return value;
};

const speedOf = (text: string): number | 'max' => {
  if (text === 'max') return 'max';
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) {
    throw new OptionProblem(`--speed takes a number above 0, or max, not "${text}".`);
  }
  return value;
};

const addressOf = (text: string): ClamdAddress => {
  const [, host, port] = /^([^\s:/]+|\[[0-9a-fA-F:]+\]):(\d+)$/.exec(text) ?? [];
  if (host === undefined || port === undefined || Number(port) < 1 || Number(port) > 65_535) {
    throw new OptionProblem(`--clamav takes a host and a port, such as 127.0.0.1:3310, not "${text}".`);
  }
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
};

const originOf = (text: string): string => {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new OptionProblem(
    `--origin takes scheme and host without a path, such as https://returns.example.hk, not "${text}".`,
  );
};

const witnessesOf = (texts: readonly string[]): readonly string[] => {
  for (const text of texts) {
    const witness = parseNamedWitness(text);
    if (!witness.ok) throw new OptionProblem(`--witness: ${witness.problem}`);
  }
  return texts;
};

const DEFAULT_MINUTES = '90';

const nightsOf = (texts: readonly string[]): readonly RehearsalNight[] => {
  const given = texts.map((text) => {
    const [closesAt = '', minutes = DEFAULT_MINUTES, election = REHEARSED_ELECTIONS[0], ...more] =
      text.split(',');
    if (more.length > 0)
      throw new OptionProblem(`--rehearse takes a time, minutes and an election, not "${text}".`);
    return { closesAt, election, minutes: Number(minutes) };
  });
  const nights = readRehearsals(given);
  if (!nights.ok) throw new OptionProblem(`--rehearse: ${nights.problem.join(' ')}`);
  return nights.value;
};

const OPTIONS = {
  port: { type: 'string', default: '4321' },
  'files-port': { type: 'string' },
  data: { type: 'string', default: '.open-returns' },
  replay: { type: 'string', default: 'legco-2012' },
  speed: { type: 'string', default: '1' },
  seed: { type: 'string', default: '2012' },
  fresh: { type: 'boolean', default: false },
  empty: { type: 'boolean', default: false },
  witness: { type: 'string', multiple: true },
  clamav: { type: 'string' },
  origin: { type: 'string' },
  rehearse: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the command line; `help` where it was asked for. */
export const readOptions = (args: readonly string[], replays: readonly string[]): StartOptions | 'help' => {
  let values: ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];
  try {
    values = parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (cause) {
    throw new OptionProblem((cause as Error).message);
  }
  if (values.help) return 'help';
  if (values.replay !== 'none' && !replays.includes(values.replay)) {
    throw new OptionProblem(`--replay knows ${replays.join(', ')} and none, not "${values.replay}".`);
  }
  const filesPort = values['files-port'];
  return {
    port: wholeNumber('port', values.port, 65_535),
    filesPort: filesPort === undefined ? null : wholeNumber('files-port', filesPort, 65_535),
    dataFolder: resolve(values.data),
    replay: values.replay === 'none' || values.empty ? null : values.replay,
    speed: speedOf(values.speed),
    seed: wholeNumber('seed', values.seed, 4_294_967_295),
    fresh: values.fresh,
    empty: values.empty,
    witnesses: witnessesOf(values.witness ?? []),
    clamd: values.clamav === undefined ? null : addressOf(values.clamav),
    origin: values.origin === undefined ? null : originOf(values.origin),
    rehearsals: nightsOf(values.rehearse ?? []),
  };
};
