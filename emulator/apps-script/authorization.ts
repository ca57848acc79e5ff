/**
 * The scopes that services need, and what is refused without them or in a simple trigger.
 * Not verified against Google: which scope each service asks for, and the words of the refusals.
 */

import type { ExecutionContext } from './execution-context';
import type { CallName } from './host-api';

const AUTH = 'https://www.googleapis.com/auth';
const SPREADSHEETS = `${AUTH}/spreadsheets`;
const CURRENT_ONLY = `${AUTH}/spreadsheets.currentonly`;
const EMAIL = `${AUTH}/userinfo.email`;

/** Any one of the scopes is enough. */
const SCOPES: { readonly [Name in CallName]?: readonly string[] } = {
  'UrlFetchApp.fetch': [`${AUTH}/script.external_request`],
  'UrlFetchApp.fetchAll': [`${AUTH}/script.external_request`],
  'SpreadsheetApp.openById': [SPREADSHEETS],
  'Ui.showSidebar': [`${AUTH}/script.container.ui`],
  'Ui.showModalDialog': [`${AUTH}/script.container.ui`],
  'Ui.showModelessDialog': [`${AUTH}/script.container.ui`],
  'ScriptApp.newTrigger': [`${AUTH}/script.scriptapp`],
  'ScriptApp.getProjectTriggers': [`${AUTH}/script.scriptapp`],
  'ScriptApp.deleteTrigger': [`${AUTH}/script.scriptapp`],
  'ScriptApp.getIdentityToken': ['openid'],
};

const IDENTITY_CALLS: readonly CallName[] = ['Session.getActiveUser', 'Session.getEffectiveUser'];
const OWN_SHEET = /^(?:SpreadsheetApp|Spreadsheet|Sheet|Range|RangeList)\./;
/** These need no scope. */
const UNSCOPED: readonly CallName[] = ['SpreadsheetApp.getUi', 'SpreadsheetApp.flush', 'Spreadsheet.toast'];

/** Throws when the call is not permitted. Without `granted`, all scopes are: Google derives them from the code. */
export function authorize(
  run: ExecutionContext,
  call: CallName,
  granted: readonly string[] | undefined,
): void {
  const scopes = SCOPES[call];
  if (run.mode === 'LIMITED') {
    if (scopes) {
      throw new Error(
        `You do not have permission to call ${call}. Required permissions: ${scopes.join(' || ')}`,
      );
    }
    return;
  }
  // Without its scope this call returns null.
  if (call === 'ScriptApp.getIdentityToken') return;
  const needed = scopes ?? defaultScopes(call);
  if (!granted || needed.length === 0 || needed.some((scope) => granted.includes(scope))) return;
  throw new Error(
    `Specified permissions are not sufficient to call ${call}. Required permissions: ${needed.join(' || ')}`,
  );
}

function defaultScopes(call: CallName): readonly string[] {
  if (IDENTITY_CALLS.includes(call)) return [EMAIL];
  return OWN_SHEET.test(call) && !UNSCOPED.includes(call) ? [CURRENT_ONLY, SPREADSHEETS] : [];
}

export const hasIdentityScopes = (granted: readonly string[] | undefined): boolean =>
  !granted || (granted.includes('openid') && granted.includes(EMAIL));

/** What a person has consented to: in Google's question, each scope can be left out. */
export interface Consent {
  /** Of the manifest. */
  asked: readonly string[] | undefined;
  /** By the person who runs it. */
  refusedBy: (email: string) => readonly string[];
}

export const grantedScopes = ({ asked, refusedBy }: Consent, email: string): readonly string[] | undefined =>
  asked?.filter((scope) => !refusedBy(email).includes(scope));

/** Where a scope is missing, Google shows its question anew and ends the execution; here it only ends. */
export function requireAllScopes(consent: Consent, email: string): void {
  const granted = grantedScopes(consent, email);
  if (granted?.length !== consent.asked?.length)
    throw new Error('Authorization is required to perform that action.');
}
