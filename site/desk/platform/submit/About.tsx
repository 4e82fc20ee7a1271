import { formatShownDay } from '#shared/calendar/day.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import { Name } from '../../shell/Name.tsx';
import type { DraftItem } from '../draft/draft.ts';
import { filesOfAdvertisement } from '../home/files-of.ts';
import { particularRows } from '../home/particular-rows.tsx';
import type { Platform } from '../platform-answers.ts';
import { platformScreens } from '../platform-paths.ts';
import type { OfPlatform } from '../use-platform.ts';
import { usePlatformWords } from '../words/with-words.tsx';

/** What an item is about: the advertisement as it was filed, the consent, or the file that is replaced. */
export const About = ({
  of,
  platform,
  item,
}: {
  readonly of: OfPlatform;
  readonly platform: Platform;
  readonly item: DraftItem;
}) => {
  const words = usePlatformWords();
  const { submit } = words;
  if (item.kind === 'advertisement') return null;
  const ads = platform.register?.advertisements ?? [];
  const about = ads.find(({ id }) => id === item.of || item.of.startsWith(`${id}-c`));
  const consent = about?.consents.find(({ id }) => id === item.of);
  const refused = (about ? filesOfAdvertisement(about) : []).find(({ sha256 }) => sha256 === item.refused);
  return (
    <>
      <p class="lead">{submit.itemLeads[item.kind]}</p>
      {about && (
        <div class="p-about">
          <p>
            <a href={platformScreens.advertisement(of.election, of.platform, about.id)}>
              <b>
                <Name of={about.adType} />
              </b>{' '}
              {about.id}
            </a>{' '}
            · {submit.published(formatShownDay(about.publishedOn))}
          </p>
          {consent && (
            <p>
              {submit.consentOf} <bdi>{visibleText(consent.file.name)}</bdi>
            </p>
          )}
          {refused && (
            <p>
              {submit.replaces} <bdi>{visibleText(refused.name)}</bdi>
            </p>
          )}
          {item.kind === 'correction' && (
            <dl class="p-facts">
              {particularRows(words, about).map(({ key, label, value }) => (
                <div key={key}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      )}
    </>
  );
};
