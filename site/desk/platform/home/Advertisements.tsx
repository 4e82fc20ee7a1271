import { formatShownDay } from '#shared/calendar/day.ts';
import { Name } from '../../shell/Name.tsx';
import type { Platform } from '../platform-answers.ts';
import { platformScreens } from '../platform-paths.ts';
import type { OfPlatform } from '../use-platform.ts';
import { usePlatformWords } from '../words/with-words.tsx';

/** Every advertisement, the one published last first [D-5]: from here it is corrected, and its consents revoked. */
export const Advertisements = ({
  of,
  platform,
}: {
  readonly of: OfPlatform;
  readonly platform: Platform;
}) => {
  const { own, submit } = usePlatformWords();
  const all = platform.register?.advertisements ?? [];
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{own.advertisements}</h2>
      <p class="hint">{own.advertisementsWhat}</p>
      <ul class="p-list">
        {all.map(({ id, adType, publishedOn, corrections, removal, consents }) => (
          <li key={id}>
            <a href={platformScreens.advertisement(of.election, of.platform, id)}>
              <b>
                <Name of={adType} />
              </b>{' '}
              {id}
            </a>{' '}
            <span class="hint">
              {submit.published(formatShownDay(publishedOn))}
              {corrections.length > 0 && ` · ${own.corrected(corrections.length)}`}
              {consents.some(({ revoked }) => revoked !== null) && ` · ${own.revoked}`}
              {removal && ` · ${own.removed(formatShownDay(removal.removedOn))}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
