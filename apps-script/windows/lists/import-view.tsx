/** The import of a list, on the page. */
import { ActionButton, ErrorView } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tList } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';
import { ImportOutcome, Rehearsal } from './import-outcome';
import type { ImportMessage, ImportState } from './import-state';
import { isImportBusy, isSetupShown } from './import-state';
import { FieldProblemText, LabelledField, ListFileInput, ListTextInput } from './list-fields';
import { ListProgress } from './list-progress';
import { ListWindow } from './list-window';

interface Props {
  viewer: Viewer;
  state: ImportState;
  dispatch: Dispatch<ImportMessage>;
  /** Name of a file that was chosen in another form, which this one's field does not show. */
  chosenFile?: string;
}

const MAX_LENGTH = { list: 60, product: 200 };

const SourceChoice = ({ viewer, state, dispatch }: Props) => {
  const { tabs, fromTab } = state;
  if (tabs.kind === 'failed')
    return <ErrorView viewer={viewer} error={tabs.error} again={() => dispatch({ type: 'readTabs' })} />;
  if (tabs.kind === 'reading' || tabs.titles.length === 0) return null;
  return (
    <fieldset class="field">
      <legend>{tList(viewer, 'source')}</legend>
      <div class="row">
        {(
          [
            [false, 'sourceFile'],
            [true, 'sourceTab'],
          ] as const
        ).map(([tab, label]) => (
          <label key={label} class="tick">
            <input
              type="radio"
              name="source"
              checked={tab === fromTab}
              disabled={isImportBusy(state)}
              onInput={() => dispatch({ type: 'chooseSource', fromTab: tab })}
            />
            {tList(viewer, label)}
          </label>
        ))}
      </div>
    </fieldset>
  );
};

const TabField = ({ viewer, state, dispatch }: Props) => {
  const { tabs, tab, fromTab, phase } = state;
  const titles = tabs.kind === 'read' ? tabs.titles : [];
  const isWrong = phase.kind === 'problem' && phase.field === 'tab';
  return (
    <LabelledField id="import-tab" label={tList(viewer, 'tab')} hidden={!fromTab}>
      <select
        id="import-tab"
        value={tab}
        disabled={isImportBusy(state)}
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={isWrong ? 'list-problem' : undefined}
        onInput={({ currentTarget }) => dispatch({ type: 'chooseTab', tab: currentTarget.value })}
      >
        <option value="">{tList(viewer, 'choose')}</option>
        {titles.map((title) => (
          <option key={title} value={title}>
            {title}
          </option>
        ))}
      </select>
    </LabelledField>
  );
};

/** The source of the list, its name, and whether its companies are clients. */
const SetupFields = (props: Props) => {
  const { viewer, state, dispatch } = props;
  const { fromTab, list, areClients, product, phase } = state;
  const busy = isImportBusy(state);
  const wrong = phase.kind === 'problem' ? phase.field : null;
  return (
    <>
      <div>
        <SourceChoice {...props} />
      </div>
      <LabelledField
        id="import-file"
        label={tList(viewer, 'listFile')}
        hidden={fromTab}
        {...(props.chosenFile === undefined ? {} : { hint: props.chosenFile })}
      >
        <ListFileInput
          id="import-file"
          disabled={busy}
          isWrong={wrong === 'file'}
          choose={(file) => dispatch({ type: 'chooseFile', file })}
        />
      </LabelledField>
      <TabField {...props} />
      <LabelledField id="import-list" label={tList(viewer, 'listName')}>
        <ListTextInput
          id="import-list"
          value={list}
          maxLength={MAX_LENGTH.list}
          disabled={busy}
          isWrong={wrong === 'list'}
          enter={(value) => dispatch({ type: 'nameList', list: value })}
        />
      </LabelledField>
      <label class="tick">
        <input
          type="checkbox"
          checked={areClients}
          disabled={busy}
          onInput={({ currentTarget }) => dispatch({ type: 'setClients', areClients: currentTarget.checked })}
        />
        {tList(viewer, 'allUse')}
      </label>
      <LabelledField
        id="import-product"
        label={tList(viewer, 'productName')}
        hidden={!areClients}
        hint={tList(viewer, 'allUseHint')}
      >
        <ListTextInput
          id="import-product"
          value={product}
          maxLength={MAX_LENGTH.product}
          disabled={busy}
          isWrong={wrong === 'product'}
          enter={(value) => dispatch({ type: 'nameProduct', product: value })}
        />
      </LabelledField>
    </>
  );
};

const Progress = (props: Props) => {
  const { viewer, state, dispatch } = props;
  const { phase } = state;
  switch (phase.kind) {
    case 'setup':
      return null;
    case 'problem':
      return <FieldProblemText>{tList(viewer, phase.key)}</FieldProblemText>;
    case 'rehearsing':
      return <ListProgress viewer={viewer} doing="rehearsing" before={phase.before} />;
    case 'failed':
      return (
        <>
          {phase.begun !== null && (
            <ListProgress viewer={viewer} doing="rehearsedSoFar" before={phase.begun.before} />
          )}
          <ErrorView viewer={viewer} error={phase.error} again={() => dispatch({ type: 'rehearse' })} />
        </>
      );
    case 'rehearsed':
      return <Rehearsal {...props} phase={phase} />;
    case 'importing': {
      const { last, stopping } = phase;
      const progress =
        last === null
          ? tList(viewer, 'importing')
          : tList(viewer, 'doneOf', { done: last.done, total: last.total });
      return (
        <>
          <progress
            max={Math.max(1, last?.total ?? 1)}
            value={last?.done ?? 0}
            aria-label={tList(viewer, 'importing')}
          />
          <p>{stopping ? tList(viewer, 'stopping') : progress}</p>
          <p class="quiet">{tList(viewer, 'keepOpen')}</p>
          <ActionButton act={() => dispatch({ type: 'stop' })} disabled={stopping}>
            {tList(viewer, 'stop')}
          </ActionButton>
        </>
      );
    }
    case 'imported':
      return <ImportOutcome {...props} phase={phase} />;
    case 'undone':
      return (
        <>
          <h3 tabIndex={-1}>{tList(viewer, 'undoneCount', { n: phase.count })}</h3>
          <div class="buttons">
            <ActionButton act={() => dispatch({ type: 'close' })} kind="primary">
              {tList(viewer, 'close')}
            </ActionButton>
            <ActionButton act={() => dispatch({ type: 'backToForm' })}>
              {tList(viewer, 'anotherList')}
            </ActionButton>
          </div>
        </>
      );
    default:
      return phase satisfies never;
  }
};

export const ImportView = (props: Props) => {
  const { viewer, state, dispatch } = props;
  return (
    <ListWindow
      viewer={viewer}
      hint="importHint"
      submit="rehearse"
      send={() => dispatch({ type: 'rehearse' })}
      busy={isImportBusy(state)}
      isSetupShown={isSetupShown(state)}
      columns={state.columns}
      changeColumns={(message) => dispatch({ type: 'columns', message })}
      notice={state.notice}
      result={<Progress {...props} />}
    >
      <SetupFields {...props} />
    </ListWindow>
  );
};
