/** The settings of the team: changing them, the effects of a change, and changes by somebody else meanwhile. */
import type { MembersAnswer } from '../../../functions/contract/members';
import type { SettingsAnswer } from '../../../functions/contract/settings';
import { isSameValue } from '../../../functions/domain/account/account-change';
import { isManager, type Settings } from '../../../functions/domain/account/team';
import { keysOf } from '../../../functions/domain/status/table-keys';
import type { ApiError, Result } from '../../script-api';
import { askFunction, focusOn, mapEffects, type Step, step } from '../kit/step';
import {
  readSetting,
  SETTING_FIELDS,
  type SettingName,
  type SettingProblem,
  type SettingValue,
  shownSetting,
} from './setting-fields';
import {
  startTeamHistory,
  type TeamHistoryMessage,
  type TeamHistoryState,
  updateTeamHistory,
} from './team-history';

export type SettingProblems = Readonly<Partial<Record<SettingName, readonly SettingProblem[]>>>;

export type SettingsOutcome =
  | { kind: 'saved'; names: readonly SettingName[] }
  | { kind: 'refused'; error: ApiError }
  /** Somebody else has saved changes first; `both` are the settings that this form changes, too. */
  | { kind: 'changedByOthers'; names: readonly SettingName[]; both: readonly SettingName[] };

export interface ReadSettingsState {
  kind: 'read';
  /** The viewer, and the other members' names. */
  members: MembersAnswer;
  stored: SettingsAnswer;
  /** Only the settings that were typed. */
  typed: Readonly<Partial<Record<SettingName, SettingValue>>>;
  problems: SettingProblems;
  sending: boolean;
  outcome: SettingsOutcome | null;
  history: TeamHistoryState;
}
export type SettingsState =
  | { kind: 'reading'; members: MembersAnswer | null }
  | { kind: 'failed'; error: ApiError }
  /** The viewer is neither manager nor admin. */
  | { kind: 'refused' }
  | ReadSettingsState;

export type SettingsMessage =
  | { type: 'read' }
  | { type: 'membersRead'; result: Result<MembersAnswer> }
  | { type: 'settingsRead'; result: Result<SettingsAnswer> }
  | { type: 'enter'; name: SettingName; value: SettingValue }
  | { type: 'restore'; name: SettingName }
  | { type: 'send' }
  | { type: 'answered'; settings: Partial<Settings>; result: Result<SettingsAnswer> }
  | { type: 'readAgain'; result: Result<SettingsAnswer> }
  | { type: 'history'; message: TeamHistoryMessage };

type SettingsStep = Step<SettingsState, SettingsMessage>;

export const startSettings = (): SettingsStep =>
  step(
    { kind: 'reading', members: null },
    askFunction('members', 'GET', {}, (result) => ({ type: 'membersRead' as const, result })),
  );

const ofHistory = (message: TeamHistoryMessage): SettingsMessage => ({ type: 'history', message });

const membersRead = (result: Result<MembersAnswer>): SettingsStep => {
  if ('error' in result) return step({ kind: 'failed', error: result.error });
  if (!isManager(result.value.you)) return step({ kind: 'refused' });
  return step(
    { kind: 'reading', members: result.value },
    askFunction('settings', 'GET', {}, (read) => ({ type: 'settingsRead' as const, result: read })),
  );
};

const settingsRead = (members: MembersAnswer, result: Result<SettingsAnswer>): SettingsStep => {
  if ('error' in result) return step({ kind: 'failed', error: result.error });
  const stored = result.value;
  const history = startTeamHistory('settings');
  return step<SettingsState, SettingsMessage>(
    {
      ...{ kind: 'read', members, stored, typed: {}, sending: false, outcome: null },
      problems: problemsOf(stored.problems),
      history: history.state,
    },
    ...mapEffects(history.effects, ofHistory),
  );
};

export const shownValue = (
  { typed, stored }: Pick<ReadSettingsState, 'typed' | 'stored'>,
  name: SettingName,
): SettingValue => typed[name] ?? shownSetting(stored.settings, name);

/** Settings whose typed value differs from the stored one. */
export const changedNames = ({ typed, stored }: Pick<ReadSettingsState, 'typed' | 'stored'>): SettingName[] =>
  keysOf(SETTING_FIELDS).filter((name) => {
    const value = typed[name];
    return value !== undefined && !isSameValue(value, shownSetting(stored.settings, name));
  });

const isSettingName = (name: string): name is SettingName => Object.hasOwn(SETTING_FIELDS, name);

/** Problems by setting; an issue's path begins with the setting's name, after `settings`. */
const problemsOf = (issues: NonNullable<ApiError['issues']>): SettingProblems => {
  const problems: Partial<Record<SettingName, SettingProblem[]>> = {};
  for (const { path, message } of issues) {
    const [name = '', line = ''] = path.replace(/^settings\./, '').split('.');
    if (!isSettingName(name)) continue;
    const problem: SettingProblem = { line: /^\d+$/.test(line) ? Number(line) : null, message };
    problems[name] = [...(problems[name] ?? []), problem];
  }
  return problems;
};

