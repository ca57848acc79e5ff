/**
 * The controls that a field is filled in with. Each shows the value that it is given and says what is entered, at the input
 * event: whoever listens further out is told after the state has the value.
 */
import { sortedById } from '../../../functions/domain/account/account';
import { t, type Viewer } from '../messages/viewer';
import { type DateRange, LAST_OFFERED } from './date-range';
import type { FormContext } from './form-context';
import { amountText, type FormValue, NEW_PERSON } from './form-data';

const MAX_LENGTH = { text: 200, words: 2000 };

export interface Choice {
  value: string;
  label: string;
}

export interface ControlProps {
  id: string;
  invalid: boolean;
  /** ID of the words that say what is wrong. */
  describedBy?: string | undefined;
  enter: (value: string) => void;
}

const ariaInvalid = (invalid: boolean) => (invalid ? ('true' as const) : undefined);

const TYPE_ATTRIBUTES = {
  text: { maxLength: MAX_LENGTH.text, autocomplete: 'off' },
  date: { max: LAST_OFFERED },
} as const;

export const TextControl = ({
  id,
  type = 'text',
  value,
  list,
  range = {},
  invalid,
  describedBy,
  enter,
}: ControlProps & {
  type?: 'text' | 'date';
  value: string;
  list?: string | undefined;
  /** Of a date: the days that are offered. */
  range?: Partial<DateRange>;
}) => (
  <input
    {...TYPE_ATTRIBUTES[type]}
    {...range}
    id={id}
    type={type}
    list={list}
    value={value}
    aria-invalid={ariaInvalid(invalid)}
    aria-describedby={describedBy}
    onInput={({ currentTarget }) => enter(currentTarget.value)}
  />
);

/** With commas as soon as it is left. */
export const AmountControl = ({ enter, ...props }: ControlProps & { value: string }) => (
  <input
    {...TYPE_ATTRIBUTES.text}
    id={props.id}
    type="text"
    inputMode="numeric"
    value={props.value}
    aria-invalid={ariaInvalid(props.invalid)}
    aria-describedby={props.describedBy}
    onInput={({ currentTarget }) => enter(currentTarget.value)}
    onBlur={({ currentTarget }) => {
      const written = amountText(currentTarget.value);
      if (written !== currentTarget.value) enter(written);
    }}
  />
);

export const WordsControl = ({
  id,
  value,
  lines = 2,
  invalid,
  describedBy,
  enter,
}: ControlProps & { value: string; lines?: number | undefined }) => (
  <textarea
    id={id}
    rows={lines}
    maxLength={MAX_LENGTH.words}
    value={value}
    aria-invalid={ariaInvalid(invalid)}
    aria-describedby={describedBy}
    onInput={({ currentTarget }) => enter(currentTarget.value)}
  />
);

/** In a row of cells, whose values are texts: `true`, or nothing. */
export const TickControl = ({ id, value, invalid, enter }: ControlProps & { value: string }) => (
  <input
    id={id}
    type="checkbox"
    checked={value === 'true'}
    aria-invalid={ariaInvalid(invalid)}
    onInput={({ currentTarget }) => enter(currentTarget.checked ? 'true' : '')}
  />
);

export const SelectControl = ({
  viewer,
  id,
  value,
  choices,
  invalid,
  describedBy,
  enter,
}: ControlProps & { viewer: Viewer; value: string; choices: readonly Choice[] }) => (
  <select
    id={id}
    value={value}
    aria-invalid={ariaInvalid(invalid)}
    aria-describedby={describedBy}
    onInput={({ currentTarget }) => enter(currentTarget.value)}
  >
    <option value="">{t(viewer, 'choose')}</option>
    {choices.map((choice) => (
      <option key={choice.value} value={choice.value}>
        {choice.label}
      </option>
    ))}
  </select>
);

export const RadioGroup = ({
  id,
  value,
  choices,
  invalid,
  enter,
}: ControlProps & { value: string; choices: readonly Choice[] }) => (
  <div class="row">
    {choices.map((choice) => (
      <label key={choice.value} class="tick">
        <input
          type="radio"
          name={id}
          value={choice.value}
          checked={choice.value === value}
          aria-invalid={ariaInvalid(invalid)}
          onInput={() => enter(choice.value)}
        />
        {choice.label}
      </label>
    ))}
  </div>
);

export const CheckboxGroup = ({
  value,
  choices,
  invalid,
  enter,
}: Omit<ControlProps, 'enter'> & {
  value: FormValue;
  choices: readonly Choice[];
  enter: (value: FormValue) => void;
}) => {
  const chosen: readonly FormValue[] = Array.isArray(value) ? value : [];
  return (
    <div class="stack">
      {choices.map((choice) => (
        <label key={choice.value} class="tick">
          <input
            type="checkbox"
            value={choice.value}
            checked={chosen.includes(choice.value)}
            aria-invalid={ariaInvalid(invalid)}
            onInput={({ currentTarget }) =>
              enter(
                choices
                  .map((one) => one.value)
                  .filter((one) => (one === choice.value ? currentTarget.checked : chosen.includes(one))),
              )
            }
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
};

/** One of those who are still there, or the name of somebody else. */
export const ContactControl = ({
  viewer,
  about: { account },
  id,
  value,
  invalid,
  describedBy,
  enter,
}: ControlProps & { viewer: Viewer; about: FormContext; value: string }) => {
  const present =
    account === null ? [] : sortedById(account.contacts).filter(({ state }) => state === 'present');
  const name = value.startsWith(NEW_PERSON) ? value.slice(NEW_PERSON.length) : value;
  if (present.length === 0)
    return (
      <TextControl
        id={id}
        value={name}
        invalid={invalid}
        describedBy={describedBy}
        enter={(typed) => enter(NEW_PERSON + typed)}
      />
    );
  const isKnown = value === '' || present.some((contact) => contact.id === value);
  return (
    <div class="stack">
      <select
        id={id}
        value={isKnown ? value : NEW_PERSON}
        aria-invalid={ariaInvalid(invalid)}
        aria-describedby={describedBy}
        onInput={({ currentTarget }) => {
          enter(currentTarget.value);
          if (currentTarget.value === NEW_PERSON)
            (currentTarget.nextElementSibling as HTMLElement | null)?.focus();
        }}
      >
        <option value="">{t(viewer, 'choose')}</option>
        {present.map((contact) => (
          <option key={contact.id} value={contact.id}>
            {contact.department ? `${contact.name} (${contact.department})` : contact.name}
          </option>
        ))}
        <option value={NEW_PERSON}>{t(viewer, 'somebodyElse')}</option>
      </select>
      <input
        type="text"
        maxLength={MAX_LENGTH.text}
        autocomplete="off"
        aria-label={t(viewer, 'nameOfPerson')}
        placeholder={t(viewer, 'nameOfPerson')}
        hidden={isKnown}
        value={isKnown ? '' : name}
        aria-invalid={ariaInvalid(invalid)}
        onInput={({ currentTarget }) => enter(NEW_PERSON + currentTarget.value)}
      />
    </div>
  );
};
