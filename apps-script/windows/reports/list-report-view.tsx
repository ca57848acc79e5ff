/** The answer of a list: its items, what is left out, the file and the tab. */
import { isManager, type Member } from '../../../functions/domain/account/team';
import { ActionButton, ErrorView, QuietNote, StatusChip } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tReports } from '../messages/reports-catalog';
import type { Viewer } from '../messages/viewer';
import { LIST_REPORTS, type ReportItem } from './list-report';
import { FILE_FIELD, isListBusy, type ListMessage, type ListState } from './list-state';

interface Props {
  viewer: Pick<Viewer, 'language'>;
  state: ListState;
  dispatch: Dispatch<ListMessage>;
}

const Item = ({ viewer, state, dispatch, item }: Props & { item: ReportItem }) => {
  const { went } = state;
  const { key, title, status, facts, lines } = item;
  return (
    <li>
      <ActionButton act={() => dispatch({ type: 'goTo', item })} kind="link">
        {title}
      </ActionButton>{' '}
      {status === null ? null : <StatusChip viewer={viewer} status={status} />}
      <small>{facts.join(' · ')}</small>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {went?.key !== key ? null : went.kind === 'error' ? (
        <ErrorView viewer={viewer} error={went.error} again={null} />
      ) : (
        <QuietNote>{tReports(viewer, went.kind)}</QuietNote>
      )}
    </li>
  );
};

const Count = ({ viewer, state }: Omit<Props, 'dispatch'>) => {
  const { items, shown, cursor, unreadable, remark } = state;
  const isWhole = cursor === null && shown >= items.length;
  const n = Math.min(shown, items.length);
  const words =
    items.length === 0
      ? tReports(viewer, isWhole ? 'nothing' : 'nothingYet')
      : tReports(viewer, isWhole ? 'shownAll' : 'shownSome', { n });
  return (
    <>
      <QuietNote>{words}</QuietNote>
      {remark === null ? null : <p class="warning">{tReports(viewer, remark)}</p>}
      {unreadable === 0 ? null : <p class="warning">{tReports(viewer, 'unreadable', { n: unreadable })}</p>}
    </>
  );
};

/** Downloads may be blocked in the frame of a dialog: the text stands there to be copied, too. */
const FileText = ({ viewer, state: { file }, dispatch }: Props) => {
  if (file === null) return null;
  return (
    <div class="field">
      <label for={FILE_FIELD}>
        {tReports(viewer, file.isWhole ? 'fileWhole' : 'filePart', { n: file.rows })}
      </label>
      <textarea id={FILE_FIELD} rows={4} readOnly spellcheck={false} wrap="off" value={file.text} />
      <div class="buttons">
        <ActionButton act={() => dispatch({ type: 'copyFile' })}>{tReports(viewer, 'copy')}</ActionButton>
        <span class="quiet" role="status">
          {file.copied === null ? '' : tReports(viewer, file.copied ? 'copied' : 'copyByHand')}
        </span>
      </div>
    </div>
  );
};

const TabNote = ({ viewer, state: { tab }, dispatch }: Props) => {
  switch (tab.kind) {
    case 'none':
      return null;
    case 'writing':
      return <QuietNote>{tReports(viewer, 'writing')}</QuietNote>;
    case 'failed':
      return <ErrorView viewer={viewer} error={tab.error} again={() => dispatch({ type: 'writeTab' })} />;
    case 'written':
      return (
        <p class="outcome" role="status">
          {tReports(viewer, tab.isHere ? 'tabHere' : 'tabThere', { n: tab.tab.rows })}
          {tab.tab.more ? ` ${tReports(viewer, 'tabMore')}` : ''}
        </p>
      );
    default:
      return tab satisfies never;
  }
};

/** The file is everybody's who may read; the tab is a manager's to write. */
const Exports = (props: Props & { you: Member }) => {
  const { viewer, you, state, dispatch } = props;
  const { headings, writeTab } = LIST_REPORTS[state.kind];
  if (state.items.length === 0) return null;
  return (
    <>
      <div class="buttons">
        {headings === null ? null : (
          <ActionButton act={() => dispatch({ type: 'saveFile' })} disabled={isListBusy(state)}>
            {tReports(viewer, 'saveFile')}
          </ActionButton>
        )}
        {writeTab === null || !isManager(you) ? null : (
          <ActionButton act={() => dispatch({ type: 'writeTab' })} disabled={isListBusy(state)}>
            {tReports(viewer, 'writeTab')}
          </ActionButton>
        )}
      </div>
      <TabNote {...props} />
      <FileText {...props} />
    </>
  );
};

export const ListReportView = (props: Props & { you: Member }) => {
  const { viewer, state, dispatch } = props;
  const { asked, items, shown, cursor, phase } = state;
  if (asked === null) return null;
  return (
    <section>
      <Exports {...props} />
      <Count viewer={viewer} state={state} />
      <ul class="plain items">
        {items.slice(0, shown).map((item) => (
          <Item key={item.key} viewer={viewer} state={state} dispatch={dispatch} item={item} />
        ))}
      </ul>
      {phase.kind === 'reading' ? <QuietNote>{tReports(viewer, 'reading')}</QuietNote> : null}
      {phase.kind === 'collecting' ? (
        <QuietNote>{tReports(viewer, 'collecting', { n: items.length })}</QuietNote>
      ) : null}
      {phase.kind === 'failed' ? (
        <ErrorView viewer={viewer} error={phase.error} again={() => dispatch({ type: 'again' })} />
      ) : null}
      {phase.kind === 'ready' && (cursor !== null || shown < items.length) ? (
        <ActionButton act={() => dispatch({ type: 'more' })}>{tReports(viewer, 'more')}</ActionButton>
      ) : null}
    </section>
  );
};
