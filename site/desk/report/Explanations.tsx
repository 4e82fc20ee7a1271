import { describeWarning } from '#shared/election/warning-words.ts';
import { useDesk } from '../desk-context.ts';
import { TextField } from '../forms/TextField.tsx';
import type { Finding } from './to-entry.ts';

interface ExplanationsProps {
  readonly warnings: readonly Finding[];
  readonly explanations: Readonly<Record<string, string>>;
  readonly onChange: (explanations: Readonly<Record<string, string>>) => void;
  readonly number: number;
}

export const explanationPath = (code: string): string => `$.explanations.${code}`;

/** What a code asks about, in the words of the form. */
export const useWarningWords = () => {
  const { words, language } = useDesk();
  return ({ code, path, figures }: Finding): string =>
    words.report.warnings[code]?.(figures) ??
    describeWarning({ code, fields: [path], figures: { ...figures } }, language).title;
};

/** Odd figures never block: the station says what it knows, and that is stored and shown [C-3]. */
export const Explanations = ({ warnings, explanations, onChange, number }: ExplanationsProps) => {
  const { report } = useDesk().words;
  const say = useWarningWords();
  return (
    <section>
      <h2 id="explain" tabIndex={-1}>
        {number}. {report.explainTitle(warnings.length)}
      </h2>
      {warnings.map((warning) => (
        <TextField
          key={warning.code}
          path={explanationPath(warning.code)}
          label={report.why(say(warning))}
          hint={report.explanationHint}
          value={explanations[warning.code] ?? ''}
          onChange={(text) => onChange({ ...explanations, [warning.code]: text })}
        />
      ))}
    </section>
  );
};
