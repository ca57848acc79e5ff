/** What a list is asked for, as a form: Enter in a field asks. */
import type { ComponentChildren } from 'preact';
import { UNKNOWN_EDITOR_NAME } from '../../../functions/domain/account/member-texts';
import { UNKNOWN_EDITOR_ID } from '../../../functions/domain/account/unknown-editor';
import { STATUS, STATUSES } from '../../../functions/domain/status/statuses';
import { AccountControl } from '../kit/account-control';
import { type Choice, TextControl } from '../kit/controls';
import type { Dispatch } from '../kit/run-program';
import { type ReportsMessageKey, tReports } from '../messages/reports-catalog';
import { localize, memberName } from '../messages/viewer';
import { CHANNEL_CHOICES, COMMAND_CHOICES, LIST_REPORTS, type ListKind } from './list-report';
import { isListBusy } from './list-state';
import type { ReportFields } from './report-fields';
import type { OpenReports, ReportsMessage } from './reports';

interface Props {
  state: OpenReports;
  kind: ListKind;
  dispatch: Dispatch<ReportsMessage>;
}

interface FieldProps extends Props {
  name: keyof ReportFields;
  label: ReportsMessageKey;
}

const fieldId = (name: string): string => `report-${name}`;

/** The field without which nothing is asked, while it is empty and was asked. */
const isMissing = ({ state, kind, name }: FieldProps): boolean =>
  state.lists[kind].phase.kind === 'missing' && LIST_REPORTS[kind].needs === name;

const Field = (props: FieldProps & { children: ComponentChildren }) => {
  const { state, name, label, children } = props;
  return (
    <div class={name === 'account' || name === 'contact' ? 'field whole' : 'field'}>
      <label for={fieldId(name)}>{tReports(state, label)}</label>
      {children}
      {isMissing(props) ? <p class="problem">{tReports(state, 'missing')}</p> : null}
    </div>
  );
};

const InputField = (props: FieldProps & { type: 'date' | 'text' }) => {
  const { state, name, type, dispatch } = props;
  return (
    <Field {...props}>
      <TextControl
        id={fieldId(name)}
        type={type}
        invalid={isMissing(props)}
        value={state.fields[name]}
        enter={(value) => dispatch({ type: 'enter', fields: { [name]: value } })}
      />
    </Field>
  );
};

const SelectField = (props: FieldProps & { choices: readonly Choice[] }) => {
  const { state, name, choices, dispatch } = props;
  return (
    <Field {...props}>
      <select
        id={fieldId(name)}
        value={state.fields[name]}
        onInput={({ currentTarget }) => dispatch({ type: 'enter', fields: { [name]: currentTarget.value } })}
      >
        <option value="">{tReports(state, 'all')}</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
};

const memberChoices = (state: OpenReports): Choice[] =>
  Object.values(state.members).map(({ id }) => ({ value: id, label: memberName(state, id) }));

const HistoryFields = (props: Props) => {
  const { state, dispatch } = props;
  const words = ({ value, label }: (typeof COMMAND_CHOICES)[number] | (typeof CHANNEL_CHOICES)[number]) => ({
    value,
    label: localize(state, label),
  });
  const people = [
    ...memberChoices(state),
    { value: UNKNOWN_EDITOR_ID, label: localize(state, UNKNOWN_EDITOR_NAME) },
  ];
  return (
    <>
      <InputField {...props} name="from" label="from" type="date" />
      <InputField {...props} name="to" label="to" type="date" />
      <SelectField {...props} name="person" label="person" choices={people} />
      <SelectField {...props} name="command" label="command" choices={COMMAND_CHOICES.map(words)} />
      <SelectField {...props} name="channel" label="channel" choices={CHANNEL_CHOICES.map(words)} />
      <Field {...props} name="account" label="company">
        <AccountControl
          viewer={{ ...state, channel: 'menu' }}
          not={null}
          id={fieldId('account')}
          invalid={false}
          value={state.fields.account}
          search={state.search}
          ask={(query, now) => dispatch({ type: 'searchFor', query, now })}
          enter={(account) => dispatch({ type: 'enter', fields: { account } })}
        />
      </Field>
    </>
  );
};

const AsOfFields = (props: Props) => {
  const statuses = STATUSES.map((value) => ({ value, label: localize(props.state, STATUS[value].label) }));
  return (
    <>
      <InputField {...props} name="day" label="day" type="date" />
      <SelectField {...props} name="status" label="status" choices={statuses} />
      <SelectField {...props} name="owner" label="owner" choices={memberChoices(props.state)} />
    </>
  );
};

const Fields = (props: Props) => {
  switch (props.kind) {
    case 'history':
      return <HistoryFields {...props} />;
    case 'asOf':
      return <AsOfFields {...props} />;
    case 'moves':
      return (
        <>
          <InputField {...props} name="from" label="from" type="date" />
          <InputField {...props} name="to" label="to" type="date" />
        </>
      );
    case 'contacts':
      return <InputField {...props} name="contact" label="contact" type="text" />;
    default:
      return props.kind satisfies never;
  }
};

export const ListFilter = (props: Props) => {
  const { state, kind, dispatch } = props;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        dispatch({ type: 'list', kind, message: { type: 'ask', fields: state.fields } });
      }}
    >
      <div class="filter">
        <Fields {...props} />
      </div>
      <div class="buttons">
        <button type="submit" class="primary" disabled={isListBusy(state.lists[kind])}>
          {tReports(state, 'show')}
        </button>
      </div>
    </form>
  );
};
