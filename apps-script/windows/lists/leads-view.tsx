/** The match of leads, on the page. */
import { ErrorView } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tList } from '../messages/list-catalog';
import { ImportView } from './import-view';
import { LeadsResult } from './leads-result';
import { isLeadsBusy, type LeadsMessage, type LeadsState } from './leads-state';
import { FieldProblemText, LabelledField, ListFileInput, ListTextInput } from './list-fields';
import { ListProgress } from './list-progress';
import { ListWindow } from './list-window';

interface Props {
  state: LeadsState;
  dispatch: Dispatch<LeadsMessage>;
}

const MAX_NAME_LENGTH = 60;

const SetupFields = ({ state, dispatch }: Props) => {
  const { viewer, price, list, phase } = state;
  const busy = isLeadsBusy(state);
  const wrong = phase.kind === 'problem' ? phase.field : null;
  return (
    <>
      <LabelledField id="leads-file" label={tList(viewer, 'listFile')}>
        <ListFileInput
          id="leads-file"
          disabled={busy}
          isWrong={wrong === 'file'}
          choose={(file) => dispatch({ type: 'chooseFile', file })}
        />
      </LabelledField>
      <LabelledField
        id="leads-price"
        label={tList(viewer, 'leadPrice')}
        hint={tList(viewer, 'leadPriceHint')}
      >
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
    </>
  );
};

const Progress = ({ state, dispatch }: Props) => {
  const { viewer, phase } = state;
  switch (phase.kind) {
    case 'setup':
      return null;
    case 'problem':
      return <FieldProblemText>{tList(viewer, phase.key)}</FieldProblemText>;
    case 'matching':
      return <ListProgress viewer={viewer} doing="matching" before={phase.before} />;
    case 'failed':
      return (
        <>
          {phase.begun !== null && (
            <ListProgress viewer={viewer} doing="matchedSoFar" before={phase.begun.before} />
          )}
          <ErrorView viewer={viewer} error={phase.error} again={() => dispatch({ type: 'match' })} />
        </>
      );
    case 'matched':
      return <LeadsResult state={state} phase={phase} dispatch={dispatch} />;
    default:
      return phase satisfies never;
  }
};

export const LeadsView = (props: Props) => {
  const { state, dispatch } = props;
  const { importing, file } = state;
  if (importing !== null)
    return (
      <ImportView
        viewer={state.viewer}
        state={importing}
        dispatch={(message) => dispatch({ type: 'import', message })}
        {...(file === null || importing.file !== file ? {} : { chosenFile: file.name })}
      />
    );
  return (
    <ListWindow
      viewer={state.viewer}
      hint="leadsHint"
      submit="matchLeads"
      send={() => dispatch({ type: 'match' })}
      busy={isLeadsBusy(state)}
      columns={state.columns}
      changeColumns={(message) => dispatch({ type: 'columns', message })}
      notice={state.notice ? 'escapeAgain' : null}
      result={<Progress {...props} />}
    >
      <SetupFields {...props} />
    </ListWindow>
  );
};
