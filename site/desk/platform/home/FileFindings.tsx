import { describeInspection } from '#shared/advertisements/describe-finding.ts';
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
  return (
    <ul class="p-findings">
      {describeInspection(inspection, name, language).map(({ found, remedy }) => (
        <li key={found}>
          {found} <span class="hint">{remedy}</span>
        </li>
      ))}
    </ul>
  );
};
