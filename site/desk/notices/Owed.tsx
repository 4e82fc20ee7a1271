import type { NoticesView } from '#shared/desk/notices-view.ts';
import { noticeType } from '#shared/notices/notice-table.ts';
import type { OwedNotice } from '#shared/recount/notices-owed.ts';
import type { AboutNotices } from './about-notice.ts';
import { Due } from './Due.tsx';
import { noticeScreens } from './notice-paths.ts';
import { placesFor } from './places.ts';

interface OwedProps {
  readonly about: AboutNotices;
  readonly view: NoticesView;
}

/** Late ones first, then by the last day; those without a day at the end. */
export const inOrderOwed = (owed: readonly OwedNotice[]): readonly OwedNotice[] =>
  [...owed].sort(
    (a, b) =>
      Number(b.isLate) - Number(a.isLate) ||
      (a.due?.due ?? '9999').localeCompare(b.due?.due ?? '9999') ||
      Number(a.type.slice(1)) - Number(b.type.slice(1)),
  );

/** So many stations are named in a line; more of them are counted, and opened by whoever wants them. */
const FEW = 6;

const Stations = ({
  about,
  stations,
}: {
  readonly about: AboutNotices;
  readonly stations: readonly string[];
}) => {
  const { overview } = about.words.notices;
  const list = stations.join(about.words.acts.form.comma);
  if (stations.length <= FEW) return <p>{list}</p>;
  return (
    <details>
      <summary>{overview.stations(stations.length)}</summary>
      <p>{list}</p>
    </details>
  );
};

const One = ({ about, view, owed }: OwedProps & { readonly owed: OwedNotice }) => {
  const { words, language, of, constituency, poster } = about;
  const { overview, register } = words.notices;
  const may = placesFor(noticeType(owed.type), view, poster, constituency).length > 0;
  const name =
    owed.constituency === null ? owed.name[language] : `${owed.name[language]} · ${owed.constituency}`;
  return (
    <li>
      <p>
        {owed.isLate && <strong class="notice-late">{overview.late}</strong>}{' '}
        {may ? <a href={noticeScreens.post(of, constituency, owed.type)}>{name}</a> : <b>{name}</b>}
      </p>
      {owed.stations && <Stations about={about} stations={owed.stations} />}
      <p class="hint">
        {overview.by(owed.roles.map((role) => words.common.roles[role]))} · {owed.timing[language]} ·{' '}
        {register.legalPlace}
        {words.common.after}
        {owed.legalPlace[language]}
        {owed.due === null && ` · ${owed.source}`}
      </p>
      {owed.due && <Due due={owed.due} />}
    </li>
  );
};

const List = ({ about, view }: OwedProps) => (
  <ul class="notice-list">
    {inOrderOwed(view.owed).map((owed) => (
      <One key={`${owed.type} ${owed.constituency ?? ''}`} about={about} view={view} owed={owed} />
    ))}
  </ul>
);

/** What the rules want and nobody has posted: what, who, until when and why. What others owe can be opened. */
export const Owed = ({ about, view }: OwedProps) => {
  const { overview } = about.words.notices;
  const { own = [], others = [] } = Object.groupBy(view.owed, ({ roles }) =>
    roles.includes(about.poster.role) ? 'own' : 'others',
  );
  const late = others.filter(({ isLate }) => isLate).length;
  return (
    <section aria-labelledby="owed-h">
      <h2 id="owed-h">{overview.owed}</h2>
      {own.length === 0 && <p>{overview.nothingOwed}</p>}
      <List about={about} view={{ ...view, owed: own }} />
      {others.length > 0 && (
        <details class="notice-others">
          <summary>{overview.owedByOthers(others.length, late)}</summary>
          <List about={about} view={{ ...view, owed: others }} />
        </details>
      )}
    </section>
  );
};
