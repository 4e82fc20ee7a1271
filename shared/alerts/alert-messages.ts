import type { Language } from '../election/text.ts';
import { pagePaths } from '../publication/page-views.ts';
import type { Alert } from './alert.ts';
import { OCCASION_WORDS, ALERT_WORDS as WORDS } from './alert-words.ts';
import type { AlertWish } from './wish.ts';

/** What every message says of where it comes from. */
export interface MessageFacts {
  /** The portal's own address, without a slash at its end. */
  readonly portal: string;
  readonly election: string;
  /** The feed's title in the language of the message: it names the election, and marks a test. */
  readonly title: string;
  readonly language: Language;
  /** The alert's number. */
  readonly id: string;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** Behind the number sign: servers and their logs never see it. */
const pageFor = ({ portal, language, election, id }: MessageFacts, act: 'confirm' | 'leave'): string =>
  `${portal}${pagePaths.alerts(language, election)}#${act}=${id}`;

/** Asks whether it was really the owner of the address who asked. */
export const confirmationLetter = (
  facts: MessageFacts,
  { occasions }: Pick<AlertWish, 'occasions'>,
  names: readonly string[] | null,
): Letter => {
  const { language, title } = facts;
  const of = names === null ? WORDS.all[language] : names.join(WORDS.between[language]);
  return {
    subject: `${WORDS.confirmSubject[language]} · ${title}`,
    text: [
      WORDS.asked[language],
      [title, of, ...occasions.map((occasion) => OCCASION_WORDS[occasion][language])]
        .map((line) => WORDS.point[language] + line)
        .join('\n'),
      `${WORDS.confirm[language]}\n${pageFor(facts, 'confirm')}`,
      WORDS.otherwise[language],
    ].join('\n\n'),
  };
};

const more = (alerts: readonly Alert[], language: Language): string =>
  alerts.length < 2 ? '' : ` (${WORDS.more[language].replace('{count}', String(alerts.length - 1))})`;

const last = (alerts: readonly Alert[]): Alert => {
  const alert = alerts.at(-1);
  if (!alert) throw new RangeError('There is nothing to tell of.');
  return alert;
};

/** Everything that is new, in one letter, the newest first. */
export const alertLetter = (facts: MessageFacts, alerts: readonly Alert[]): Letter => {
  const { language, portal, title } = facts;
  return {
    subject: `${last(alerts).title}${more(alerts, language)} · ${title}`,
    text: [
      ...alerts
        .toReversed()
        .map(
          (alert) => `${alert.title}\n${alert.content_text.replaceAll('\n\n', '\n')}\n${portal}${alert.url}`,
        ),
      '--',
      WORDS.why[language].replace('{portal}', portal),
      `${WORDS.leave[language]}\n${pageFor(facts, 'leave')}`,
    ].join('\n\n'),
  };
};

/** What a browser shows of it; `site/workers/alert-worker.ts` reads it. */
export interface Notification {
  readonly title: string;
  readonly body: string;
  readonly lang: Language;
  /** The page that it leads to, below the portal's own address. */
  readonly url: string;
  /** A later one about the same takes its place. */
  readonly tag: string;
  readonly at: string;
}

/** A push service takes at most 4,096 bytes with what encryption adds; a notification shows a few lines anyway. */
const MOST_CHARACTERS = 300;

/** Everything that is new, in one notification: the newest in words, the others counted. */
export const alertNotification = (
  { language, title, election }: MessageFacts,
  alerts: readonly Alert[],
): Notification => {
  const newest = last(alerts);
  const { constituency } = newest._open_returns;
  const isOne = alerts.every(({ _open_returns: of }) => of.constituency === constituency);
  const text = newest.content_text.replaceAll('\n\n', '\n').slice(0, MOST_CHARACTERS).toWellFormed();
  return {
    title: `${newest.title}${more(alerts, language)}`,
    body: `${text}\n${title}`,
    lang: language,
    url: isOne ? newest.url : pagePaths.election(language, election),
    tag: `${election}/${isOne ? constituency : ''}`,
    at: newest.date_modified,
  };
};

/** The body of a webhook (Standard Webhooks): what happened, when, and the entry of the feed with its whole address. */
export const webhookEvent = (
  { portal, election, language }: MessageFacts,
  alert: Alert,
  { version, size, test }: { readonly version: number; readonly size: number; readonly test: boolean },
) => {
  const { _open_returns: of, url, ...item } = alert;
  return {
    type: `result.${of.what}`,
    timestamp: alert.date_modified,
    data: { election, test, version, size, ...of, language, ...item, url: `${portal}${url}` },
  };
};
