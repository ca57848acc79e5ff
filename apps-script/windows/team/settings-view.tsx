/** The settings on the page: each with what it is for, what a change does, and what is wrong with it. */

import { SETTING_TEXTS } from '../../../functions/domain/account/setting-texts';
import { settingWords } from '../../../functions/domain/account/setting-words';
import {
  BAD_FIT_REASONS,
  LOST_REASONS,
  ON_FILE_REASONS,
} from '../../../functions/domain/status/code-list-texts';
import type { CodeList } from '../../../functions/domain/status/code-lists';
import { ActionButton, ErrorView, QuietNote } from '../kit/elements';
import { membersById } from '../kit/members-by-id';
import type { Dispatch } from '../kit/run-program';
import { formError, joinNames, type TeamMessageKey, tTeam } from '../messages/team-catalog';
import { settingLabel } from '../messages/team-history-text';
import { localize, type Viewer } from '../messages/viewer';
import { problemId, SettingControlView, settingId } from './setting-control';
import { SETTING_FIELDS, SETTING_GROUPS, type SettingGroup, type SettingName } from './setting-fields';
import {
  changedNames,
  type ReadSettingsState,
  type SettingsMessage,
  type SettingsState,
  shownValue,
} from './settings';
import { TeamHistoryView } from './team-history-view';

interface Props<State = SettingsState> {
  viewer: Pick<Viewer, 'language'>;
  state: State;
  dispatch: Dispatch<SettingsMessage>;
}
type ReadProps = Props<ReadSettingsState>;

const GROUP_TITLES: Readonly<Record<SettingGroup, TeamMessageKey>> = {
  offer: 'groupOffer',
  checks: 'groupChecks',
  limits: 'groupLimits',
  dashboard: 'groupDashboard',
  days: 'groupDays',
  digests: 'groupDigests',
  sheet: 'groupSheet',
};

const BUILT_IN: Readonly<Partial<Record<SettingName, CodeList>>> = {
  lostReasons: LOST_REASONS,
  badFitReasons: BAD_FIT_REASONS,
  onFileReasons: ON_FILE_REASONS,
};

const BuiltIn = ({ viewer, name }: Pick<ReadProps, 'viewer'> & { name: SettingName }) => {
  const reasons = BUILT_IN[name];
  if (reasons === undefined) return null;
  const names = joinNames(
    viewer,
    Object.values(reasons).map((label) => localize(viewer, label)),
  );
  return <p class="hint">{tTeam(viewer, 'builtIn', { names })}</p>;
};

const Problems = ({ viewer, name, state }: Pick<ReadProps, 'viewer' | 'state'> & { name: SettingName }) => {
  const problems = state.problems[name] ?? [];
  if (problems.length === 0) return null;
  return (
    <div class="problem" id={problemId(name)}>
      {problems.map(({ line, message }) => (
        <p key={line}>
          {line === null ? '' : `${tTeam(viewer, 'lineNumber', { n: line + 1 })}: `}
          {localize(viewer, message)}
        </p>
      ))}
    </div>
  );
};

const SettingView = (props: ReadProps & { name: SettingName; isChanged: boolean }) => {
  const { viewer, state, dispatch, name, isChanged } = props;
  const { label, hint, effect } = SETTING_TEXTS[name];
  const { kind } = SETTING_FIELDS[name].control;
  const { outcome } = state;
  const isContested = outcome?.kind === 'changedByOthers' && outcome.both.includes(name);
  const control = (
    <SettingControlView
      viewer={viewer}
      name={name}
      value={shownValue(state, name)}
      problems={state.problems[name] ?? []}
      disabled={state.sending}
      enter={(value) => dispatch({ type: 'enter', name, value })}
    />
  );
  return (
    <div class={isChanged ? 'field changed' : 'field'}>
      {kind === 'lines' || kind === 'ticks' ? (
        <div class="legend">{localize(viewer, label)}</div>
      ) : (
        <label for={settingId(name)} class={kind === 'tick' ? 'tick' : ''}>
          {kind === 'tick' ? control : null}
          {localize(viewer, label)}
        </label>
      )}
      {kind === 'tick' ? null : control}
      <p class="hint">{localize(viewer, hint)}</p>
      <BuiltIn viewer={viewer} name={name} />
      <Problems {...props} />
      {isChanged ? (
        <div class="warning">
          <p>{localize(viewer, effect)}</p>
          {isContested ? (
            <p>
              {tTeam(viewer, 'storedNow', {
                value: settingWords(viewer.language, name, state.stored.settings[name]),
              })}
            </p>
          ) : null}
          <ActionButton act={() => dispatch({ type: 'restore', name })} kind="link" disabled={state.sending}>
            {tTeam(viewer, 'restore')}
            <span class="unseen">{` ${localize(viewer, label)}`}</span>
          </ActionButton>
        </div>
      ) : null}
    </div>
  );
};

