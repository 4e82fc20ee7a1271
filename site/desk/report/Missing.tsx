import type { MissingStep } from '#shared/desk/desk-views.ts';
import { useDesk } from '../desk-context.ts';

/** What keeps figures from the public, and who holds it. */
export const Missing = ({ steps }: { readonly steps: readonly MissingStep[] }) => {
  const { report, common } = useDesk().words;
  if (steps.length === 0) return <p>{report.nothingMissing}</p>;
  return (
    <ul class="missing">
      {steps.map(({ step, by }) => (
        <li key={step}>
          {report.heldBy(report.missing[step], by.map((role) => common.roles[role]).join(report.or))}
        </li>
      ))}
    </ul>
  );
};
