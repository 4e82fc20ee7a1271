import type { ProblemWords } from '../election/problem-words-en.ts';

/** English words for what only a wish for alerts can get wrong; its keys are the codes that all languages must have. */
export const ALERT_PROBLEMS_EN = {
  'not-an-email': {
    problem: '{value} in {field} is not an e-mail address that can be written to.',
    remedy: 'Give an address such as name@example.hk.',
  },
  'not-a-web-address': {
    problem: 'What is given in {field} is not an address that can be called.',
    remedy:
      'Give a whole address such as https://newsroom.example/alerts, without a name and password in it.',
  },
  'not-a-key': {
    problem: 'What is given in {field} is not a key of a push subscription.',
    remedy: 'Send the keys as the browser gave them, in base64url.',
  },
  'webhook-not-encrypted': {
    problem: 'The address {value} is not called: its connection is not encrypted.',
    remedy: 'Give an address that begins with https://.',
  },
  'webhook-silent': {
    problem: 'Nobody answered at {value} within five seconds, or the address leads into a private network.',
    remedy: 'Make sure that it can be reached from the internet, and ask again.',
  },
  'webhook-not-confirmed': {
    problem: '{value} answered with {status}, or without the challenge that it was sent.',
    remedy:
      'Answer the call of type webhook.verification with status 200 and the challenge from its data as the body, and ask again.',
  },
  'push-service-unknown': {
    problem: '{value} does not belong to a push service of a browser that is known here.',
    remedy: 'Use e-mail, a webhook or the feeds instead.',
  },
  'asked-too-often': {
    problem: 'Alerts were asked for too often today.',
    remedy: 'Look into the mailbox for the letter that was sent, or ask again tomorrow.',
  },
  'alert-unknown': {
    problem: 'There is no alert of this number any more: it was ended, or not confirmed within two days.',
    remedy: 'Ask for alerts again.',
  },
} as const satisfies Readonly<Record<string, ProblemWords>>;
