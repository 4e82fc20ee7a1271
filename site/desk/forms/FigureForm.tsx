import { type ComponentChildren, createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { must } from '#shared/result.ts';
import { useDesk } from '../desk-context.ts';

/** What a form says about one of its fields: an error blocks, a check asks. */
export interface FieldNote {
  readonly kind: 'error' | 'check';
  readonly sentence: string;
  /** One more line below, in ink: what the arithmetic suggests. */
  readonly hint?: string;
}

export interface FigureFormValue {
  /** Text as typed, by the path of its field. */
  readonly typed: Readonly<Record<string, string>>;
  readonly change: (changes: Readonly<Record<string, string>>) => void;
  readonly notes: ReadonlyMap<string, FieldNote>;
  /** Paths of the figures in the order of the form: a pasted column runs along it. */
  readonly order: readonly string[];
  readonly pasted: (count: number, left: number, before: Readonly<Record<string, string>>) => void;
}

const FigureFormContext = createContext<FigureFormValue | null>(null);

export const useFigureForm = (): FigureFormValue =>
  must(useContext(FigureFormContext), 'a figure stands inside a form');

const STEPS = 'input:not([type=radio]):not([type=checkbox]), select, button[type=submit]';

/** Enter goes from field to field, and from the last one to the button: nobody sends a form by leaning on a key. */
const enterGoesOn = (event: KeyboardEvent & { readonly currentTarget: HTMLFormElement }): void => {
  const { target, currentTarget } = event;
  if (event.key !== 'Enter' || event.isComposing || !(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const steps = [...currentTarget.querySelectorAll<HTMLElement>(STEPS)].filter(
    (step) => step.offsetParent !== null || step === target,
  );
  const next = steps.find(
    (step) => (target.compareDocumentPosition(step) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
};

interface FigureFormProps extends Omit<FigureFormValue, 'pasted'> {
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
}

interface Pasted {
  readonly count: number;
  readonly left: number;
  readonly before: Readonly<Record<string, string>>;
}

/** A form of figures: Enter goes on, columns can be pasted and undone, and every field finds its text and its note here. */
export const FigureForm = ({ onSubmit, children, ...form }: FigureFormProps) => {
  const { words } = useDesk();
  const [last, setLast] = useState<Pasted | null>(null);
  const { forms } = words;
  const pasted: FigureFormValue['pasted'] = (count, left, before) => setLast({ count, left, before });
  return (
    <FigureFormContext.Provider value={{ ...form, pasted }}>
      <form
        noValidate
        autocomplete="off"
        onKeyDown={enterGoesOn}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <div class="pasted" role="status">
          {last && (
            <p class="good">
              {last.left > 0 ? forms.filledMore(last.count, last.left) : forms.filled(last.count)}{' '}
              <button
                type="button"
                class="plain"
                onClick={() => {
                  form.change(last.before);
                  setLast(null);
                }}
              >
                {forms.undo}
              </button>
            </p>
          )}
        </div>
        {children}
      </form>
    </FigureFormContext.Provider>
  );
};
