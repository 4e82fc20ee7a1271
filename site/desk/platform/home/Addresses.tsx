import { formatShownDay } from '#shared/calendar/day.ts';
import { inHongKong } from '#shared/calendar/hong-kong-time.ts';
import { dayTime, timestamp } from '../../../words/format.ts';
import { useDesk } from '../../desk-context.ts';
import type { Platform } from '../platform-answers.ts';
import { platformScreens } from '../platform-paths.ts';
import type { OfPlatform } from '../use-platform.ts';
import { usePlatformWords } from '../words/with-words.tsx';

/** Addresses of the candidate's own platform, which everybody can see [2016 ¶8.50(b), ¶8.57]. */
export const Addresses = ({ of, platform }: { readonly of: OfPlatform; readonly platform: Platform }) => {
  const { language, session } = useDesk();
  const { own } = usePlatformWords();
  const addresses = platform.register?.addresses ?? [];
  return (
    <section>
      <h2>{own.addresses}</h2>
      <p class="hint">{own.addressesWhat}</p>
      {addresses.length === 0 ? (
        <p>{own.noAddress}</p>
      ) : (
        <ul class="p-list">
          {addresses.map(({ address, receivedAt, usableFrom }) => (
            <li key={`${address} ${receivedAt}`}>
              <bdi>{address}</bdi>{' '}
              <time class="hint" dateTime={timestamp(inHongKong(receivedAt))}>
                {own.addressGiven(dayTime(language, receivedAt))}
              </time>{' '}
              {own.usableFrom(formatShownDay(usableFrom))}
            </li>
          ))}
        </ul>
      )}
      {session.role === 'candidate' && (
        <p class="places">
          <a href={platformScreens.address(of.election, of.platform)}>{own.giveAddress}</a>
        </p>
      )}
    </section>
  );
};
