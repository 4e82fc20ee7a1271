import { formatShownDay } from '#shared/calendar/day.ts';
import { overlaid } from '../../accounts/overlaid.ts';
import { ActFlow } from '../../acts/form/ActFlow.tsx';
import type { ActForm, Values } from '../../acts/form/act-form.ts';
import { useActState } from '../../acts/form/act-state.ts';
import { cleaned } from '../../acts/form/check-fields.ts';
import { useDesk } from '../../desk-context.ts';
import type { ScreenProps } from '../../routes.ts';
import { Screen } from '../../shell/Screen.tsx';
import { Told } from '../../shell/Told.tsx';
import type { PlatformAccounts } from '../platform-answers.ts';
import { platformApi, platformScreens } from '../platform-paths.ts';
import { type OfPlatform, ofParams } from '../use-platform.ts';
import { usePlatformWords, withWords } from '../words/with-words.tsx';
import { accountIn, applicationPage, candidatePage } from './account-form.ts';
import { type OfficersView, useOfficers } from './use-officers.ts';

type Standing = PlatformAccounts['accounts'][number];

const valuesOf = ({ id, constituency, name, contestant, appliedOn, email, mobile }: Standing): Values => ({
  id,
  constituency,
  'name-zh': name['zh-Hant'] ?? name['zh-Hans'] ?? '',
  'name-en': name.en ?? '',
  contestant: contestant ?? 'none',
  appliedOn: formatShownDay(appliedOn),
  undertaking: 'yes',
  email,
  mobile,
});

const Form = ({
  of,
  view,
  account,
  page,
  again,
}: {
  readonly of: OfPlatform;
  readonly view: OfficersView;
  readonly account: Standing;
  readonly page: string | undefined;
  readonly again: () => void;
}) => {
  const { language } = useDesk();
  const words = usePlatformWords();
  const { officers } = words;
  const kept = overlaid(useActState(`${of.election}/platform/${of.platform}`), () => valuesOf(account));
  const asking = { words, language, constituencies: view.constituencies, taken: [] };
  const build = (values: Values): ActForm => ({
    title: officers.revise.title,
    subject: '',
    base: platformScreens.revise(of.election, of.platform),
    up: { href: platformScreens.own(of.election, of.platform), name: of.platform },
    pages: [
      candidatePage(asking, values),
      applicationPage(asking),
      {
        id: 'reason',
        title: officers.revise.reason,
        fields: [
          {
            id: 'reason',
            kind: 'area',
            label: officers.revise.reason,
            missing: officers.revise.reasonMissing,
            maxLength: 1000,
            paths: ['$.reason'],
          },
        ],
      },
    ],
    texts: true,
    onlyAnswered: true,
    consequences: <p>{officers.revise.follows}</p>,
    button: officers.revise.button,
    path: platformApi.one(of.election, of.platform),
    method: 'PUT',
    number: account.revision + 1,
    body: (revision) => ({ ...accountIn(values), revision, reason: cleaned(values['reason']) }),
    sent: { title: officers.revise.sent, words: <p>{officers.revise.follows}</p> },
  });
  return <ActFlow build={build} kept={kept} page={page} again={again} />;
};

/** The next revision of an account: such as with the list's number once it is nominated. */
export const ReviseAccount = withWords(({ params }: ScreenProps) => {
  const { officers } = usePlatformWords();
  const of = ofParams(params);
  const asked = useOfficers(of.election);
  return (
    <Told asked={asked}>
      {(view) => {
        const account = view.accounts.find(({ id }) => id === of.platform);
        return account ? (
          <Form of={of} view={view} account={account} page={params['page']} again={asked.ask} />
        ) : (
          <Screen
            title={officers.unknown}
            back={{ href: platformScreens.all(of.election), name: officers.title }}
          />
        );
      }}
    </Told>
  );
});
