/** Duplicates, automatic sending and about, on the page. */
import { STATUSES } from '../../../functions/domain/status/statuses';
import { ActionButton, DefinitionList, ErrorView, QuietNote } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tMaintenance } from '../messages/maintenance-catalog';
import { formatDate, localize, type Viewer } from '../messages/viewer';
import { zonedMinute } from '../messages/zoned-minute';
import { type AboutMessage, type AboutState, aboutError, clientIdIn } from './about';
import type { AutoSendMessage, AutoSendState } from './auto-send';
import type { DuplicatesMessage, DuplicatesState } from './duplicates';

interface Props<State, Message> {
  viewer: Pick<Viewer, 'language'>;
  state: State;
  dispatch: Dispatch<Message>;
}

export const DuplicatesView = ({
  viewer,
  state: { phase, read },
  dispatch,
}: Props<DuplicatesState, DuplicatesMessage>) => {
  switch (phase.kind) {
    case 'searching':
      return <QuietNote>{tMaintenance(viewer, 'searchingDuplicates', { n: read })}</QuietNote>;
    case 'failed':
      return <ErrorView viewer={viewer} error={phase.error} again={() => dispatch({ type: 'goOn' })} />;
    case 'found': {
      const { number, likely, name } = phase.groups;
      const isNone = number + likely + name === 0;
      return (
        <p role="status">
          {tMaintenance(viewer, isNone ? 'noDuplicates' : 'duplicatesFound', { number, likely, name })}
        </p>
      );
    }
    default:
      return phase satisfies never;
  }
};

export const AutoSendView = ({ viewer, state, dispatch }: Props<AutoSendState, AutoSendMessage>) => {
  switch (state.kind) {
    case 'reading':
      return <QuietNote>{tMaintenance(viewer, 'reading')}</QuietNote>;
    case 'changing':
      return <QuietNote>{tMaintenance(viewer, 'sending')}</QuietNote>;
    case 'failed':
      return <ErrorView viewer={viewer} error={state.error} again={() => dispatch(state.again)} />;
    case 'asked': {
      const { mine, installer } = state.autoSend;
      return (
        <>
          <p>{tMaintenance(viewer, mine ? 'stopAutoSend' : 'startAutoSend')}</p>
          {mine || installer === null ? null : (
            <p class="hint">{tMaintenance(viewer, 'sentByNow', { installer })}</p>
          )}
          <div class="buttons">
            <ActionButton act={() => dispatch({ type: 'set', on: !mine })} kind="primary">
              {tMaintenance(viewer, mine ? 'stop' : 'start')}
            </ActionButton>
          </div>
        </>
      );
    }
    case 'done':
      return <QuietNote>{tMaintenance(viewer, state.on ? 'autoSendBegun' : 'autoSendStopped')}</QuietNote>;
    default:
      return state satisfies never;
  }
};

/** Until the functions have told the team's. */
const ZONE = 'Asia/Tokyo';

/** A dash where the functions do not say. */
const jobsText = (viewer: Pick<Viewer, 'language'>, settings: AboutState['settings']): string => {
  if (settings === null || 'error' in settings) return '—';
  const { lateJobs } = settings.value;
  return lateJobs === null ? tMaintenance(viewer, 'allRun') : localize(viewer, lateJobs);
};

export const AboutView = ({ viewer, state, dispatch }: Props<AboutState, AboutMessage>) => {
  const { sheet, members, settings } = state;
  const error = aboutError(state);
  if (error !== null)
    return <ErrorView viewer={viewer} error={error} again={() => dispatch({ type: 'read' })} />;
  if (sheet === null || members === null || 'error' in sheet)
    return <QuietNote>{tMaintenance(viewer, 'reading')}</QuietNote>;
  const { address, refreshedAt, pending, autoSend, hasColumns, claims } = sheet.value;
  const zone = 'error' in members ? ZONE : members.value.team.zone;
  const at = (instant: string | null): string =>
    instant === null ? tMaintenance(viewer, 'notYet') : formatDate(viewer, zonedMinute(zone, instant));
  const { installer, lastRun } = autoSend;
  return (
    <>
      <p>{`Hachi — ${tMaintenance(viewer, 'statuses', { n: STATUSES.length })}`}</p>
      <DefinitionList
        facts={[
          [
            tMaintenance(viewer, 'youAre'),
            'error' in members ? address : `${members.value.you.name} <${members.value.you.email}>`,
          ],
          [
            tMaintenance(viewer, 'server'),
            'error' in members ? localize(viewer, members.error.message) : tMaintenance(viewer, 'reachable'),
          ],
          [tMaintenance(viewer, 'jobs'), jobsText(viewer, settings)],
          [tMaintenance(viewer, 'refreshedAt'), at(refreshedAt)],
          [tMaintenance(viewer, 'notSent'), tMaintenance(viewer, 'count', { n: pending })],
          [
            tMaintenance(viewer, 'autoSend'),
            installer === null
              ? tMaintenance(viewer, 'off')
              : tMaintenance(viewer, 'lastRun', { installer, at: at(lastRun) }),
          ],
          [tMaintenance(viewer, 'columns'), tMaintenance(viewer, hasColumns ? 'fine' : 'missing')],
          [tMaintenance(viewer, 'clientId'), clientIdIn(claims) ?? '—'],
        ]}
      />
    </>
  );
};
