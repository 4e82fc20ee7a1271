import type { StationView, ToldWarning } from '#shared/desk/desk-views.ts';
import type { StationReport } from '#shared/election/report.ts';
import { count } from '../../../words/format.ts';
import { useDesk } from '../../desk-context.ts';
import { type SheetConstituency, VALID_VOTES } from '../../report/fields.ts';
import { fieldNames } from '../../report/labels.ts';
import { Name } from '../../shell/Name.tsx';
import { type FormLine, type FormPart, formParts, placeWarnings } from './form-lines.ts';

/** A warning with what the station says to it. */
const Warned = ({ warning }: { readonly warning: ToldWarning }) => {
  const { progress, report } = useDesk().words;
  const { code, title, text, explanation } = warning;
  return (
    <span class="warned">
      <b>{title}</b> <span class="code">({code})</span> {text}{' '}
      <b>{explanation === undefined ? report.noExplanation : progress.station.explanation(explanation)}</b>
    </span>
  );
};

interface FiguresProps {
  readonly report: StationReport;
  /** What the public sees of this station now, where that is another report. */
  readonly before: StationReport | null;
  readonly warnings: StationView['warnings'];
  readonly constituency: SheetConstituency;
}

interface PartProps {
  readonly of: FormPart;
  readonly title: string;
  readonly before: ReadonlyMap<string, number | null> | null;
  readonly warned: ReadonlyMap<string, readonly ToldWarning[]>;
  readonly nameOf: (line: FormLine) => string;
}

const Label = ({ line, name }: { readonly line: FormLine; readonly name: string }) =>
  line.contestant ? (
    <>
      <span class="n">{line.contestant.number}</span> <Name of={line.contestant.name} />
    </>
  ) : (
    name
  );

const figure = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : count(value);

const Part = ({ of, title, before, warned, nameOf }: PartProps) => {
  const { station } = useDesk().words.progress;
  return (
    <table class="read">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{station.figure}</th>
          {before && (
            <th scope="col" class="num">
              {station.publicNow}
            </th>
          )}
          <th scope="col" class="num">
            {station.here}
          </th>
        </tr>
      </thead>
      <tbody>
        {of.lines.map((line) => {
          const warnings = warned.get(line.path) ?? [];
          const changed = before !== null && before.get(line.path) !== line.value;
          return (
            <tr key={line.path} class={warnings.length > 0 ? 'warned-row' : undefined}>
              <th scope="row">
                <Label line={line} name={nameOf(line)} />
                {warnings.map((warning) => (
                  <Warned key={warning.code} warning={warning} />
                ))}
              </th>
              {before && <td class="num">{figure(before.get(line.path))}</td>}
              <td class="num">{changed ? <b>{figure(line.value)}</b> : figure(line.value)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

/** A report as it is read: in the order of the form, each warning beside its field. */
export const Figures = ({ report, before, warnings, constituency }: FiguresProps) => {
  const { words, language } = useDesk();
  const parts = formParts(report, constituency);
  const warned = placeWarnings(warnings, parts);
  const names = fieldNames(constituency, words, language);
  const old =
    before &&
    new Map(
      formParts(before, constituency).flatMap(({ lines }) => lines.map(({ path, value }) => [path, value])),
    );
  const nameOf = ({ path, order }: FormLine): string => {
    if (order !== undefined) return words.report.ranking(order);
    return path === VALID_VOTES ? words.progress.station.validVotes : (names.get(path) ?? path);
  };
  const { votesTitle, candidatesTitle, choicesTitle, rankingsTitle, papersTitle, accountTitle } =
    words.report;
  const first = {
    list_pr: votesTitle,
    preferential: rankingsTitle,
    net_support: choicesTitle,
    first_past_the_post: candidatesTitle,
    nomination: candidatesTitle,
  }[constituency.system];
  const titles = { votes: first, papers: papersTitle, account: accountTitle };
  return (
    <>
      {(warned.get('$') ?? []).map((warning) => (
        <p class="warn" key={warning.code}>
          <Warned warning={warning} />
        </p>
      ))}
      {parts.map((part) => (
        <Part
          key={part.part}
          of={part}
          title={titles[part.part]}
          before={old}
          warned={warned}
          nameOf={nameOf}
        />
      ))}
    </>
  );
};
