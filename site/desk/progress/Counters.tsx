import { count } from '../../words/format.ts';
import { useDesk } from '../desk-context.ts';
import { KINDS, type Kind } from './kinds.ts';
import { Shape } from './Shape.tsx';

interface CountersProps {
  readonly counts: Readonly<Record<Kind, number>>;
  readonly silentAfterMinutes: number;
  readonly chosen: Kind | null;
  /** Without it the counters only tell, as on the hall's wall. */
  readonly onChoose?: (kind: Kind | null) => void;
}

const ASKS: ReadonlySet<Kind> = new Set(['differing', 'flagged', 'silent']);

/** Six counters; each is a button that shows its stations only. */
export const Counters = ({ counts, silentAfterMinutes, chosen, onChoose }: CountersProps) => {
  const { progress } = useDesk().words;
  const face = (kind: Kind) => (
    <>
      <Shape kind={kind} />
      <b class="big">{count(counts[kind])}</b>
      <span class="what">
        <b>{progress.kinds[kind].name}</b>{' '}
        <span>{kind === 'silent' ? progress.silentFor(silentAfterMinutes) : progress.kinds[kind].what}</span>
      </span>
    </>
  );
  return (
    <ul class="counters" aria-label={progress.counters}>
      {KINDS.map((kind) => (
        <li key={kind} class={ASKS.has(kind) && counts[kind] > 0 ? 'asks' : undefined}>
          {onChoose ? (
            <button
              type="button"
              aria-pressed={chosen === kind}
              onClick={() => onChoose(chosen === kind ? null : kind)}
            >
              {face(kind)}
            </button>
          ) : (
            <p>{face(kind)}</p>
          )}
        </li>
      ))}
    </ul>
  );
};
