import { usePlatformWords } from '../words/with-words.tsx';

const ORDER = ['particulars', 'files', 'check', 'receipt'] as const;
export type ShownStep = (typeof ORDER)[number];

/** Where in the four steps this one stands; steps that were answered are links. */
export const StepList = ({
  current,
  hrefOf,
}: {
  readonly current: ShownStep;
  readonly hrefOf?: (step: 'particulars' | 'files') => string;
}) => {
  const { steps } = usePlatformWords();
  const at = ORDER.indexOf(current);
  return (
    <nav class="p-steps" aria-label={steps.title}>
      <ol>
        {ORDER.map((step, index) => (
          <li key={step} aria-current={step === current ? 'step' : undefined}>
            <span class={index < at ? 'done' : 'nr'} aria-hidden="true">
              {index < at ? '✓' : index + 1}
            </span>
            <span>
              {index < at && <span class="vh">{steps.done} </span>}
              {index < at && hrefOf && (step === 'particulars' || step === 'files') ? (
                <a href={hrefOf(step)}>{steps.names[step]}</a>
              ) : (
                steps.names[step]
              )}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
};
