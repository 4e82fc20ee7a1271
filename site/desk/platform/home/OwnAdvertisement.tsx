import { formatShownDay } from '#shared/calendar/day.ts';
import { isInTime } from '#shared/calendar/hong-kong-time.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import type { AdvertisementResult, FileResult } from '#shared/recount/register-results.ts';
import { count, dayTime } from '../../../words/format.ts';
import { useDesk } from '../../desk-context.ts';
import type { ScreenProps } from '../../routes.ts';
import { nowInstant } from '../../server-clock.ts';
import { Name } from '../../shell/Name.tsx';
import { Screen } from '../../shell/Screen.tsx';
import { Told } from '../../shell/Told.tsx';
import type { Platform } from '../platform-answers.ts';
import { platformScreens } from '../platform-paths.ts';
import { FileStateWords } from '../receipt/FileStateWords.tsx';
import { DeadlineLine } from '../submit/DeadlineLine.tsx';
import { type OfPlatform, ofParams, usePlaceName, usePlatform } from '../use-platform.ts';
import { usePlatformWords, withWords } from '../words/with-words.tsx';
import { filesOfAdvertisement, isStopped } from './files-of.ts';
import { particularRows } from './particular-rows.tsx';
import { StoppedFile } from './StoppedFile.tsx';

interface Shown {
  readonly of: OfPlatform;
  readonly platform: Platform;
  readonly ad: AdvertisementResult;
  readonly again: () => void;
}