const labelsOf = (viewer: ReadProps['viewer'], names: readonly SettingName[]): string =>
  joinNames(
    viewer,
    names.map((name) => settingLabel(viewer, name)),
  );

const Outcome = ({ viewer, state: { outcome } }: ReadProps) => {
  switch (outcome?.kind) {
    case undefined:
      return null;
    case 'refused':
      return <ErrorView viewer={viewer} error={formError(outcome.error)} again={null} />;
    case 'saved':
      return (
        <p class="outcome" tabIndex={-1}>
          {tTeam(viewer, 'settingsSaved', { names: labelsOf(viewer, outcome.names) })}
        </p>
      );
    case 'changedByOthers':
      return (
        <div class="elsewhere" tabIndex={-1}>
          <p>{tTeam(viewer, 'changedByOthers', { names: labelsOf(viewer, outcome.names) })}</p>
          {outcome.both.length === 0 ? null : (
            <p>{tTeam(viewer, 'changedBoth', { names: labelsOf(viewer, outcome.both) })}</p>
          )}
        </div>
      );
    default:
      return outcome satisfies never;
  }
};

const ReadView = (props: ReadProps) => {
  const { viewer, state, dispatch } = props;
  const changed = changedNames(state);
  const members = membersById(state.members);
  return (
    <>
      <form
        class="settings"
        onSubmit={(event) => {
          event.preventDefault();
          dispatch({ type: 'send' });
        }}
      >
        {SETTING_GROUPS.map(({ group, names }) => (
          <section key={group}>
            <h3>{tTeam(viewer, GROUP_TITLES[group])}</h3>
            {names.map((name) => (
              <SettingView key={name} {...props} name={name} isChanged={changed.includes(name)} />
            ))}
          </section>
        ))}
        <div class="foot">
          <div aria-live="polite">
            <Outcome {...props} />
          </div>
          <p class="quiet">
            {changed.length === 0
              ? tTeam(viewer, 'nothingChanged')
              : tTeam(viewer, 'changedSettings', { names: labelsOf(viewer, changed) })}
          </p>
          <button type="submit" class="primary" disabled={state.sending || changed.length === 0}>
            {tTeam(viewer, state.sending ? 'sending' : 'save')}
          </button>
        </div>
      </form>
      <TeamHistoryView
        viewer={{ ...viewer, members }}
        zone={state.stored.settings.zone}
        state={state.history}
        dispatch={(message) => dispatch({ type: 'history', message })}
      />
    </>
  );
};

export const SettingsView = (props: Props) => {
  const { viewer, state, dispatch } = props;
  switch (state.kind) {
    case 'reading':
      return <QuietNote>{tTeam(viewer, 'reading')}</QuietNote>;
    case 'failed':
      return <ErrorView viewer={viewer} error={state.error} again={() => dispatch({ type: 'read' })} />;
    case 'refused':
      return <QuietNote>{tTeam(viewer, 'managersOnly')}</QuietNote>;
    case 'read':
      return <ReadView {...props} state={state} />;
    default:
      return state satisfies never;
  }
};
