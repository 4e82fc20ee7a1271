import type { StationView } from '#shared/desk/desk-views.ts';
import { useDesk } from '../desk-context.ts';

/** What the form did not explain, or could not ask: without a network nothing is known of other stations. */
export const ToldAfter = ({ view }: { readonly view: StationView }) => {
  const { report } = useDesk().words;
  const open = view.warnings.filter(({ explanation }) => explanation === undefined);
  if (view.settled === null || open.length === 0) return null;
  return (
    <div class="warn">
      <h2>{report.unexplained(open.length)}</h2>
      {open.map(({ code, fields, title, text }) => (
        <p key={`${code} ${fields.join()}`}>
          <b>{title}</b> ({code}) {text}
        </p>
      ))}
      {view.may.sendBack && <p>{report.explainLater}</p>}
    </div>
  );
};
