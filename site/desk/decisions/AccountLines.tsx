import type { AccountLine } from '#shared/desk/account-line.ts';
import { ACCOUNT_HEADS } from '#shared/election/statement.ts';
import { count } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';

const Figures = ({ account }: { readonly account: AccountLine }) => {
  const { decisions } = useDesk().words;
  const shown = (value: number | null | undefined): string =>
    value === null || value === undefined ? decisions.unknown : count(value);
  const rows = [
    ...ACCOUNT_HEADS.map((head) => [decisions.heads[head], account.heads[head]] as const),
    [decisions.issued, account.issued] as const,
    [decisions.estimated, account.estimatedInBox] as const,
    [decisions.papersCounted, account.papersCounted] as const,
    [decisions.shortfall, account.shortfall] as const,
  ];
  return (
    <dl class="answers">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{shown(value)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** The ballot paper account of a place, and what each of its identities says [counting.md §7]. */
export const AccountLines = ({ account }: { readonly account: AccountLine | null }) => {
  const { decisions } = useDesk().words;
  return (
    <section aria-labelledby="account-h">
      <h2 id="account-h">{decisions.account}</h2>
      {account === null ? (
        <p class="hint">{decisions.noAccount}</p>
      ) : (
        <>
          <Figures account={account} />
          <table class="trail identities">
            <caption class="vh">{decisions.identity}</caption>
            <thead>
              <tr>
                <th scope="col">{decisions.identity}</th>
                <th scope="col">{decisions.says}</th>
              </tr>
            </thead>
            <tbody>
              {account.identities.map(({ id, state, text }) => (
                <tr key={id}>
                  <th scope="row">
                    <b>{id}</b> {decisions.identities[id]}
                  </th>
                  <td class={state === 'broken' ? 'broken' : undefined}>
                    {decisions.states[state]}
                    {text !== null && <span class="under">{text}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
};
