import type { ComponentChildren } from 'preact';
import type { FieldNote } from './FigureForm.tsx';
import { readTime } from './read-time.ts';
import { TextField } from './TextField.tsx';

interface TimeFieldProps {
  readonly path: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly note?: FieldNote | null;
}

/** A time of day, typed as on paper; understood times are shown back as `22:30`. */
export const TimeField = ({ value, onChange, ...rest }: TimeFieldProps) => (
  <div class="timefield" onFocusOut={() => onChange(readTime(value) ?? value)}>
    <TextField {...rest} line maxLength={12} value={value} onChange={onChange} />
  </div>
);
