import type { ComponentChildren, ComponentType } from 'preact';
import type { Language } from '#shared/election/text.ts';
import type { FieldNote } from '../../forms/FigureForm.tsx';

/** The pages that every form ends with. */
export const CHECK = 'check';
export const SENT = 'sent';

/** What was typed, by the id of its field. */
export type Values = Readonly<Record<string, string>>;

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** The language that the label is in, where it may be another than the screen's. */
  readonly lang?: Language | undefined;
}

export interface FieldProps {
  readonly field: Field;
  readonly values: Values;
  readonly note: FieldNote | null;
  readonly onType: (id: string, value: string) => void;
}

/** One question of a form. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** `choice` shows all answers, `pick` a list to open, `several` takes any number of them, as ids with commas; `moment` is a date and a time of Hong Kong; `own` brings its input. */
  readonly kind: 'choice' | 'pick' | 'several' | 'line' | 'area' | 'figure' | 'moment' | 'own';
  readonly input?: ComponentType<FieldProps>;
  /** How the answer stands on the sheet to check, where it is not shown as typed. */
  readonly shown?: (value: string) => string;
  readonly options?: readonly Option[];
  /** What is said where nothing is given; a field without it may stay empty. */
  readonly missing?: string;
  /** What it means that nothing is given, where that says something. */
  readonly emptyMeans?: string;
  /** What is wrong with an answer; null where nothing is. */
  readonly wrong?: (value: string) => string | null;
  readonly maxLength?: number;
  /** The language that the answer is given in. */
  readonly lang?: Language;
  /** JSONPaths under which the server speaks of this field. */
  readonly paths?: readonly string[];
  /** Fields with the same group stand together under its name. */
  readonly group?: string;
}

/** One page of a form: one thing to decide. */
export interface FormPage {
  readonly id: string;
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly fields: readonly Field[];
  /** What is wrong with the page as a whole: said at its first field. */
  readonly wrong?: string | null;
  readonly after?: ComponentChildren;
}

/** An act as pages, an answer sheet to check, and what is sent. Made anew from what is typed, so a page may depend on an earlier answer. */
export interface ActForm {
  readonly title: string;
  /** The constituency in the ink bar. */
  readonly subject: string;
  /** Address of the form without its page. */
  readonly base: string;
  /** Where Back leads from the first page. */
  readonly up: { readonly href: string; readonly name: string };
  readonly pages: readonly FormPage[];
  /** The answers are told by `summary` alone. */
  readonly toldBelow?: boolean;
  /** Answers are words rather than figures: they stand below their questions. */
  readonly texts?: boolean;
  /** Shown between the answers and what follows: what is sent besides them. */
  readonly summary?: ComponentChildren;
  /** Fields left empty are left out of the answers. */
  readonly onlyAnswered?: boolean;
  /** What colleagues recorded about the same since an instant: shown beside the answers, before they are sent. */
  readonly meanwhile?: (since: string) => readonly ComponentChildren[];
  /** What follows, said before it is sent. */
  readonly consequences: ComponentChildren;
  readonly button: string;
  readonly path: string;
  /** `PUT` where what is sent takes the place of what is there. */
  readonly method?: 'PUT';
  /** The body to send: null while an answer is missing. `number` is the act's own. */
  readonly body: (number: number) => unknown;
  /** The number that this act would have now. */
  readonly number: number;
  readonly sent: { readonly title: string; readonly words: ComponentChildren };
}

export interface FieldProblem {
  readonly field: string;
  readonly page: string;
  readonly problem: string;
}