const Facts = ({ particulars }: { readonly particulars: Parameters<typeof particularRows>[1] }) => {
  const words = usePlatformWords();
  return (
    <dl class="p-facts">
      {particularRows(words, particulars).map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const FileLine = ({ file }: { readonly file: FileResult }) => {
  const { upload } = usePlatformWords();
  return (
    <>
      {file.path === null ? (
        <bdi>{visibleText(file.name)}</bdi>
      ) : (
        <a href={file.path}>
          <bdi>{visibleText(file.name)}</bdi>
        </a>
      )}{' '}
      <span class="hint">{upload.bytes(count(file.bytes))}</span> <FileStateWords state={file.state} />
    </>
  );
};

/** What a candidate can file about it: each begins a submission of its own. */
const Actions = ({ of, platform, ad }: Omit<Shown, 'again'>) => {
  const { ad: words, submit } = usePlatformWords();
  const begin = (about: Readonly<Record<string, string>>): string =>
    platformScreens.begin(of.election, of.platform, about);
  const isOpen = isInTime(nowInstant(), platform.corrections.due);
  if (ad.removal) return null;
  return (
    <section>
      <h2>{words.actions}</h2>
      {isOpen ? (
        <ul class="places">
          <li>
            <a href={begin({ kind: 'correction', of: ad.id })}>{words.correct}</a>
          </li>
        </ul>
      ) : (
        <p>{words.correctionsClosed(submit.dueDay(platform.corrections.due))}</p>
      )}
      {ad.missingDetails.length > 0 && (
        <ul class="places">
          <li>
            <a href={begin({ kind: 'printing-declaration', of: ad.id })}>{words.declare}</a>
          </li>
        </ul>
      )}
      <p class="hint">{words.newContent}</p>
    </section>
  );
};

const Consents = ({ of, ad }: Pick<Shown, 'of' | 'ad'>) => {
  const { session } = useDesk();
  const { ad: words, upload } = usePlatformWords();
  if (ad.consents.length === 0) return null;
  return (
    <section>
      <h2>{words.consents}</h2>
      <ul class="p-list">
        {ad.consents.map(({ id, file, capacity, revoked }) => (
          <li key={id}>
            <p>
              <FileLine file={file} />
              {capacity && <span class="hint"> {upload.capacities[capacity]}</span>}
            </p>
            {revoked ? (
              <p>
                <b>{words.revokedOn(formatShownDay(revoked.revokedOn))}</b> <FileLine file={revoked.notice} />
              </p>
            ) : (
              session.role === 'candidate' &&
              !ad.removal && (
                <p>
                  <a href={platformScreens.begin(of.election, of.platform, { kind: 'revocation', of: id })}>
                    {words.revoke}
                    <span class="vh"> {visibleText(file.name)}</span>
                  </a>
                </p>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Corrections = ({ ad }: Pick<Shown, 'ad'>) => {
  const { language } = useDesk();
  const { ad: words } = usePlatformWords();
  return (
    <>
      {ad.corrections.map(({ reference, receivedAt, particulars, numberAdded, permissions, reason }) => (
        <section key={reference}>
          <h2>{words.correction(dayTime(language, receivedAt))}</h2>
          <p class="hint">{reference}</p>
          <Facts particulars={particulars} />
          {reason !== null && (
            <p>
              <bdi>{reason}</bdi>
            </p>
          )}
          <ul class="p-list">
            {[...numberAdded, ...permissions].map((file) => (
              <li key={file.sha256}>
                <FileLine file={file} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

const Body = ({ of, platform, ad, again }: Shown) => {
  const { language, session } = useDesk();
  const { ad: words, submit, upload, own } = usePlatformWords();
  const stopped = filesOfAdvertisement(ad).filter(isStopped);
  return (
    <>
      {ad.removal && (
        <div class="warn">
          <p>
            <b>{own.removed(formatShownDay(ad.removal.removedOn))}</b> <bdi>{ad.removal.reason}</bdi>
          </p>
        </div>
      )}
      <DeadlineLine publishedOn={ad.publishedOn} weather={platform.weather} />
      {stopped.length > 0 && (
        <ul class="p-list">
          {stopped.map((file) => (
            <StoppedFile key={file.sha256} of={of} advertisement={ad.id} file={file} again={again} />
          ))}
        </ul>
      )}
      {ad.missingDetails.length > 0 && ad.declarations.length === 0 && (
        <p class="warn">{words.lacks(ad.missingDetails.map((name) => submit.particulars[name]))}</p>
      )}
      <section>
        <h2>{words.original}</h2>
        <Facts particulars={ad} />
      </section>
      <Corrections ad={ad} />
      <section>
        <h2>{upload.files}</h2>
        <ul class="p-list">
          {[...ad.files, ...ad.permissions].map((file) => (
            <li key={`${file.reference} ${file.sha256}`}>
              <FileLine file={file} />
            </li>
          ))}
          {ad.links.map((link) => (
            <li key={link}>
              <bdi>{link}</bdi>
            </li>
          ))}
          {ad.declarations.map(({ declaration, reference }) => (
            <li key={reference}>
              {upload.uses.declaration}: <FileLine file={declaration} />
            </li>
          ))}
        </ul>
      </section>
      <Consents of={of} ad={ad} />
      {session.role === 'candidate' && <Actions of={of} platform={platform} ad={ad} />}
      <p>
        <a href={pagePaths.advertisement(language, of.election, ad.id)}>{words.publicPage}</a>
      </p>
      {session.role !== 'candidate' && !ad.removal && (
        <p>
          <a href={platformScreens.remove(of.election, of.platform, ad.id)}>{words.remove}</a>
        </p>
      )}
    </>
  );
};

const EVERY_MS = 5000;

/** One advertisement as it was filed, and what can be filed about it. */
export const OwnAdvertisement = withWords(({ params }: ScreenProps) => {
  const { own, ad: words } = usePlatformWords();
  const of = ofParams(params);
  const asked = usePlatform(of, EVERY_MS);
  const placeOf = usePlaceName();
  const back = { href: platformScreens.own(of.election, of.platform), name: own.title };
  const id = params['advertisement'] ?? '';
  return (
    <Told asked={asked}>
      {(platform) => {
        const ad = platform.register?.advertisements.find((one) => one.id === id);
        return ad ? (
          <Screen
            title={words.title(id)}
            subject={placeOf(platform)}
            back={back}
            facts={<Name of={ad.adType} />}
          >
            <Body of={of} platform={platform} ad={ad} again={asked.ask} />
          </Screen>
        ) : (
          <Screen title={words.unknown} subject={placeOf(platform)} back={back} />
        );
      }}
    </Told>
  );
});