const send = (state: ReadSettingsState): SettingsStep => {
  const names = changedNames(state);
  if (state.sending || names.length === 0) return step(state);
  const problems: Partial<Record<SettingName, readonly SettingProblem[]>> = {};
  const settings: Partial<Settings> = {};
  for (const name of names) {
    const found = SETTING_FIELDS[name].check(shownValue(state, name));
    if (found.length > 0) problems[name] = found;
    Object.assign(settings, readSetting(name, shownValue(state, name)));
  }
  if (Object.keys(problems).length > 0)
    return step<SettingsState, SettingsMessage>(
      { ...state, problems, outcome: null },
      focusOn('[aria-invalid="true"]'),
    );
  const body = { expectedVersion: state.stored.version, settings };
  return step(
    { ...state, sending: true, outcome: null, problems: {} },
    askFunction('settings', 'POST', { body }, (result) => ({ type: 'answered' as const, settings, result })),
  );
};

const answered = (
  state: ReadSettingsState,
  { settings, result }: Extract<SettingsMessage, { type: 'answered' }>,
): SettingsStep => {
  const done = { ...state, sending: false };
  if ('error' in result) {
    const { error } = result;
    if (error.code === 'TEAM_CHANGED')
      return step<SettingsState, SettingsMessage>(
        { ...done, outcome: { kind: 'refused', error } },
        askFunction('settings', 'GET', {}, (read) => ({ type: 'readAgain' as const, result: read })),
      );
    const problems = problemsOf(error.issues ?? []);
    return step<SettingsState, SettingsMessage>(
      { ...done, problems, outcome: { kind: 'refused', error } },
      focusOn(Object.keys(problems).length > 0 ? '[aria-invalid="true"]' : '.trouble'),
    );
  }
  return withHistory(
    {
      ...done,
      ...{ stored: result.value, typed: {}, problems: problemsOf(result.value.problems) },
      outcome: { kind: 'saved', names: keysOf(settings).filter(isSettingName) },
    },
    '.outcome',
  );
};

/** Reads the history anew. */
const withHistory = (state: ReadSettingsState, focus: string): SettingsStep => {
  const history = updateTeamHistory(state.history, { type: 'readNewest' });
  return step<SettingsState, SettingsMessage>(
    { ...state, history: history.state },
    focusOn(focus),
    ...mapEffects(history.effects, ofHistory),
  );
};

/** Shows what somebody else has changed and keeps the typed values, so that the viewer can send them again after seeing both. */
const readAgain = (state: ReadSettingsState, result: Result<SettingsAnswer>): SettingsStep => {
  if ('error' in result) return step({ ...state, outcome: { kind: 'refused', error: result.error } });
  const stored = result.value;
  const mine = changedNames(state);
  const names = keysOf(SETTING_FIELDS).filter(
    (name) => !isSameValue(stored.settings[name], state.stored.settings[name]),
  );
  const typed = Object.fromEntries(mine.map((name) => [name, shownValue(state, name)]));
  const both = names.filter((name) => mine.includes(name));
  return withHistory(
    { ...state, stored, typed, outcome: { kind: 'changedByOthers', names, both } },
    '.elsewhere',
  );
};

const updateRead = (state: ReadSettingsState, message: SettingsMessage): SettingsStep => {
  switch (message.type) {
    case 'enter': {
      const { [message.name]: _, ...problems } = state.problems;
      if (state.sending) return step(state);
      return step({ ...state, problems, typed: { ...state.typed, [message.name]: message.value } });
    }
    case 'restore': {
      const [{ [message.name]: _, ...typed }, { [message.name]: __, ...problems }] = [
        state.typed,
        state.problems,
      ];
      return step(state.sending ? state : { ...state, typed, problems });
    }
    case 'send':
      return send(state);
    case 'answered':
      return answered(state, message);
    case 'readAgain':
      return readAgain(state, message.result);
    case 'history': {
      const history = updateTeamHistory(state.history, message.message);
      return step({ ...state, history: history.state }, ...mapEffects(history.effects, ofHistory));
    }
    default:
      return step(state);
  }
};

export const updateSettings = (state: SettingsState, message: SettingsMessage): SettingsStep => {
  switch (message.type) {
    case 'read':
      return startSettings();
    case 'membersRead':
      return membersRead(message.result);
    case 'settingsRead':
      return state.kind === 'reading' && state.members !== null
        ? settingsRead(state.members, message.result)
        : step(state);
    default:
      return state.kind === 'read' ? updateRead(state, message) : step(state);
  }
};
