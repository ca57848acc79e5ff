/** The match of leads, on the page. */
import { ErrorView } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tList } from '../messages/list-catalog';
import { ColumnsView } from './columns-view';
import { isLeadsBusy, type LeadsMessage, type LeadsState } from './leads';
import { LeadsResult } from './leads-result';
import { FieldProblemText, LabelledField, ListFileInput, ListTextInput } from './list-fields';

interface Props {
  state: LeadsState;
  dispatch: Dispatch<LeadsMessage>;
}

const MAX_NAME_LENGTH = 60;

const SetupForm = ({ state, dispatch }: Props) => {
  const { viewer, price, list, phase } = state;
  const busy = isLeadsBusy(state);
  const wrong = phase.kind === 'problem' ? phase.field : null;
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        dispatch({ type: 'match' });
      }}
    >
      <p class="hint">{tList(viewer, 'leadsHint')}</p>
      <LabelledField id="leads-file" label={tList(viewer, 'listFile')}>
        <ListFileInput
          id="leads-file"
          disabled={busy}
          isWrong={wrong === 'file'}
          choose={(file) => dispatch({ type: 'chooseFile', file })}
        />
      </LabelledField>
      <LabelledField id="leads-price" label={tList(viewer, 'leadPrice')}>
        <ListTextInput
          id="leads-price"
          value={price}
          inputMode="numeric"
          disabled={busy}
          isWrong={wrong === 'price'}
          enter={(value) => dispatch({ type: 'setPrice', price: value })}
        />
      </LabelledField>
      <LabelledField
        id="leads-list"
        label={tList(viewer, 'leadListName')}
        hint={tList(viewer, 'leadListHint')}
      >
        <ListTextInput
          id="leads-list"
          value={list}
          maxLength={MAX_NAME_LENGTH}
          disabled={busy}
          isWrong={false}
          enter={(value) => dispatch({ type: 'nameList', list: value })}
        />
      </LabelledField>
      <div class="buttons">
        <button type="submit" class="primary" disabled={busy}>
          {tList(viewer, 'matchLeads')}
        </button>
      </div>
    </form>
  );
};

const Told = ({ state, dispatch }: Props) => {
  const { viewer, phase } = state;
  switch (phase.kind) {
    case 'setup':
      return null;
    case 'problem':
      return <FieldProblemText>{tList(viewer, phase.key)}</FieldProblemText>;
    case 'matching':
      return <p class="quiet">{tList(viewer, 'matching')}</p>;
    case 'failed':
      return <ErrorView viewer={viewer} error={phase.error} again={() => dispatch({ type: 'match' })} />;
    case 'matched':
      return <LeadsResult state={state} phase={phase} dispatch={dispatch} />;
    default:
      return phase satisfies never;
  }
};

export const LeadsView = (props: Props) => {
  const { state, dispatch } = props;
  const { viewer, columns, notice } = state;
  return (
    <div>
      <div>
        <SetupForm {...props} />
        <ColumnsView
          viewer={viewer}
          state={columns}
          dispatch={(message) => dispatch({ type: 'columns', message })}
          locked={isLeadsBusy(state)}
          readAgain={() => dispatch({ type: 'match' })}
        />
      </div>
      <div class="told" aria-live="polite">
        <Told {...props} />
      </div>
      <p class="hint" role="status">
        {notice ? tList(viewer, 'escapeAgain') : ''}
      </p>
    </div>
  );
};
