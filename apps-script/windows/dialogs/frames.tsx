/** What dialogs are framed by: the rows that they are about, and the team that is read before they open. */
import type { DialogInput, SelectedRow } from '../../script-api';
import type { AnyProgram, Program } from '../kit/run-program';
import type { Viewer } from '../messages/viewer';
import {
  openSelectedRows,
  type SelectedRowsMessage,
  type SelectedRowsState,
  updateSelectedRows,
} from './selected-rows';
import { SelectedRowsView } from './selected-rows-view';
import {
  beginWithTeam,
  type TeamWindow,
  updateWithTeam,
  type WithTeamMessage,
  type WithTeamState,
} from './with-team';
import { WithTeamView } from './with-team-view';

export type RowsProgram = (viewer: Viewer, input: DialogInput, rows: readonly SelectedRow[]) => AnyProgram;
export type DialogProgram = (viewer: Viewer, input: DialogInput) => AnyProgram;

/** For the rows that are chosen: begun anew where others are. */
export const withRows =
  (programFor: RowsProgram): DialogProgram =>
  (viewer, input) => {
    const windowFor = (rows: readonly SelectedRow[]): AnyProgram => programFor(viewer, input, rows);
    const program: Program<SelectedRowsState, SelectedRowsMessage> = {
      start: openSelectedRows(windowFor, input),
      update: (state, message) => updateSelectedRows(windowFor, state, message),
      view: (state, dispatch) => (
        <SelectedRowsView
          viewer={viewer}
          input={input}
          state={state}
          dispatch={dispatch}
          window={(rows, inner, send) => windowFor(rows).view(inner, send)}
        />
      ),
    };
    return program;
  };

/** After the team was read. */
export const withTeam = <State, Message>(
  viewer: Viewer,
  window: TeamWindow<State, Message>,
  view: Parameters<typeof WithTeamView<State, Message>>[0]['window'],
): AnyProgram => {
  const program: Program<WithTeamState<State>, WithTeamMessage<Message>> = {
    start: beginWithTeam(),
    update: (state, message) => updateWithTeam(window, viewer, state, message),
    view: (state, dispatch) => (
      <WithTeamView<State, Message> viewer={viewer} state={state} dispatch={dispatch} window={view} />
    ),
  };
  return program;
};

/** One account alone, or the same for all of them. */
export const oneOrMany = (
  one: (viewer: Viewer, input: DialogInput, row: SelectedRow) => AnyProgram,
  many: RowsProgram,
): DialogProgram =>
  withRows((viewer, input, rows) => {
    const [only, ...more] = rows;
    return only !== undefined && more.length === 0 ? one(viewer, input, only) : many(viewer, input, rows);
  });
