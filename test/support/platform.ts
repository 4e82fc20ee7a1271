import { generateKeyPairSync, sign } from 'node:crypto';
import { memoryObjectStore } from '#functions/adapters/local/memory-object-store.ts';
import { memoryQuarantine } from '#functions/adapters/local/memory-quarantine.ts';
import { publicUploads } from '#functions/adapters/public-uploads.ts';
import type { AccountPlace } from '#functions/platform/platform-records.ts';
import type { Clock, Message, ScanResult, Signer } from '#functions/ports.ts';

/** A signer with a key of its own. */
export const aSigner = (name: string): Signer => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    name,
    publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)),
    sign: async (message) => new Uint8Array(sign(null, message, privateKey)),
  };
};

/** Everything that files of candidates go through, in memory; what was sent, and who was woken. */
export const memoryPlatform = (clock: Clock) => {
  const messages = new Map<string, Message>();
  const woken: AccountPlace[] = [];
  const scanned = new Map<string, ScanResult>();
  return {
    quarantine: memoryQuarantine(clock),
    /** What the scanner says of an object, by its key; of all others nothing, as where there is none. */
    scanned,
    scans: {
      engine: 'guardduty' as const,
      of: async (key: string): Promise<ScanResult> => scanned.get(key) ?? 'absent',
    },
    verdicts: memoryObjectStore(),
    vault: memoryObjectStore(),
    uploads: publicUploads(memoryObjectStore()),
    messages,
    messenger: {
      send: async (message: Message) => {
        if (!messages.has(message.id)) messages.set(message.id, message);
        return 'sent' as const;
      },
    },
    receipts: aSigner('returns.example.hk/log'),
    woken,
    tend: ({ election, account }: AccountPlace): void => void woken.push({ election, account }),
  };
};

export type MemoryPlatform = ReturnType<typeof memoryPlatform>;
