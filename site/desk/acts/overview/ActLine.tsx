import type { DeskAct, ProgressView } from '#shared/desk/desk-views.ts';
import { plainName } from '../../../models/names.ts';
import { dayTime } from '../../../words/format.ts';
import { type About, candidateName, labelOf } from '../about.ts';

interface LineProps {
  readonly about: About;
  readonly view: ProgressView;
  readonly act: DeskAct;
}

/** What an act said, in one line. */
const useSaid = ({ about, view, act }: LineProps): string => {
  const { overview, recount, event } = about.words.acts;
  const { log } = overview;
  const { said } = act;
  const names = (ids: readonly string[]): string =>
    ids.map((id) => candidateName(about, view, id)).join(about.words.acts.form.comma);
  switch (said.type) {
    case 'recount':
      return log.recount({
        where: said.body.station ?? recount.scopes[said.body.scope],
        by: recount.requesters[said.body.requestedBy],
        decision: said.body.decision,
      });
    case 'lots':
      return log.lots(
        said.body.draws
          .map(({ contestant, number }) => `${labelOf(about, view, contestant)} ${number}`)
          .join(about.words.acts.form.comma),
      );
    case 'declaration':
      return log.declaration(said.body.outcome, names(said.body.elected));
    case 'event':
      return log.event(candidateName(about, view, said.candidate), event.events[said.body.event]);
    case 'relocation':
      return log.relocation(said.body.station, plainName(said.body.to, about.language));
    case 'adjournment':
      return log.adjournment(said.body.state, said.body.station ?? null);
    case 'correction':
      return log.correction(said.body.station);
  }
};

/** One act: what, who by role, when, and the reason that was given. */
export const ActLine = (props: LineProps) => {
  const { about, act } = props;
  const { words, language } = about;
  const said = useSaid(props);
  const { role, confirmedBy, at } = act;
  const { reason } = { reason: undefined, ...act.said.body };
  return (
    <li>
      <p>
        <b>
          <bdi>{said}</bdi>
        </b>
      </p>
      <p class="hint">
        {dayTime(language, at)} · {words.common.roles[role]}
        {confirmedBy !== null && ` · ${words.acts.overview.secondedBy(words.common.roles[confirmedBy])}`}
      </p>
      {reason !== undefined && (
        <p class="hint">
          <bdi class="given">{words.acts.overview.reason(reason)}</bdi>
        </p>
      )}
    </li>
  );
};
