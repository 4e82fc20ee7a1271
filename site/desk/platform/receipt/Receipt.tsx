import { useRef } from 'preact/hooks';
import { calendarWith } from '#shared/advertisements/platform-calendar.ts';
import type { ReceiptItem } from '#shared/advertisements/receipt.ts';
import { deadlineOf } from '#shared/calendar/deadlines.ts';
import { shortExplanation } from '#shared/calendar/explain-deadline.ts';
import type { WeatherDay } from '#shared/calendar/holidays.ts';
import { inHongKong } from '#shared/calendar/hong-kong-time.ts';
import { pagePaths } from '#shared/publication/page-views.ts';
import { visibleText } from '#shared/publication/plain-text.ts';
import { clockToSecond, count, longDate, timestamp } from '../../../words/format.ts';
import { useDesk } from '../../desk-context.ts';
import type { ScreenProps } from '../../routes.ts';
import { Name } from '../../shell/Name.tsx';
import { Screen } from '../../shell/Screen.tsx';
import { Told } from '../../shell/Told.tsx';
import type { Platform, ReceiptGiven } from '../platform-answers.ts';
import { platformScreens } from '../platform-paths.ts';
import { StepList } from '../submit/StepList.tsx';
import { type OfPlatform, ofParams, useOwner, usePlaceName, usePlatform } from '../use-platform.ts';
import { usePlatformWords, withWords } from '../words/with-words.tsx';
import { FileStateWords } from './FileStateWords.tsx';
import { useEntry } from './ledger-entry.ts';

const EVERY_MS = 3000;

