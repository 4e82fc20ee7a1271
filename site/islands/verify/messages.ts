/** What the page and its worker say to each other. */
import type { Language } from '#shared/election/text.ts';
import type { Progress } from '#shared/verification/open-ledger.ts';
import type { ToldVerdict } from './tell-verdict.ts';

/** Why nothing could be checked; the page has a sentence for each. */
export type Trouble = 'offline' | 'not-zip' | 'other-election' | 'nothing' | 'crashed' | 'needs-whole-rules';

export interface VerifyAsked {
  readonly kind: 'verify';
  readonly election: string;
  readonly language: Language;
  /** A downloaded archive; `null` for the files of this site. */
  readonly copy: Blob | null;
  /** What the browser keeps of earlier checks, as text. */
  readonly remembered: string | null;
  readonly allVersions: boolean;
}

export type Asked =
  | VerifyAsked
  /** A reader turns to where proofs are asked for: what answers is loaded while there is a network. */
  | { readonly kind: 'proof-expected' }
  | { readonly kind: 'entry'; readonly election: string; readonly index: number }
  | { readonly kind: 'proof'; readonly vkey: string; readonly files: readonly Blob[] };

export interface ToldEntry {
  readonly index: number;
  readonly leaf: Uint8Array<ArrayBuffer>;
  /** When it was accepted or ordered, as pages show times; `null` where it does not say. */
  readonly at: string | null;
  /** 64 hexadecimal digits. */
  readonly leafHash: string;
  readonly size: number;
  readonly origin: string;
  readonly proof: string;
}

export type Told =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'verdict'; readonly verdict: ToldVerdict; readonly isMemoryLost: boolean }
  | { readonly kind: 'entry'; readonly entry: ToldEntry }
  | { readonly kind: 'no-entry'; readonly index: number; readonly isBeyond: boolean; readonly why: string }
  | {
      readonly kind: 'proven';
      readonly index: number;
      readonly size: number;
      readonly origin: string;
      readonly text: string;
    }
  | {
      readonly kind: 'not-proven';
      readonly because: 'form' | 'signature' | 'other' | 'no-entry';
      readonly why: string;
    }
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly why: string };
