/**
 * Which calls of the script a window makes once more by itself where the connection was cut before an answer came. What such a
 * call has done, if anything, nobody knows: only what has one effect however often it is asked is asked again.
 * Not verified against Google: that this is the name of its error where nothing came back.
 */
import type { FunctionName } from '../../../functions/contract/contract';
import type { ScriptApi } from '../../script-api';

/** The name of the error with which Google, and the local page, tell that the connection was cut. */
const CUT = 'NetworkError';

/** False where it would be told as a failure, the first having done it. */
const IS_REPEATABLE: Readonly<Record<keyof ScriptApi, boolean>> = {
  sidebarState: true,
  readAccount: true,
  readTeam: true,
  sendCommands: true,
  sendPending: true,
  callFunction: true,
  refreshRows: true,
  goTo: true,
  resolveCopy: false,
  registerDraft: true,
  sheetFacts: true,
  setAutoSend: true,
  activateTab: true,
  listTabs: true,
  openDialog: true,
};

/** Posted to these, the second call would be told of a conflict with the first one, or make the link of the first one void. */
const POSTED_ONCE: readonly FunctionName[] = ['members', 'settings', 'feeds'];

/** `error` is what the call failed with. */
export const mayRepeat = (
  name: keyof ScriptApi,
  args: readonly unknown[],
  error: { name?: string } | null,
): boolean => {
  if (error?.name !== CUT || !IS_REPEATABLE[name]) return false;
  const [functionName, method] = args;
  return !(name === 'callFunction' && method === 'POST' && POSTED_ONCE.some((one) => one === functionName));
};
