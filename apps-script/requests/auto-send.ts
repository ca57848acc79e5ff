/** Automatic sending: a clock trigger of whoever installs it, for phones and for closed sidebars. */
import { documentProperties } from '../register/document-properties';
import { sendPendingRows } from './send-pending';

const HANDLER = 'onSchedule';
const EVERY_MINUTES = 10;
const INSTALLER = 'automatic.installer';
const HEARTBEAT = 'automatic.at';

/** One's own triggers only: Google tells nobody another one's. */
const ownTriggers = (): GoogleAppsScript.Script.Trigger[] =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);

export interface AutoSendState {
  /** E-mail address of whoever it speaks for; null while nobody has installed it. */
  installer: string | null;
  mine: boolean;
  /** Instant of its last run, ISO 8601; null before the first. */
  lastRun: string | null;
}

export const autoSendState = (): AutoSendState => {
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
