import { inHongKong } from '#shared/calendar/hong-kong-time.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import { clockToSecond, dayDate, timestamp } from '../../../words/format.ts';
import { useDesk } from '../../desk-context.ts';
import type { Platform } from '../platform-answers.ts';
import { platformScreens } from '../platform-paths.ts';
import { FileStateWords } from '../receipt/FileStateWords.tsx';
import type { OfPlatform } from '../use-platform.ts';
import { usePlatformWords } from '../words/with-words.tsx';

/** Every submission that was received, the newest first. */
export const Submissions = ({ of, platform }: { readonly of: OfPlatform; readonly platform: Platform }) => {
  const { language } = useDesk();
  const { own, receipt: words } = usePlatformWords();
  const newest = platform.receipts.toSorted(
    (a, b) => Date.parse(b.receipt.receivedAt) - Date.parse(a.receipt.receivedAt),
  );
  return (
    <section>
      <h2>{own.submissions}</h2>
      {newest.length === 0 ? (
        <p>{own.noSubmissions}</p>
      ) : (
        <ul class="p-list">
          {newest.map(({ receipt: { reference, receivedAt, files, items } }) => (
            <li key={reference}>
              <p>
                <a href={platformScreens.receipt(of.election, of.platform, reference)}>
                  <b>{reference}</b>
                </a>{' '}
                <time dateTime={timestamp(receivedAt)}>
                  {words.receivedAt} {dayDate(language, inHongKong(receivedAt).slice(0, 10))}{' '}
                  {clockToSecond(receivedAt)}
                </time>
                {items.some(({ inTime }) => inTime === false) && <b class="p-late"> {words.late}</b>}
              </p>
              <ul class="p-filestates">
                {files.map(({ name, state }, index) => (
                  <li key={index}>
                    <bdi>{visibleText(name)}</bdi> <FileStateWords state={state} />
                  </li>
                ))}
                {files.length === 0 && <li>{words.noFiles}</li>}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