/** Saves text under a name, as the browser saves any file. */
const saveText = (name: string, text: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

/** `03:02:47`, with its date where that is another day than in Hong Kong. */
const utc = (instant: string): string => {
  const text = new Date(instant).toISOString();
  const isSameDay = text.slice(0, 10) === inHongKong(instant).slice(0, 10);
  return `${isSameDay ? '' : `${text.slice(0, 10)} `}${text.slice(11, 19)}`;
};

const Deadlines = ({
  items,
  weather,
}: {
  readonly items: readonly ReceiptItem[];
  readonly weather: readonly WeatherDay[];
}) => {
  const { language } = useDesk();
  const { receipt, submit } = usePlatformWords();
  const due = items.filter((item) => item.due !== null);
  if (due.length === 0) return <p>{receipt.noDeadline}</p>;
  return (
    <>
      {due.map(({ id, publishedOn, inTime }) => {
        const deadline = deadlineOf('advertisement_copies', publishedOn ?? '', calendarWith(weather));
        return (
          <div key={id}>
            <p class="p-strong">
              {due.length > 1 && <span class="p-id">{id} · </span>}
              {submit.dueDay(deadline.due)}
              {due.length > 1 && ` · ${inTime ? receipt.inTime : receipt.late}`}
            </p>
            <p class="hint">{shortExplanation(deadline, language)}</p>
          </div>
        );
      })}
    </>
  );
};

const FilesTable = ({ files }: Pick<ReceiptGiven['receipt'], 'files'>) => {
  const { receipt } = usePlatformWords();
  if (files.length === 0) return <p>{receipt.noFiles}</p>;
  return (
    <table class="p-table">
      <caption>{receipt.files(files.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{receipt.file}</th>
          <th scope="col" class="num">
            {receipt.bytes}
          </th>
          <th scope="col">SHA-256</th>
          <th scope="col">{receipt.inspection}</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ name, bytes, sha256, state }, index) => (
          <tr key={index}>
            <th scope="row">
              <bdi>{visibleText(name)}</bdi>
              <code class="p-under">{sha256}</code>
            </th>
            <td class="num">{count(bytes)}</td>
            <td class="p-hash">
              <code>{sha256}</code>
            </td>
            <td>
              <FileStateWords state={state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

interface BodyProps {
  readonly of: OfPlatform;
  readonly platform: Platform;
  readonly given: ReceiptGiven;
}

const Facts = ({ platform, given }: Omit<BodyProps, 'of'>) => {
  const { language } = useDesk();
  const { receipt: words, submit } = usePlatformWords();
  const ownerOf = useOwner();
  const placeOf = usePlaceName();
  const { receipt } = given;
  const entry = useEntry(receipt.election, receipt.reference);
  const own =
    platform.register?.advertisements.filter(({ reference }) => reference === receipt.reference) ?? [];
  return (
    <dl class="p-receipt-facts">
      <div>
        <dt>{words.receivedAt}</dt>
        <dd>
          <time class="p-strong" dateTime={timestamp(receipt.receivedAt)}>
            {words.at(longDate(language, receipt.receivedAt), clockToSecond(receipt.receivedAt))}
          </time>
          <p class="hint">{words.zones(utc(receipt.receivedAt))}</p>
        </dd>
      </div>
      <div>
        <dt>{words.due}</dt>
        <dd>
          <Deadlines items={receipt.items} weather={platform.weather} />
        </dd>
      </div>
      <div>
        <dt>{words.by}</dt>
        <dd>
          <p class="p-strong">{words.owner(placeOf(platform), ownerOf(platform))}</p>
          {own.map(({ id, adType, size, copiesPublished }) => (
            <p class="hint" key={id}>
              {own.length > 1 && `${id} · `}
              <Name of={adType} />
              {size !== undefined && (
                <>
                  {words.comma}
                  <bdi>{size}</bdi>
                </>
              )}
              {copiesPublished !== undefined && `${words.comma}${words.copies(count(copiesPublished))}`}
            </p>
          ))}
          {receipt.items
            .filter(({ kind }) => kind !== 'advertisement')
            .map(({ id, kind }) => (
              <p class="hint" key={id}>
                {submit.itemTitles[kind]}
              </p>
            ))}
        </dd>
      </div>
      <div>
        <dt>{words.ledger}</dt>
        <dd>
          <p class="p-strong">{entry === null ? words.notOrdered : words.entry(count(entry))}</p>
          <p class="hint">{entry === null ? words.soonOrdered : words.ordered}</p>
        </dd>
      </div>
    </dl>
  );
};

const Body = ({ of, platform, given }: BodyProps) => {
  const { language } = useDesk();
  const { receipt: words, submit } = usePlatformWords();
  const { receipt, note, verifierKey } = given;
  const timed = receipt.items.filter(({ inTime }) => inTime !== null);
  const isLate = timed.some(({ inTime }) => inTime === false);
  const label = timed.length === 0 ? words.received : isLate ? words.receivedLate : words.receivedInTime;
  const lacking = receipt.items.filter(({ missingDetails }) => missingDetails.length > 0);
  const { email, mobile } = platform.account;
  return (
    <>
      <section class="p-receipt" aria-labelledby="reference">
        <div class="p-receipt-head">
          <div>
            <p class="p-dt" id="reference">
              {words.reference}
            </p>
            <p class="p-ref">{receipt.reference}</p>
          </div>
          <p class="p-label">
            <span aria-hidden="true">✓ </span>
            {label}
          </p>
        </div>
        <Facts platform={platform} given={given} />
        <FilesTable files={receipt.files} />
        {lacking.map(({ id, missingDetails }) => (
          <p class="warn" key={id}>
            {words.detailsMissing(
              id,
              missingDetails.map((name) => submit.particulars[name]),
            )}
          </p>
        ))}
        <p>{words.sentTo(email, mobile)}</p>
        <p class="buttons p-noprint">
          <button
            type="button"
            onClick={() => saveText(`${receipt.reference}.txt`, `${note}\n${words.key} ${verifierKey}\n`)}
          >
            {words.save}
          </button>
          <button type="button" class="second" onClick={() => print()}>
            {words.print}
          </button>
          <a class="button second" href={platformScreens.begin(of.election, of.platform)}>
            {words.another}
          </a>
        </p>
      </section>
      <p class="hint">
        {words.verify.before}
        <a href={pagePaths.checkFile(language, receipt.election)}>{words.verify.link}</a>
        {words.verify.after}
      </p>
      <details class="p-noprint">
        <summary>{words.signed}</summary>
        <p class="hint">{words.signedWhat}</p>
        <pre class="p-note">{note}</pre>
        <p class="hint">
          {words.key} <code>{verifierKey}</code>
        </p>
      </details>
    </>
  );
};

/** Step 4: what was received and when, what became of it, and how anybody can check that. */
export const Receipt = withWords(({ params }: ScreenProps) => {
  const { words } = useDesk();
  const { receipt, own } = usePlatformWords();
  const of = ofParams(params);
  const reference = params['reference'] ?? '';
  const isDone = useRef(false);
  const asked = usePlatform(of, isDone.current ? 0 : EVERY_MS);
  const placeOf = usePlaceName();
  const given = asked.value?.receipts.find((one) => one.receipt.reference === reference);
  isDone.current = given?.receipt.files.every(({ state }) => state !== 'waiting') ?? false;
  const back = { href: platformScreens.own(of.election, of.platform), name: own.title };
  return (
    <Told asked={asked}>
      {(platform) =>
        given ? (
          <Screen title={receipt.title} subject={placeOf(platform)} back={back}>
            <StepList current="receipt" />
            <Body of={of} platform={platform} given={given} />
          </Screen>
        ) : asked.asking ? (
          <p class="loading">{words.common.loading}</p>
        ) : (
          <Screen title={receipt.unknown} subject={placeOf(platform)} back={back} />
        )
      }
    </Told>
  );
});
