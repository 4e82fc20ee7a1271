import type { Platform } from '../platform-answers.ts';
import type { OfPlatform } from '../use-platform.ts';
import { usePlatformWords } from '../words/with-words.tsx';
import { filesOfAdvertisement, isStopped } from './files-of.ts';
import { StoppedFile } from './StoppedFile.tsx';

/** Files that are held or refused, before everything else: nobody but the candidate can go on with them. */
export const Attention = ({
  of,
  platform,
  again,
}: {
  readonly of: OfPlatform;
  readonly platform: Platform;
  readonly again: () => void;
}) => {
  const { attention } = usePlatformWords();
  const stopped = (platform.register?.advertisements ?? []).flatMap((advertisement) =>
    filesOfAdvertisement(advertisement)
      .filter(isStopped)
      .map((file) => ({ file, advertisement: advertisement.id })),
  );
  if (stopped.length === 0) return null;
  return (
    <section>
      <h2>{attention.title(stopped.length)}</h2>
      <p class="hint">{attention.what}</p>
      <ul class="p-list">
        {stopped.map(({ file, advertisement }) => (
          <StoppedFile
            key={`${file.reference} ${file.sha256}`}
            of={of}
            advertisement={advertisement}
            file={file}
            again={again}
          />
        ))}
      </ul>
    </section>
  );
};
