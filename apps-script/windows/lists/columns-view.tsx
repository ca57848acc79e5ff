/** The columns of a list on the page: header, samples, and what each is read as. */
import { ActionButton } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tList } from '../messages/list-catalog';
import { localize, type Viewer } from '../messages/viewer';
import type { ColumnsMessage, ColumnsState, ReadColumns } from './columns';

interface Props {
  viewer: Viewer;
  state: ColumnsState;
  dispatch: Dispatch<ColumnsMessage>;
  /** While the list is on its way. */
  locked: boolean;
  readAgain: () => void;
}

const ColumnRow = ({
  viewer,
  state: { fields },
  dispatch,
  locked,
  read,
  index,
}: Omit<Props, 'readAgain'> & { read: ReadColumns; index: number }) => {
  const column = read.columns[index];
  if (column === undefined) return null;
  const { header, samples } = column;
  const field = fields[index] ?? null;
  const nameId = `column-${index}`;
  return (
    <tr>
      <th scope="row" id={nameId} class="column-name">
        {header === '' ? tList(viewer, 'columnNumber', { n: index + 1 }) : header}
      </th>
      <td class="samples">
        {samples.map((sample) => (
          <div key={sample} title={sample}>
            {sample}
          </div>
        ))}
      </td>
      <td class="column-means">
        <select
          class={field === null ? 'quiet' : ''}
          aria-labelledby={`${nameId} column-means`}
          value={field ?? ''}
          disabled={locked}
          onInput={({ currentTarget: { value } }) =>
            dispatch({ type: 'assign', index, field: value === '' ? null : value })
          }
        >
          <option value="">{tList(viewer, 'notRead')}</option>
          {read.fields.map((one) => (
            <option key={one.field} value={one.field}>
              {localize(viewer, one.label)}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
};

const ChangedNote = ({ viewer, state: { changed } }: Pick<Props, 'viewer' | 'state'>) => {
  const moved = changed?.moved ?? null;
  return (
    <p class="hint" role="status">
      {moved === null ? '' : `${tList(viewer, 'fieldMoved', { field: localize(viewer, moved) })} `}
      {changed === null ? '' : tList(viewer, 'readAgainFirst')}
    </p>
  );
};

export const ColumnsView = (props: Props) => {
  const { viewer, state, dispatch, locked, readAgain } = props;
  const { read, fields, noHeader, changed, isOpen } = state;
  if (read === null || read.columns.length === 0) return <div />;
  return (
    <div>
      <details
        class="columns"
        open={isOpen}
        onToggle={({ currentTarget }) => dispatch({ type: 'toggled', isOpen: currentTarget.open })}
      >
        <summary>
          {tList(viewer, 'columnsMeaning', {
            n: fields.filter((field) => field !== null).length,
            all: fields.length,
          })}
        </summary>
        <label class="tick">
          <input
            type="checkbox"
            checked={noHeader}
            disabled={locked}
            onInput={({ currentTarget }) =>
              dispatch({ type: 'setNoHeader', noHeader: currentTarget.checked })
            }
          />
          {tList(viewer, 'firstRowIsData')}
        </label>
        <table class="grid">
          <thead class="heads">
            <tr>
              <th scope="col">{tList(viewer, 'columnHeader')}</th>
              <th scope="col">{tList(viewer, 'columnSamples')}</th>
              <th scope="col" id="column-means">
                {tList(viewer, 'columnMeans')}
              </th>
            </tr>
          </thead>
          <tbody>
            {Array.from(fields.keys(), (index) => (
              <ColumnRow key={index} {...props} read={read} index={index} />
            ))}
          </tbody>
        </table>
        <div class="foot">
          <ChangedNote viewer={viewer} state={state} />
          <div class="buttons">
            <ActionButton act={readAgain} kind={changed === null ? '' : 'primary'} disabled={locked}>
              {tList(viewer, 'readAgain')}
            </ActionButton>
          </div>
        </div>
      </details>
    </div>
  );
};
