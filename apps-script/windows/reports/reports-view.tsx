/** The window of reports on the page: which report, what it is asked for, and its answer. */
import type { Language } from '../../script-api';
import { ErrorView, QuietNote } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tReports } from '../messages/reports-catalog';
import { BadFitsView } from './bad-fits-view';
import { CalendarLinkView } from './calendar-link-view';
import { ListFilter } from './list-filter';
import { ListReportView } from './list-report-view';
import {
  type OpenReports,
  type ReportName,
  type ReportsMessage,
  type ReportsState,
  reportNames,
} from './reports';

interface Props<State> {
  state: State;
  dispatch: Dispatch<ReportsMessage>;
}

const HINTS = {
  history: 'historyHint',
  asOf: 'asOfHint',
  moves: 'movesHint',
  contacts: 'contactsHint',
  badFits: 'badFitsHint',
  calendarLink: 'calendarHint',
} as const satisfies Record<ReportName, string>;

const Choice = ({ state, dispatch }: Props<OpenReports>) => (
  <nav class="tabs" aria-label={tReports(state, 'reports')}>
    {reportNames(state.you).map((name) => (
      <button
        key={name}
        type="button"
        aria-current={name === state.report ? 'page' : undefined}
        onClick={() => dispatch({ type: 'choose', report: name })}
      >
        {tReports(state, name)}
      </button>
    ))}
  </nav>
);

const Report = (props: Props<OpenReports>) => {
  const { state, dispatch } = props;
  const { report } = state;
  switch (report) {
    case 'badFits':
      return (
        <BadFitsView viewer={state} state={state.badFits} again={() => dispatch({ type: 'askBadFits' })} />
      );
    case 'calendarLink':
      return (
        <CalendarLinkView
          viewer={state}
          zone={state.zone}
          state={state.calendarLink}
          dispatch={(message) => dispatch({ type: 'calendarLink', message })}
        />
      );
    default:
      return (
        <>
          <ListFilter state={state} kind={report} dispatch={dispatch} />
          <ListReportView
            viewer={state}
            you={state.you}
            state={state.lists[report]}
            dispatch={(message) => dispatch({ type: 'list', kind: report, message })}
          />
        </>
      );
  }
};

export const ReportsView = ({
  state,
  dispatch,
}: Props<ReportsState> & { viewer: { language: Language } }) => {
  switch (state.kind) {
    case 'reading':
      return <QuietNote>{tReports(state, 'reading')}</QuietNote>;
    case 'failed':
      return <ErrorView viewer={state} error={state.error} again={() => dispatch({ type: 'read' })} />;
    case 'open':
      return (
        <>
          <Choice state={state} dispatch={dispatch} />
          <p class="hint">{tReports(state, HINTS[state.report])}</p>
          <Report state={state} dispatch={dispatch} />
        </>
      );
    default:
      return state satisfies never;
  }
};
