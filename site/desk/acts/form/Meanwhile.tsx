import type { ComponentChildren } from 'preact';
import { useDesk } from '../../desk-context.ts';

interface MeanwhileProps {
  readonly told: readonly ComponentChildren[];
  /** The own answers can still be sent. */
  readonly open: boolean;
  readonly children: ComponentChildren;
}

/** A colleague's act beside the own answers; the answers alone where nobody recorded anything about the same. */
export const Meanwhile = ({ told, open, children }: MeanwhileProps) => {
  const { acts, common } = useDesk().words;
  const { meanwhile } = acts.form;
  if (told.length === 0) return <>{children}</>;
  return (
    <div class="two-sides">
      <section class="theirs" aria-labelledby="meanwhile">
        <h2 id="meanwhile">{meanwhile.title}</h2>
        <p>
          {meanwhile.came}
          {open && `${common.space}${meanwhile.decide}`}
        </p>
        {told.map((one, index) => (
          <div key={index}>{one}</div>
        ))}
      </section>
      <section aria-labelledby="yours">
        <h2 id="yours">{meanwhile.yours}</h2>
        {children}
      </section>
    </div>
  );
};
