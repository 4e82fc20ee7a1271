import type { AccountView } from '#shared/desk/account-view.ts';
import { ActFlow } from '../acts/form/ActFlow.tsx';
import type { ActForm, FormPage, Values } from '../acts/form/act-form.ts';
import { useActState } from '../acts/form/act-state.ts';
import { cleaned } from '../acts/form/check-fields.ts';
import { useDesk } from '../desk-context.ts';
import { listed } from '../forms/listed.ts';
import type { ScreenProps } from '../routes.ts';
import { type Asking, personPage, placesPage, reasonPage, rolePage } from './account-pages.tsx';
import { accountApi, accountScreens } from './account-paths.ts';
import { accountChanges, accountIn, BEGUN_FROM, valuesOf } from './account-values.ts';
import { Changed } from './Changed.tsx';
import { ChiefOnly } from './ChiefOnly.tsx';
import { Meanwhile } from './Meanwhile.tsx';
import { OneAccount } from './OneAccount.tsx';
import { overlaid } from './overlaid.ts';
import { usePlaceNames } from './place-names.ts';
import { usePlatforms } from './use-platforms.ts';
import { useStations } from './use-stations.ts';

interface ChangeParts {
  readonly asking: Asking;
  readonly view: AccountView;
  /** Nobody takes the own role away. */
  readonly own: boolean;
}

const pagesOf = ({ asking, own }: ChangeParts, values: Values): readonly FormPage[] => [
  personPage(asking, null),
  ...(own ? [] : [rolePage(asking)]),
  placesPage(asking, values),
];

/** The next revision of an account: every field as it stands, with what was typed over it. */
const changeForm =
  (parts: ChangeParts) =>
  (values: Values): ActForm => {
    const { asking, view } = parts;
    const { accounts } = asking.words;
    const { account } = view;
    const next = accountIn(values, account.active);
    const { changedAt: _changedAt, signedOutAt: _signedOutAt, ...standing } = account;
    const changes = accountChanges(standing, next);
    const reason = reasonPage(asking.words);
    const base = accountScreens.change(account.id);
    const pages = pagesOf(parts, values);
    return {
      title: accounts.change.of(account.name),
      subject: '',
      base,
      up: { href: accountScreens.one(account.id), name: account.name },
      pages: [...pages, { ...reason, wrong: changes.length === 0 ? accounts.change.nothing : null }],
      toldBelow: true,
      summary: (
        <>
          <Meanwhile view={view} from={Number(values[BEGUN_FROM] ?? account.revision)} />
          <h2>{accounts.change.changes}</h2>
          <Changed
            changes={changes}
            hrefOf={(path) => {
              const page = pages.find(({ fields }) => fields.some(({ paths = [] }) => paths.includes(path)));
              return page && `${base}/${page.id}`;
            }}
          />
          <p>{accounts.history.reason(cleaned(values['reason']))}</p>
        </>
      ),
      consequences: accounts.change.follows.map((line) => <p key={line}>{line}</p>),
      button: accounts.change.button,
      path: accountApi.one(account.id),
      method: 'PUT',
      number: account.revision + 1,
      body: (revision) => ({ ...next, revision, reason: cleaned(values['reason']) }),
      sent: { title: accounts.change.sent, words: <p>{accounts.change.sentWords}</p> },
    };
  };

interface FormProps {
  readonly view: AccountView;
  readonly page: string | undefined;
  readonly again: () => void;
}

const Form = ({ view, page, again }: FormProps) => {
  const { words, session } = useDesk();
  const { account } = view;
  const names = usePlaceNames();
  const kept = overlaid(useActState(`accounts/${account.id}/change`), () => valuesOf(account), {
    [BEGUN_FROM]: String(account.revision),
  });
  const { values } = kept.state;
  const stations = useStations(names, listed(values['elections']), listed(values['constituencies']));
  const platforms = usePlatforms(values['role'] === 'candidate' ? listed(values['elections']) : []);
  const parts = { asking: { words, names, stations, platforms }, view, own: account.id === session.account };
  return <ActFlow build={changeForm(parts)} kept={kept} page={page} again={again} />;
};

/** Changes an account; whoever else changed it meanwhile is told of. */
export const ChangeAccount = ({ params }: ScreenProps) => (
  <ChiefOnly>
    <OneAccount id={params['account'] ?? ''}>
      {(view, again) => <Form view={view} page={params['page']} again={again} />}
    </OneAccount>
  </ChiefOnly>
);
