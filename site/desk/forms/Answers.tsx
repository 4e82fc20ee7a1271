import type { ComponentChildren } from 'preact';
import { useDesk } from '../desk-context.ts';

export interface AnswerRow {
  readonly key: string;
  readonly label: ComponentChildren;
  /** The label as text, for the name of the Change link. */
  readonly name: string;
  readonly value: ComponentChildren;
  /** Where it can be changed. */
  readonly href?: string;
  readonly onChange?: () => void;
}

interface AnswersProps {
  readonly rows: readonly AnswerRow[];
  /** Words rather than figures: they stand below their question. */
  readonly texts?: boolean;
}

/** What was answered, in the order of the form, each line with its way back. */
export const Answers = ({ rows, texts = false }: AnswersProps) => {
  const { forms } = useDesk().words;
  return (
    <dl class={texts ? 'answers texts' : 'answers'}>
      {rows.map(({ key, label, name, value, href, onChange }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {href && (
            <dd class="change">
              <a href={href} onClick={onChange}>
                <span aria-hidden="true">{forms.change}</span>
                <span class="vh">{forms.changeOf(name)}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
};
