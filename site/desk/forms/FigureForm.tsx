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
  readonly pasted: (what: Pasted) => void;
}

/** What became of a pasted column. */
export interface Pasted {
  readonly count: number;
  /** Lines for which there was no field. */
  readonly left: number;
  readonly heading: string;
  /** Texts that are no figures: they stand in their fields as pasted. */
  readonly unclear: readonly string[];
  /** What stood in the fields. */
  readonly before: Readonly<Record<string, string>>;
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

interface PastedWordsProps {
  readonly last: Pasted;
  readonly onUndo: () => void;
}

const MOST_NAMED = 5;

/** What was filled in, what was left out, and what is no figure, with the way back. */
const PastedWords = ({ last, onUndo }: PastedWordsProps) => {
  const { forms, common } = useDesk().words;
  const { count, left, heading, unclear } = last;
  const sentences = [
    left > 0 ? forms.filledMore(count, left) : forms.filled(count),
    ...(heading === '' ? [] : [forms.headingLeft(heading.slice(0, 80))]),
    ...(unclear.length === 0
      ? []
      : [
          forms.pastedUnclear(
            unclear.slice(0, MOST_NAMED).map((text) => text.slice(0, 40)),
            unclear.length,
          ),
        ]),
  ];
  return (
    <p class={unclear.length > 0 ? 'warn' : 'good'}>
      {sentences.join(common.space)}{' '}
      <button type="button" class="plain" onClick={onUndo}>
        {forms.undo}
      </button>
    </p>
  );
};

/** A form of figures: Enter goes on, columns can be pasted and undone, and every field finds its text and its note here. */
export const FigureForm = ({ onSubmit, children, ...form }: FigureFormProps) => {
  const [last, setLast] = useState<Pasted | null>(null);
  // Undoing would take back what was typed since as well: with the next key it is offered no more.
  const change: FigureFormValue['change'] = (changes) => {
    setLast(null);
    form.change(changes);
  };
  return (
    <FigureFormContext.Provider value={{ ...form, change, pasted: setLast }}>
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
            <PastedWords
              last={last}
              onUndo={() => {
                form.change(last.before);
                setLast(null);
              }}
            />
          )}
        </div>
        {children}
      </form>
    </FigureFormContext.Provider>
  );
};
