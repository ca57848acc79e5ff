/** The control of one setting: a number, a choice, ticks, a time, or lines that come and go. */
import { SETTING_CHOICES, SETTING_TEXTS } from '../../../functions/domain/account/setting-texts';
import { ActionButton } from '../kit/elements';
import { type TeamMessageKey, tTeam } from '../messages/team-catalog';
import { localize, type Viewer } from '../messages/viewer';
import {
  SETTING_FIELDS,
  type SettingColumn,
  type SettingLine,
  type SettingName,
  type SettingProblem,
  type SettingValue,
} from './setting-fields';

interface Props {
  viewer: Pick<Viewer, 'language'>;
  name: SettingName;
  value: SettingValue;
  problems: readonly SettingProblem[];
  disabled: boolean;
  enter: (value: SettingValue) => void;
}

const COLUMN_LABELS: Readonly<Record<SettingColumn, TeamMessageKey>> = {
  value: 'columnValue',
  date: 'columnDate',
  from: 'columnFrom',
  to: 'columnTo',
  ja: 'columnJa',
  en: 'columnEn',
};

const PLACEHOLDERS: Readonly<Partial<Record<SettingColumn, string>>> = { from: '12/29', to: '1/3' };

export const settingId = (name: SettingName): string => `setting-${name}`;
export const problemId = (name: SettingName): string => `setting-${name}-problem`;

const attributes = ({ name, problems, disabled }: Props) => ({
  id: settingId(name),
  disabled,
  'aria-invalid': problems.length > 0 ? ('true' as const) : undefined,
  'aria-describedby': problems.length > 0 ? problemId(name) : undefined,
});

const LinesControl = (props: Props & { columns: readonly SettingColumn[] }) => {
  const { viewer, name, value, problems, disabled, enter, columns } = props;
  const lines: readonly SettingLine[] = Array.isArray(value) ? value : [];
  const label = localize(viewer, SETTING_TEXTS[name].label);
  const isWrong = (line: number): boolean => problems.some((problem) => problem.line === line);
  const isWrongAsAWhole = problems.some(({ line }) => line === null);
  return (
    <fieldset class="lines" aria-label={label}>
      {lines.map((line, at) => (
        // A line has no name but its place.
        <div key={at} class="line">
          {columns.map((column) => (
            <input
              {...(column === 'date' ? { type: 'date' } : { type: 'text' })}
              key={column}
              maxLength={200}
              autocomplete="off"
              value={line[column] ?? ''}
              placeholder={PLACEHOLDERS[column] ?? tTeam(viewer, COLUMN_LABELS[column])}
              aria-label={`${label} ${tTeam(viewer, 'lineNumber', { n: at + 1 })} ${tTeam(viewer, COLUMN_LABELS[column])}`}
              aria-invalid={isWrong(at) || (isWrongAsAWhole && at === 0) ? 'true' : undefined}
              aria-describedby={problems.length > 0 ? problemId(name) : undefined}
              disabled={disabled}
              onInput={({ currentTarget }) =>
                enter(
                  lines.map((one, index) => (index === at ? { ...one, [column]: currentTarget.value } : one)),
                )
              }
            />
          ))}
          <ActionButton
            act={() => enter(lines.filter((_, index) => index !== at))}
            kind="link"
            disabled={disabled}
          >
            {tTeam(viewer, 'removeLine')}
            <span class="unseen">{` ${label} ${tTeam(viewer, 'lineNumber', { n: at + 1 })}`}</span>
          </ActionButton>
        </div>
      ))}
      <ActionButton act={() => enter([...lines, {}])} kind="link" disabled={disabled}>
        {tTeam(viewer, 'addLine')}
        <span class="unseen">{` ${label}`}</span>
      </ActionButton>
    </fieldset>
  );
};

const TicksControl = ({
  viewer,
  name,
  value,
  disabled,
  enter,
  values,
}: Props & { values: readonly string[] }) => {
  const lines: readonly SettingLine[] = Array.isArray(value) ? value : [];
  const isTicked = (one: string): boolean => lines.some((line) => line.value === one);
  const ticked = (one: string, on: boolean): SettingValue =>
    values.filter((each) => (each === one ? on : isTicked(each))).map((each) => ({ value: each }));
  return (
    <fieldset class="lines" aria-label={localize(viewer, SETTING_TEXTS[name].label)}>
      {values.map((one) => (
        <label key={one} class="tick">
          <input
            type="checkbox"
            checked={isTicked(one)}
            disabled={disabled}
            onInput={({ currentTarget }) => enter(ticked(one, currentTarget.checked))}
          />
          {localize(viewer, SETTING_CHOICES[one] ?? { ja: one, en: one })}
        </label>
      ))}
    </fieldset>
  );
};

const zones = (): readonly string[] => Intl.supportedValuesOf?.('timeZone') ?? [];

export const SettingControlView = (props: Props) => {
  const { viewer, name, value, enter } = props;
  const { control } = SETTING_FIELDS[name];
  const shown = typeof value === 'string' ? value : '';
  switch (control.kind) {
    case 'number':
      return (
        <input
          {...attributes(props)}
          type="text"
          inputMode="numeric"
          class="short"
          maxLength={Math.max(4, String(control.max).length)}
          autocomplete="off"
          value={shown}
          onInput={({ currentTarget }) => enter(currentTarget.value)}
        />
      );
    case 'choice':
      return (
        <select
          {...attributes(props)}
          value={shown}
          onInput={({ currentTarget }) => enter(currentTarget.value)}
        >
          {control.values.map((one) => (
            <option key={one} value={one}>
              {localize(viewer, SETTING_CHOICES[one] ?? { ja: one, en: one })}
            </option>
          ))}
        </select>
      );
    case 'tick':
      return (
        <input
          {...attributes(props)}
          type="checkbox"
          checked={value === true}
          onInput={({ currentTarget }) => enter(currentTarget.checked)}
        />
      );
    case 'ticks':
      return <TicksControl {...props} values={control.values} />;
    case 'time':
      return (
        <input
          {...attributes(props)}
          type="time"
          value={shown}
          onInput={({ currentTarget }) => enter(currentTarget.value)}
        />
      );
    case 'zone':
      return (
        <>
          <input
            {...attributes(props)}
            type="text"
            list="zones"
            autocomplete="off"
            value={shown}
            onInput={({ currentTarget }) => enter(currentTarget.value)}
          />
          <datalist id="zones">
            {zones().map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      );
    case 'lines':
      return <LinesControl {...props} columns={control.columns} />;
    default:
      return control satisfies never;
  }
};
