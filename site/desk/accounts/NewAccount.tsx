import { ActFlow } from '../acts/form/ActFlow.tsx';
import type { ActForm, Values } from '../acts/form/act-form.ts';
import { useActState } from '../acts/form/act-state.ts';
import { useDesk } from '../desk-context.ts';
import { listed } from '../forms/listed.ts';
import type { ScreenProps } from '../routes.ts';
import { type Asking, personPage, placesPage, rolePage } from './account-pages.tsx';
import { accountApi, accountScreens, accountsLeftAt } from './account-paths.ts';
import { accountIn } from './account-values.ts';
import { ChiefOnly } from './ChiefOnly.tsx';
import { overlaid } from './overlaid.ts';
import { usePlaceNames } from './place-names.ts';
import { proposeId } from './propose-id.ts';
import { usePlatforms } from './use-platforms.ts';
import { useStations } from './use-stations.ts';
import { useTaken } from './use-taken.ts';

/** The form of an account that is not there yet. */
const newForm =
  (asking: Asking, taken: boolean) =>
  (values: Values): ActForm => {
    const { accounts } = asking.words;
    const account = accountIn(values, true);
    return {
      title: accounts.make.title,
      subject: '',
      base: accountScreens.make(),
      up: { href: accountsLeftAt.get(), name: accounts.title },
      pages: [rolePage(asking), placesPage(asking, values), personPage(asking, taken)],
      texts: true,
      consequences: accounts.make.follows.map((line) => <p key={line}>{line}</p>),
      button: accounts.make.button,
      path: accountApi.one(account.id),
      method: 'PUT',
      number: 1,
      body: (revision) => ({ ...account, revision }),
      sent: { title: accounts.make.sent, words: <p>{accounts.make.sentWords}</p> },
    };
  };

const Form = ({ page }: { readonly page: string | undefined }) => {
  const { words } = useDesk();
  const names = usePlaceNames();
  const kept = overlaid(useActState('accounts/new'), (typed) => ({ id: proposeId(typed) }));
  const { values } = kept.state;
  const stations = useStations(names, listed(values['elections']), listed(values['constituencies']));
  const platforms = usePlatforms(values['role'] === 'candidate' ? listed(values['elections']) : []);
  const { taken, again } = useTaken(kept.state.acceptedAt === null ? (values['id'] ?? '').trim() : '');
  return (
    <ActFlow
      build={newForm({ words, names, stations, platforms }, taken)}
      kept={kept}
      page={page}
      again={again}
    />
  );
};

/** Makes an account. */
export const NewAccount = ({ params }: ScreenProps) => (
  <ChiefOnly>
    <Form page={params['page']} />
  </ChiefOnly>
);
