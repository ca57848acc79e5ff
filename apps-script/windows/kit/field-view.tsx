/** One field of a form: its label, its control, a hint, and what is wrong with it. */
import type { ComponentChildren } from 'preact';
import { formatDate, localize, t, type Viewer } from '../messages/viewer';
import { AccountControl } from './account-control';
import {
  AmountControl,
  CheckboxGroup,
  ContactControl,
  type ControlProps,
  RadioGroup,
  SelectControl,
  TextControl,
  WordsControl,
} from './controls';
import { dateRange, mondayAfter } from './date-range';
import { ActionButton } from './elements';
import type { FormContext } from './form-context';
import { alternativeTo, type FormField, type FormValue } from './form-data';
import type { FieldProblem, FormMessage } from './form-state';
import { memberChoices } from './member-choices';
import { RowGroups } from './row-controls';
import type { Dispatch } from './run-program';
import type { SearchState } from './search';

export const CONTACT_LIST = 'known-contacts';

export interface FieldProps {
  viewer: Viewer;
  field: FormField;
  about: FormContext;
  value: FormValue;
  problem: FieldProblem | null;
  search: SearchState;
  dispatch: Dispatch<FormMessage>;
}

/** Fields of one control, to which a label is bound; the others are groups. */
const isLabelled = ({ kind, choices }: FormField): boolean =>
  kind === 'choice'
    ? choices.length !== 1
    : kind === 'products'
      ? choices.length === 0
      : !['tick', 'radio', 'closings', 'churns'].includes(kind);

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one case for each kind of field, and nothing else.
const Control = ({ viewer, field, about, value, problem, search, dispatch }: FieldProps) => {
  const { key, kind, choices } = field;
  const id = `field-${key}`;
  const enter = (entered: FormValue): void => dispatch({ type: 'entered', key, value: entered });
  const shared = { id, invalid: problem !== null, describedBy: `${id}-problem`, enter };
  const localized = choices.map((choice) => ({ value: choice.value, label: localize(viewer, choice.label) }));
  const written = String(value);
  switch (kind) {
    case 'text':
      return (
        <TextControl {...shared} value={written} list={key.endsWith('.with') ? CONTACT_LIST : undefined} />
      );
    case 'words':
      return <WordsControl {...shared} value={written} lines={field.lines} />;
    case 'amount':
      return <AmountControl {...shared} value={written} />;
    case 'answer':
      return null;
    case 'date':
      return <DateControl {...shared} viewer={viewer} field={field} about={about} value={written} />;
    case 'tick':
      return (
        <Tick checked={value === true} invalid={shared.invalid} enter={enter}>
          {localize(viewer, field.label)}
        </Tick>
      );
    case 'member':
      return (
        <SelectControl {...shared} viewer={viewer} value={written} choices={memberChoices(viewer, key)} />
      );
    case 'choice': {
      const [only] = localized;
      if (only === undefined) return <TextControl {...shared} value={written} />;
      if (localized.length > 1)
        return <SelectControl {...shared} viewer={viewer} value={written} choices={localized} />;
      return (
        <Tick
          checked={written === only.value}
          invalid={shared.invalid}
          enter={(checked) => enter(checked ? only.value : '')}
        >
          {only.label}
        </Tick>
      );
    }
    case 'radio':
      return <RadioGroup {...shared} value={written} choices={localized} />;
    case 'products': {
      const [first = ''] = Array.isArray(value) ? value : [];
      // The settings name no product: it is typed.
      if (localized.length === 0)
        return (
          <TextControl
            {...shared}
            value={String(first)}
            enter={(typed) => enter(typed === '' ? [] : [typed])}
          />
        );
      return <CheckboxGroup {...shared} value={value} choices={localized} />;
    }
    case 'contact':
      return <ContactControl {...shared} viewer={viewer} about={about} value={written} />;
    case 'account':
      return (
        <AccountControl
          {...shared}
          viewer={viewer}
          not={about.account?.id ?? null}
          value={written}
          search={search}
          ask={(query, now) => dispatch({ type: 'searched', key, query, now })}
        />
      );
    case 'closings':
    case 'churns':
      return (
        <RowGroups
          viewer={viewer}
          kind={kind}
          about={about}
          value={value}
          invalid={shared.invalid}
          enter={enter}
        />
      );
    default:
      return kind satisfies never;
  }
};

/** A weekend is no day for a check: the Monday after it is offered beside it. */
const DateControl = ({
  viewer,
  field: { key },
  about: { today },
  value,
  ...shared
}: Pick<FieldProps, 'viewer' | 'field' | 'about'> & ControlProps & { value: string }) => {
  const monday = mondayAfter(key, value);
  return (
    <>
      <TextControl {...shared} value={value} type="date" range={dateRange(key, today)} />
      {monday === null ? null : (
        <p class="hint" role="status">
          {t(viewer, 'weekendDay')}{' '}
          <ActionButton act={() => shared.enter(monday)} kind="link">
            {t(viewer, 'takeMonday', { date: formatDate(viewer, monday) })}
          </ActionButton>
        </p>
      )}
    </>
  );
};

const Tick = ({
  checked,
  invalid,
  enter,
  children,
}: {
  checked: boolean;
  invalid: boolean;
  enter: (checked: boolean) => void;
  children: ComponentChildren;
}) => (
  <label class="tick">
    <input
      type="checkbox"
      checked={checked}
      aria-invalid={invalid ? 'true' : undefined}
      onInput={({ currentTarget }) => enter(currentTarget.checked)}
    />
    {children}
  </label>
);

const LabelText = ({ viewer, field }: Pick<FieldProps, 'viewer' | 'field'>) => {
  const more =
    field.optional === true ? 'optional' : alternativeTo(field.key) === null ? null : 'oneIsEnough';
  return (
    <>
      {localize(viewer, field.label)}
      {more === null ? null : <small>{t(viewer, more)}</small>}
    </>
  );
};

export const FieldView = (props: FieldProps) => {
  const { viewer, field, problem } = props;
  const id = `field-${field.key}`;
  const inner = (
    <>
      <p class="problem" id={`${id}-problem`} hidden={problem === null}>
        {problem === null ? '' : t(viewer, problem)}
      </p>
      <Control {...props} />
      {field.hint === undefined ? null : <p class="hint">{localize(viewer, field.hint)}</p>}
    </>
  );
  if (field.kind === 'tick')
    return (
      <div class="field" data-field={field.key}>
        {inner}
      </div>
    );
  if (isLabelled(field))
    return (
      <div class="field" data-field={field.key}>
        <label for={id}>
          <LabelText viewer={viewer} field={field} />
        </label>
        {inner}
      </div>
    );
  return (
    <fieldset class="field" data-field={field.key} aria-describedby={`${id}-problem`}>
      <legend>
        <LabelText viewer={viewer} field={field} />
      </legend>
      {inner}
    </fieldset>
  );
};
