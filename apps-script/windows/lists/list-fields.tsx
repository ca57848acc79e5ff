/** The fields by which a list is chosen and named. */
import type { ComponentChildren } from 'preact';

export const LIST_PROBLEM = 'list-problem';

export const LabelledField = ({
  id,
  label,
  hint,
  hidden = false,
  children,
}: {
  id: string;
  label: string;
  hint?: string;
  hidden?: boolean;
  children: ComponentChildren;
}) => (
  <div class="field" hidden={hidden}>
    <label for={id}>{label}</label>
    {children}
    {hint === undefined ? null : <p class="hint">{hint}</p>}
  </div>
);

interface InputProps {
  id: string;
  disabled: boolean;
  /** What is wrong with it is told under LIST_PROBLEM. */
  isWrong: boolean;
}

const wrongness = (isWrong: boolean) =>
  isWrong ? ({ 'aria-invalid': 'true', 'aria-describedby': LIST_PROBLEM } as const) : {};

/** The page keeps the file: its field is never filled in from a state. */
export const ListFileInput = ({
  id,
  disabled,
  isWrong,
  choose,
}: InputProps & { choose: (file: File | null) => void }) => (
  <input
    type="file"
    id={id}
    accept=".csv,.tsv,.txt,.xlsx,text/csv"
    disabled={disabled}
    {...wrongness(isWrong)}
    onInput={({ currentTarget }) => choose(currentTarget.files?.[0] ?? null)}
  />
);

export const ListTextInput = ({
  id,
  value,
  maxLength,
  inputMode,
  disabled,
  isWrong,
  enter,
}: InputProps & {
  value: string;
  maxLength?: number;
  inputMode?: 'numeric';
  enter: (value: string) => void;
}) => (
  <input
    type="text"
    id={id}
    maxLength={maxLength}
    inputMode={inputMode}
    autocomplete="off"
    value={value}
    disabled={disabled}
    {...wrongness(isWrong)}
    onInput={({ currentTarget }) => enter(currentTarget.value)}
  />
);

export const FieldProblemText = ({ children }: { children: ComponentChildren }) => (
  <p class="problem" role="alert" id={LIST_PROBLEM}>
    {children}
  </p>
);
