import type { Advertisement } from '#shared/advertisements/particulars.ts';
import type { SubmissionItem } from '#shared/advertisements/submission.ts';
import { addDays, type Day } from '#shared/calendar/day.ts';
import { paper, picture, type TrainingFile, text } from './training-files.ts';

/** What one account of the rehearsal files, as one unit. */
export interface TrainingSubmission {
  readonly account: string;
  readonly id: string;
  readonly items: readonly SubmissionItem[];
  readonly files: readonly TrainingFile[];
}

const PRINTER = {
  producerOrPrinterName: { en: 'Rehearsal Printing', 'zh-Hant': '演習印刷公司' },
  producerOrPrinterAddress: { en: '1 Rehearsal Road', 'zh-Hant': '演習道1號' },
} as const;

/** A leaflet that was printed two days before it is handed out. */
const pamphlet = (
  today: Day,
  copies: number,
  more: Pick<Advertisement, 'files'> & Partial<Advertisement>,
): SubmissionItem => ({
  kind: 'advertisement',
  advertisement: {
    medium: 'printed',
    adType: { en: 'Pamphlets', 'zh-Hant': '小冊子' },
    publishedOn: today,
    producedOn: addDays(today, -2),
    size: 'A4',
    manner: { en: 'Handed out on the street', 'zh-Hant': '街頭派發' },
    copiesProduced: copies,
    copiesPublished: copies,
    ...PRINTER,
    ...more,
  },
});

/** A leaflet with the paper of somebody who supports it, a banner by a roadside, and later the consent taken back. */
const firstList = async (today: Day): Promise<readonly TrainingSubmission[]> => {
  const account = 'HKI-01';
  const [leaflet, consent, banner, permission, notice] = await Promise.all([
    paper('Leaflet.pdf', [
      'Training List 1',
      'Buses every five minutes.',
      'A rehearsal: nothing here counts.',
      'Printed by Rehearsal Printing, 1 Rehearsal Road. 5,000 copies.',
    ]),
    paper('Consent.pdf', ['Consent of support', 'The Rehearsal Society supports Training List 1.']),
    picture('Banner.png', '#00566b'),
    paper('Permission.pdf', ['Permission', 'The banner may hang on the railing of the Rehearsal Estate.']),
    paper('Notice of revocation.pdf', ['Revocation', 'The Rehearsal Society takes its consent back.']),
  ]);
  return [
    {
      account,
      id: 'leaflet',
      files: [leaflet, consent],
      items: [
        pamphlet(today, 5000, {
          copiesPublished: 4000,
          files: [leaflet.announced],
          consents: [{ file: consent.announced, capacity: 'organisation' }],
        }),
      ],
    },
    {
      account,
      id: 'banner',
      files: [banner, permission],
      items: [
        {
          kind: 'advertisement',
          advertisement: {
            medium: 'display',
            adType: { en: 'Banners', 'zh-Hant': '橫額' },
            publishedOn: addDays(today, -7),
            size: '1m x 2.5m',
            manner: { en: 'Hung on a railing', 'zh-Hant': '懸掛於鐵欄' },
            copiesPublished: 20,
            files: [banner.announced],
            permissions: [permission.announced],
            inWords: {
              en: 'Two blue stripes with the name of the list between them.',
              'zh-Hant': '兩條藍色橫紋，中間為名單名稱。',
            },
          },
        },
      ],
    },
    {
      account,
      id: 'corrected',
      files: [notice],
      items: [
        { kind: 'correction', of: 'HKI-01-0001-1', particulars: { copiesPublished: 4500 } },
        {
          kind: 'revocation',
          consent: 'HKI-01-0001-1-c1',
          revokedOn: today,
          notice: notice.announced,
        },
      ],
    },
  ];
};

/** A page that changes all the time, a poster together with somebody of another constituency, and a file with a script, which is refused. */
const secondList = async (today: Day): Promise<readonly TrainingSubmission[]> => {
  const poster = await picture('Poster.png', '#a3200d');
  const scripted = text(
    'Newsletter.html',
    '<!doctype html><html lang="en"><title>News</title><p>Training List 2</p><script>document.title = 2</script></html>',
  );
  return [
    {
      account: 'HKI-02',
      id: 'several',
      files: [poster],
      items: [
        {
          kind: 'advertisement',
          advertisement: {
            medium: 'online',
            adType: { en: 'Posts on social media', 'zh-Hant': '社交媒體帖文' },
            publishedOn: today,
            files: [],
            links: ['https://social.example.org/training-list-2'],
            realTime: true,
          },
        },
        {
          kind: 'advertisement',
          advertisement: {
            medium: 'printed',
            adType: { en: 'Posters', 'zh-Hant': '海報' },
            publishedOn: addDays(today, -1),
            producedOn: addDays(today, -3),
            size: 'A3',
            copiesProduced: 300,
            copiesPublished: 300,
            ...PRINTER,
            files: [poster.announced],
            jointWith: [
              { constituency: 'HYK', name: { en: 'Training Candidate 1', 'zh-Hant': '訓練候選人1' } },
            ],
            inWords: { en: 'Two red stripes.', 'zh-Hant': '兩條紅色橫紋。' },
          },
        },
      ],
    },
    {
      account: 'HKI-02',
      id: 'newsletter',
      files: [scripted],
      items: [
        {
          kind: 'advertisement',
          advertisement: {
            medium: 'online',
            adType: { en: 'Electronic messages', 'zh-Hant': '電子訊息' },
            publishedOn: today,
            files: [scripted.announced],
          },
        },
      ],
    },
  ];
};

/** A leaflet that is removed by order of a court. */
const thirdList = async (today: Day): Promise<TrainingSubmission> => {
  const leaflet = await paper('Leaflet.pdf', ['Training List 3', 'A rehearsal: nothing here counts.']);
  return {
    account: 'HKI-03',
    id: 'leaflet',
    files: [leaflet],
    items: [pamphlet(today, 1000, { files: [leaflet.announced] })],
  };
};

/** Everything that is filed before anybody tries it: something of each kind that a reader of the register may meet. */
export const trainingSubmissions = async (today: Day): Promise<readonly TrainingSubmission[]> => [
  ...(await firstList(today)),
  ...(await secondList(today)),
  await thirdList(today),
];
