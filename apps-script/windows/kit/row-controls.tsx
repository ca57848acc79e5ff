/** Controls with one entry for each part of the account: how each opportunity ended, when each product's use ends. */
import { isUnlikelyDate } from '../../../functions/domain/account/date-bounds';
import { LOST_REASONS, OPPORTUNITY_OUTCOME_LABELS } from '../../../functions/domain/status/code-list-texts';
import type { Text } from '../../../functions/domain/text/text';
import { localize, t, type Viewer } from '../messages/viewer';
import { type RowsKind, rowParts } from './account-rows';
import { type Choice, SelectControl, TextControl, TickControl, WordsControl } from './controls';
import type { FormContext } from './form-context';
import { type FormValue, type Row, TO_SUCCESSOR } from './form-data';

interface RowCell {
  key: string;
  label: string;
  /** Choices, a date, words, or a tick. */
  kind: readonly Choice[] | 'date' | 'words' | 'tick';
  /** Shown only where this holds of the row. */
  when?: (row: Row) => boolean;
}

interface Props {
  viewer: Viewer;
  kind: RowsKind;
  about: FormContext;
  value: FormValue;
  invalid: boolean;
  enter: (value: FormValue) => void;
}

const closingCells = (
  viewer: Viewer,
  { lostReasons, mayTransferOpportunities, mayCloseOpportunities = true }: FormContext,
): RowCell[] => {
  const choice = (value: string, label: Text): Choice => ({ value, label: localize(viewer, label) });
  const reasons =
    lostReasons?.map(({ value, label }) => choice(value, label)) ??
    Object.entries(LOST_REASONS).map(([value, label]) => choice(value, label));
  const outcomes = [
    ...(mayCloseOpportunities
      ? Object.entries(OPPORTUNITY_OUTCOME_LABELS).map(([value, label]) => choice(value, label))
      : []),
    ...(mayTransferOpportunities ? [{ value: TO_SUCCESSOR, label: t(viewer, 'toSuccessor') }] : []),
  ];
  return [
    { key: 'outcome', label: t(viewer, 'outcome'), kind: outcomes },
    { key: 'on', label: t(viewer, 'closedOn'), kind: 'date' },
    {
      key: 'lostReason',
      label: t(viewer, 'lostReason'),
      kind: reasons,
      when: ({ outcome }) => outcome === 'lost',
    },
    { key: 'note', label: t(viewer, 'noteOptional'), kind: 'words' },
  ];
};

const churnCells = (viewer: Viewer, { today }: FormContext): RowCell[] => [
  { key: 'endsOn', label: t(viewer, 'endsOn'), kind: 'date' },
  {
    key: 'confirmed',
    label: t(viewer, 'dateIsRight'),
    kind: 'tick',
    when: ({ endsOn = '' }) => endsOn !== '' && isUnlikelyDate('useEnd', endsOn, today),
  },
  { key: 'reason', label: t(viewer, 'churnReason'), kind: 'words' },
];

const CellControl = ({
  viewer,
  kind,
  ...props
}: {
  viewer: Viewer;
  kind: RowCell['kind'];
  id: string;
  value: string;
  invalid: boolean;
  enter: (value: string) => void;
}) => {
  if (kind === 'date') return <TextControl {...props} type="date" />;
  if (kind === 'words') return <WordsControl {...props} />;
  if (kind === 'tick') return <TickControl {...props} />;
  return <SelectControl {...props} viewer={viewer} choices={kind} />;
};

export const RowGroups = ({ viewer, kind, about, value, invalid, enter }: Props) => {
  // A field of this kind holds rows: they were made by `rowsOf`, and are changed here alone.
  const rows = value as readonly Row[];
  const cells = kind === 'closings' ? closingCells(viewer, about) : churnCells(viewer, about);
  const enterCell = (at: number, key: string, entered: string): void =>
    enter(rows.map((row, index) => (index === at ? { ...row, [key]: entered } : row)));
  return (
    <div class="stack">
      {rowParts(kind, about).map(({ id, name }, at) => {
        const row = rows[at] ?? {};
        return (
          <fieldset key={id}>
            <legend>{name}</legend>
            {cells.map(({ key, label, kind: cellKind, when }) => (
              <div key={key} class="field" hidden={when !== undefined && !when(row)}>
                <label for={`field-${id}-${key}`}>{label}</label>
                <CellControl
                  viewer={viewer}
                  kind={cellKind}
                  id={`field-${id}-${key}`}
                  value={row[key] ?? ''}
                  invalid={invalid}
                  enter={(entered) => enterCell(at, key, entered)}
                />
              </div>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
};
