import { describeFinding } from '#shared/advertisements/describe-finding.ts';
import type { FileInspection } from '#shared/advertisements/inspection.ts';
import { useDesk } from '../../desk-context.ts';

/** What inspection found in a file, and in each file inside it, with what to do now. */
export const FileFindings = ({
  name,
  inspection,
}: {
  readonly name: string;
  readonly inspection: FileInspection | null;
}) => {
  const { language } = useDesk();
  if (!inspection) return null;
  const told = [
    ...inspection.findings.map((finding) => describeFinding(finding, name, language)),
    ...inspection.inner.flatMap((inner) =>
      inner.findings.map((finding) => describeFinding(finding, `${name} › ${inner.name}`, language)),
    ),
  ];
  const once = [...new Map(told.map((one) => [one.found, one])).values()];
  return (
    <ul class="p-findings">
      {once.map(({ found, remedy }) => (
        <li key={found}>
          {found} <span class="hint">{remedy}</span>
        </li>
      ))}
    </ul>
  );
};
