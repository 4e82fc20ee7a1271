import { useDesk } from '../desk-context.ts';
import { FigureField } from '../forms/FigureField.tsx';
import { Name } from '../shell/Name.tsx';
import { CHOICES, choicePath, type SheetConstituency, votesPath, waysOf } from './fields.ts';

interface VotesProps {
  readonly constituency: SheetConstituency;
  /** The last of the lists was left. */
  readonly onLast: () => void;
}

const Answers = ({ constituency: { contestants } }: Pick<VotesProps, 'constituency'>) => {
  const { words } = useDesk();
  return (
    <>
      {contestants.map(({ id, number, name }) => (
        <fieldset key={id} class="answers-of">
          <legend>
            <span class="n">{number}</span> <Name of={name} />
          </legend>
          {CHOICES.map((choice) => (
            <FigureField key={choice} path={choicePath(id, choice)} label={words.report.choices[choice]} />
          ))}
        </fieldset>
      ))}
    </>
  );
};

/** The rows of the ballot paper: number and name left, votes right; two columns where there is room, read downwards. */
export const Votes = ({ constituency, onLast }: VotesProps) => {
  if (waysOf(constituency).choices) return <Answers constituency={constituency} />;
  const { contestants } = constituency;
  const last = contestants.at(-1)?.id;
  return (
    <div class={contestants.length > 5 ? 'figures two' : 'figures'}>
      {contestants.map(({ id, number, name, candidates }) => (
        <FigureField
          key={id}
          path={votesPath(id)}
          {...(id === last ? { onLeave: onLast } : {})}
          label={
            <>
              <span class="n">{number}</span> <Name of={candidates?.[0]?.name ?? name} />
            </>
          }
        />
      ))}
    </div>
  );
};
