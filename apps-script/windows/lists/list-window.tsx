/** What the windows of lists look like: a form by which the list is chosen, its columns, and what came of it. */
import type { ComponentChild, ComponentChildren } from 'preact';
import { type ListMessageKey, tList } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';
import type { ColumnsMessage, ColumnsState } from './columns';
import { ColumnsView } from './columns-view';
import { ReadingView } from './reading-view';

interface Props {
  viewer: Viewer;
  hint: ListMessageKey;
  /** What the button of the form says, and what it does; also with corrected columns. */
  submit: ListMessageKey;
  send: () => void;
  /** The list is on its way: nothing can be changed. */
  busy: boolean;
  isSetupShown?: boolean;
  columns: ColumnsState;
  changeColumns: (message: ColumnsMessage) => void;
  /** Below it all; why Escape did not close the window. */
  notice: ListMessageKey | null;
  result: ComponentChild;
  /** The fields of the form. */
  children: ComponentChildren;
}

export const ListWindow = (props: Props) => {
  const { viewer, hint, submit, send, busy, isSetupShown = true, columns, changeColumns } = props;
  return (
    <div>
      <div hidden={!isSetupShown}>
        <form
          class="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <p class="hint">{tList(viewer, hint)}</p>
          {props.children}
          <div class="buttons">
            <button type="submit" class="primary" disabled={busy}>
              {tList(viewer, submit)}
            </button>
          </div>
        </form>
        <ReadingView viewer={viewer} state={columns} dispatch={changeColumns} locked={busy} />
        <ColumnsView
          viewer={viewer}
          state={columns}
          dispatch={changeColumns}
          locked={busy}
          readAgain={send}
        />
      </div>
      <div class="list-result" aria-live="polite">
        {props.result}
      </div>
      <p class="hint" role="status">
        {props.notice === null ? '' : tList(viewer, props.notice)}
      </p>
    </div>
  );
};
