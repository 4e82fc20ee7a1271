import type { Progress } from '#shared/verification/open-ledger.ts';

const EVERY_MS = { terminal: 100, other: 3000 } as const;

/** What is written to: a terminal, a pipe, or a test. */
export interface Terminal {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

export interface ProgressLine {
  show(line: string): void;
  clear(): void;
}

/** One line that is kept up to date on a terminal; elsewhere a line every few seconds. */
export const progressLine = (stream: Terminal): ProgressLine => {
  const every = stream.isTTY ? EVERY_MS.terminal : EVERY_MS.other;
  let shownAt = Date.now();
  let isShown = false;
  return {
    show: (line) => {
      const now = Date.now();
      if (now - shownAt < every) return;
      shownAt = now;
      isShown = stream.isTTY === true;
      stream.write(stream.isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
    },
    clear: () => {
      if (isShown) stream.write('\r\u001b[2K');
      isShown = false;
    },
  };
};

/** How far a verification is, in one line. */
export const progressText = ({ election, entries, size, files }: Progress): string =>
  `${election}: entry ${entries} of ${size}, ${files} files compared`;
