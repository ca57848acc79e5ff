/** What a dialog says of the rows that it is about, above its window. */
import type { ComponentChild } from 'preact';
import type { DialogInput, SelectedRow } from '../../script-api';
import { QuietNote } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tRows } from '../messages/rows-catalog';
import type { Viewer } from '../messages/viewer';
import { chosenRows, type SelectedRowsMessage, type SelectedRowsState } from './selected-rows';

const MAX_NAMES = 8;

const namesText = (viewer: Viewer, rows: readonly SelectedRow[]): string =>
  rows.length < 2
    ? ''
    : tRows(viewer, 'selected', {
        n: rows.length,
        names: rows
          .slice(0, MAX_NAMES)
          .map(({ name }) => name)
          .join(viewer.language === 'ja' ? '、' : ', '),
        more: rows.length > MAX_NAMES ? '…' : '',
      });

const isInForm = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('.form') !== null;

export const SelectedRowsView = ({
  viewer,
  input,
  state,
  dispatch,
  window,
}: {
  viewer: Viewer;
  input: Pick<DialogInput, 'otherRows'>;
  state: SelectedRowsState;
  dispatch: Dispatch<SelectedRowsMessage>;
  window: (rows: readonly SelectedRow[], state: unknown, dispatch: Dispatch<unknown>) => ComponentChild;
}) => {
  const { selection, includesHidden, isTyped, serial } = state;
  const hidden = selection.hidden.length;
  const rows = chosenRows(state);
  return (
    <>
      <p class="names">{namesText(viewer, rows)}</p>
      {hidden === 0 ? null : (
        <label class="tick">
          <input
            type="checkbox"
            checked={includesHidden}
            disabled={isTyped}
            onInput={({ currentTarget }) =>
              dispatch({ type: 'includeHidden', include: currentTarget.checked })
            }
          />
          {tRows(viewer, 'includeHidden', { n: hidden })}
        </label>
      )}
      {input.otherRows === 0 ? null : (
        <QuietNote>{tRows(viewer, 'otherRows', { n: input.otherRows })}</QuietNote>
      )}
      <div
        key={serial}
        onInput={(event) => {
          if (!isTyped && isInForm(event)) dispatch({ type: 'typed' });
        }}
      >
        {rows.length === 0 ? (
          <QuietNote>{tRows(viewer, hidden > 0 ? 'onlyHidden' : 'noRows')}</QuietNote>
        ) : (
          window(rows, state.window, (message) => dispatch({ type: 'window', serial, message }))
        )}
      </div>
    </>
  );
};
