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

/** One sentence for each thing that a code asks about; it is explained once. */
export const useAskedWords = () => {
  const { words } = useDesk();
  const say = useWarningWords();
  return (warnings: readonly Finding[]) =>
    [...Map.groupBy(warnings, ({ code }) => code)].map(([code, found]) => ({
      code,
      sentence: found.map(say).join(words.report.asWellAs),
    }));
};

/** Odd figures never block: the station says what it knows, and that is stored and shown [C-3]. */
export const Explanations = ({ warnings, explanations, onChange, number }: ExplanationsProps) => {
  const { report } = useDesk().words;
  const asked = useAskedWords()(warnings);
  return (
    <section>
      <h2 id="explain" tabIndex={-1}>
        {number}. {report.explainTitle(asked.length)}
      </h2>
      {asked.map(({ code, sentence }) => (
        <TextField
          key={code}
          path={explanationPath(code)}
          label={report.why(sentence)}
          hint={report.explanationHint}
          value={explanations[code] ?? ''}
          onChange={(text) => onChange({ ...explanations, [code]: text })}
        />
      ))}
    </section>
  );
};
