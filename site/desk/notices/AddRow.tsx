import { useDesk } from '../desk-context.ts';
import { useFigureForm } from '../forms/FigureForm.tsx';
import { fieldIds } from './field-ids.ts';
import { rowCount } from './notice-from-values.ts';

/** One more name on a list. */
export const AddRow = ({ field }: { readonly field: string }) => {
  const { typed, change } = useFigureForm();
  const { form } = useDesk().words.notices;
  return (
    <p>
      <button
        type="button"
        class="second"
        onClick={() => change({ [fieldIds.rows(field)]: String(rowCount(typed, field) + 1) })}
      >
        {form.addRow}
      </button>
    </p>
  );
};
