import { useEffect, useState } from 'preact/hooks';
import { inHongKong } from '#shared/calendar/hong-kong-time.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import { dayTime, timestamp } from '../../../words/format.ts';
import { useDesk } from '../../desk-context.ts';
import { SendButton } from '../../forms/SendButton.tsx';
import { goTo } from '../../router.ts';
import { type Draft, draftOfSubmission, isUntouched } from '../draft/draft.ts';
import { draftFromSubmission } from '../draft/from-submission.ts';
import { keptDrafts } from '../draft/kept-drafts.ts';
import type { Opening, Platform } from '../platform-answers.ts';
import { platformScreens } from '../platform-paths.ts';
import { beginWork, leaveWork } from '../upload/use-work.ts';
import type { OfPlatform } from '../use-platform.ts';
import { usePlatformWords } from '../words/with-words.tsx';

/** Drafts that this device keeps, without those that nothing was typed into. */
const useDrafts = (of: OfPlatform) => {
  const { device, session } = useDesk();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const look = async (): Promise<void> => {
    const found = await keptDrafts(device.store, { signIn: session.account, ...of })
      .all()
      .catch(() => []);
    setDrafts(found.filter((draft) => !isUntouched(draft)));
  };
  useEffect(() => void look(), [session.account, of.platform]);
  return { drafts, look };
};

const Files = ({ opening }: { readonly opening: Opening }) => {
  const { unfinished } = usePlatformWords();
  const missing = opening.files.filter(({ arrivedAt }) => arrivedAt === null);
  return (
    <p class="hint">
      {unfinished.arrived(opening.files.length - missing.length, opening.files.length)}
      {missing.length > 0 && (
        <>
          {' '}
          {unfinished.missing} <bdi>{missing.map(({ name }) => visibleText(name)).join(', ')}</bdi>
        </>
      )}
    </p>
  );
};

/** Submissions that were begun and not received: gone on with, or left. */
export const Unfinished = ({ of, platform }: { readonly of: OfPlatform; readonly platform: Platform }) => {
  const desk = useDesk();
  const { language } = desk;
  const { unfinished, submit } = usePlatformWords();
  const { drafts, look } = useDrafts(of);
  const others = platform.openings.filter(
    ({ submission }) => !drafts.some(({ id }) => id === draftOfSubmission(submission.id)),
  );
  if (drafts.length + others.length === 0) return null;
  const openingOf = (draft: Draft): Opening | undefined =>
    platform.openings.find(({ submission }) => draftOfSubmission(submission.id) === draft.id);
  const nameOf = ({
    items,
  }: {
    readonly items: readonly { readonly kind: Draft['items'][number]['kind'] }[];
  }) =>
    items.length === 1 && items[0] ? submit.itemTitles[items[0].kind] : unfinished.several(items.length);
  const take = (opening: Opening): void => {
    const draft = draftFromSubmission(opening.submission);
    beginWork(desk, of, draft);
    goTo(platformScreens.submit(of.election, of.platform, draft.id, 'files'));
  };
  return (
    <section>
      <h2>{unfinished.title}</h2>
      <ul class="p-list">
        {drafts.map((draft) => {
          const opening = openingOf(draft);
          return (
            <li key={draft.id}>
              <p>
                <a href={platformScreens.submit(of.election, of.platform, draft.id)}>
                  <b>{unfinished.goOn(nameOf(draft))}</b>
                </a>{' '}
                <time class="hint" dateTime={timestamp(draft.savedAt)}>
                  {unfinished.saved(dayTime(language, draft.savedAt))}
                </time>
              </p>
              <p class="hint">
                <bdi>{draft.files.map(({ name }) => visibleText(name)).join(', ')}</bdi>
              </p>
              {opening && <Files opening={opening} />}
              <SendButton
                second
                onSend={async () => {
                  await leaveWork(desk, of, draft);
                  await look();
                }}
              >
                {unfinished.leave}
              </SendButton>
            </li>
          );
        })}
        {others.map((opening) => (
          <li key={opening.submission.id}>
            <p>
              <b>{nameOf(opening.submission)}</b>{' '}
              <time class="hint" dateTime={timestamp(inHongKong(opening.openedAt))}>
                {unfinished.elsewhere(dayTime(language, opening.openedAt))}
              </time>
            </p>
            <Files opening={opening} />
            <p class="buttons">
              <button type="button" class="second" onClick={() => take(opening)}>
                {unfinished.takeOver}
              </button>
            </p>
          </li>
        ))}
      </ul>
      <p class="hint">{unfinished.what}</p>
    </section>
  );
};
