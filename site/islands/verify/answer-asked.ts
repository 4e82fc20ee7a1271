/** Checks an election beside the page: what is asked comes as a message, and so does every answer. */
import { NotZip } from '#shared/publication/formats/unzip.ts';
import type { LoadRules } from '#shared/verification/ledger-rules.ts';
import type { Progress } from '#shared/verification/open-ledger.ts';
import { readSeen } from '#shared/verification/seen-ledgers.ts';
import { CannotVerify, type Source } from '#shared/verification/source.ts';
import { verifyElection } from '#shared/verification/verify-election.ts';
import type { Asked, Told, Trouble, VerifyAsked } from './messages.ts';
import { tellVerdict } from './tell-verdict.ts';
import { loadVerifySignature } from './verify-signature.ts';
import { webSource } from './web-source.ts';
import { zipSource } from './zip-source.ts';

/** Not more often than a reader can see. */
const TELL_EVERY_MS = 100;
/** The pointer is moved right after the checkpoint; after so long it is not on its way any more. */
const SETTLE_MS = 5000;

const tell = (told: Told): void => postMessage(told);

const verifySignature = loadVerifySignature();

/** The ledger has notices, filings or voting systems that this worker does not know. */
export class NeedsWholeRules extends Error {}

class Troubled extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble, why: string) {
    super(why);
    this.trouble = trouble;
  }
}

const progressTeller = () => {
  let toldAt = 0;
  return (progress: Progress): void => {
    const now = performance.now();
    if (now - toldAt < TELL_EVERY_MS && progress.entries < progress.size) return;
    toldAt = now;
    tell({ kind: 'progress', progress });
  };
};

/** The same place, with what was read from it. */
const counting = (source: Source) => {
  const read = { bytes: 0 };
  const counted: Source = {
    ...source,
    read: async (key, atMost) => {
      const found = await source.read(key, atMost);
      if (found.kind === 'read') read.bytes += found.bytes.length;
      return found;
    },
  };
  return { source: counted, read };
};

const openSource = async ({ copy, election }: VerifyAsked): Promise<Source> => {
  if (copy === null) return webSource(location.origin);
  const source = await zipSource(copy);
  if (!(await source.elections()).includes(election)) throw new Troubled('other-election', election);
  return source;
};

const verify = async (asked: VerifyAsked, loadRules: LoadRules): Promise<void> => {
  const { election, language, copy, allVersions } = asked;
  const { source, read } = counting(await openSource(asked));
  const remembered = readSeen(asked.remembered);
  const verdict = await verifyElection({
    source,
    election,
    keys: [],
    seen: remembered ?? { ledgers: [] },
    latestOnly: !allVersions,
    isCopy: copy !== null,
    settleMs: copy === null ? SETTLE_MS : 0,
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    verifySignature: await verifySignature,
    loadRules,
    progress: progressTeller(),
  });
  const rememberedBefore = JSON.stringify(remembered ?? { ledgers: [] });
  const facts = { language, bytesRead: read.bytes, rememberedBefore, isCopy: copy !== null };
  tell({ kind: 'verdict', verdict: tellVerdict(verdict, facts), isMemoryLost: remembered === null });
};

/** What answers readers who ask for proofs; most never do. */
const loadProofs = () =>
  import('./answer-proofs.ts').catch((cause: unknown) => {
    throw new Troubled('offline', `What proves entries could not be loaded: ${String(cause)}`);
  });

const troubleOf = (cause: unknown): Trouble => {
  if (cause instanceof Troubled) return cause.trouble;
  if (cause instanceof NeedsWholeRules) return 'needs-whole-rules';
  if (cause instanceof NotZip) return 'not-zip';
  if (cause instanceof CannotVerify) return cause.isNothing ? 'nothing' : 'offline';
  return 'crashed';
};

const answer = async (asked: Asked, loadRules: LoadRules): Promise<void> => {
  switch (asked.kind) {
    case 'verify':
      return verify(asked, loadRules);
    case 'proof-expected':
      // Where that fails, it is tried again once a proof is asked for.
      await loadProofs().catch(() => undefined);
      return;
    case 'entry':
      return tell(await (await loadProofs()).entryProven(asked, await verifySignature));
    case 'proof':
      return tell(await (await loadProofs()).proofChecked(asked, await verifySignature));
  }
};

/** Answers whatever the page asks, with the rules that this worker has. */
export const answerAsked = (loadRules: LoadRules): void => {
  addEventListener('message', ({ data }: MessageEvent<Asked>) => {
    answer(data, loadRules).catch((cause: unknown) =>
      tell({ kind: 'trouble', trouble: troubleOf(cause), why: String(cause) }),
    );
  });
};
