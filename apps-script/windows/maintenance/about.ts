/** Shows who the viewer is, the state of the sheet, and who sends: what a colleague asks for on the phone. */
import type { MembersAnswer } from '../../../functions/contract/members';
import type { SettingsAnswer } from '../../../functions/contract/settings';
import type { ApiError, Result, SheetFacts } from '../../script-api';
import { askFunction, call, type Step, step } from '../kit/step';

export interface AboutState {
  sheet: Result<SheetFacts> | null;
  /** Whether the functions answer, and which members they know. */
  members: Result<MembersAnswer> | null;
  /** Whether the scheduler runs its jobs. */
  settings: Result<SettingsAnswer> | null;
}

export type AboutMessage =
  | { type: 'read' }
  | { type: 'factsRead'; result: Result<SheetFacts> }
  | { type: 'membersRead'; result: Result<MembersAnswer> }
  | { type: 'settingsRead'; result: Result<SettingsAnswer> };

type AboutStep = Step<AboutState, AboutMessage>;

export const startAbout = (): AboutStep =>
  step<AboutState, AboutMessage>(
    { sheet: null, members: null, settings: null },
    call('sheetFacts', [], (result) => ({ type: 'factsRead' as const, result })),
    askFunction('members', 'GET', {}, (result) => ({ type: 'membersRead' as const, result })),
    askFunction('settings', 'GET', {}, (result) => ({ type: 'settingsRead' as const, result })),
  );

export const updateAbout = (state: AboutState, message: AboutMessage): AboutStep => {
  switch (message.type) {
    case 'read':
      return startAbout();
    case 'factsRead':
      return step({ ...state, sheet: message.result });
    case 'membersRead':
      return step({ ...state, members: message.result });
    case 'settingsRead':
      return step({ ...state, settings: message.result });
    default:
      return message satisfies never;
  }
};

/**
 * The OAuth client ID of the script, for which its identity tokens are made; a deployment must know it (HACHI_AUDIENCES). Null
 * where there is no token.
 */
export const clientIdIn = (claims: string): string | null => {
  if (claims === '') return null;
  const json: unknown = JSON.parse(atob(claims.replace(/-/g, '+').replace(/_/g, '/')));
  return typeof json === 'object' && json !== null && 'aud' in json && typeof json.aud === 'string'
    ? json.aud
    : null;
};

/** The error where the script itself did not answer. */
export const aboutError = ({ sheet }: AboutState): ApiError | null =>
  sheet !== null && 'error' in sheet ? sheet.error : null;
