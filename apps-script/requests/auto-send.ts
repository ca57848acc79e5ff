/** Automatic sending: a clock trigger of whoever installs it, for phones and for closed sidebars. */
import { documentProperties } from '../register/document-properties';
import type { SheetFacts } from '../script-api';
import { sendPendingRows } from './send-pending';

const HANDLER = 'onSchedule';
const EVERY_MINUTES = 10;
const INSTALLER = 'automatic.installer';
const HEARTBEAT = 'automatic.at';

/** One's own triggers only: Google tells nobody another one's. */
const ownTriggers = (): GoogleAppsScript.Script.Trigger[] =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);

export const autoSendState = (): SheetFacts['autoSend'] => {
  const kept = documentProperties().getProperties();
  return {
    installer: kept[INSTALLER] ?? null,
    mine: ownTriggers().length > 0,
    lastRun: kept[HEARTBEAT] ?? null,
  };
};

export const startAutoSend = (): void => {
  stopAutoSend();
  ScriptApp.newTrigger(HANDLER).timeBased().everyMinutes(EVERY_MINUTES).create();
  documentProperties().setProperty(INSTALLER, Session.getEffectiveUser().getEmail());
};

export const stopAutoSend = (): void => {
  for (const trigger of ownTriggers()) ScriptApp.deleteTrigger(trigger);
  documentProperties().deleteProperty(INSTALLER);
};

/** Speaks for its installer; what went wrong stays marked for the next run. */
export const runAutoSend = (): void => {
  const report = sendPendingRows({ channel: 'trigger', drafts: true });
  if ('error' in report) throw new Error(`${report.error.code}: ${report.error.message.en}`);
  documentProperties().setProperty(HEARTBEAT, new Date().toISOString());
};
