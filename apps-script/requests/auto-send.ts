/** Automatic sending: a clock trigger of whoever installed it last, for phones and for closed sidebars. */
import { documentProperties } from '../register/document-properties';
import type { SheetFacts } from '../script-api';
import { ownAddress } from './editor-identity';
import { sendPendingRows } from './send-pending';

const HANDLER = 'onSchedule';
const EVERY_MINUTES = 10;
const INSTALLER = 'automatic.installer';
const HEARTBEAT = 'automatic.at';

/** The person's own triggers; Google shows nobody those of others. */
const ownTriggers = (): GoogleAppsScript.Script.Trigger[] =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);

const deleteTriggers = (triggers: readonly GoogleAppsScript.Script.Trigger[]): void => {
  for (const trigger of triggers) ScriptApp.deleteTrigger(trigger);
};

const isInstaller = (): boolean => documentProperties().getProperty(INSTALLER) === ownAddress();

export const autoSendState = (): SheetFacts['autoSend'] => {
  const kept = documentProperties().getProperties();
  const installer = kept[INSTALLER] ?? null;
  return {
    installer,
    mine: installer === ownAddress() && ownTriggers().length > 0,
    lastRun: kept[HEARTBEAT] ?? null,
  };
};

/** Installs the trigger in the person's name. That of the person before, which nobody else can delete, ends itself at its next run. */
export const startAutoSend = (): void => {
  const before = ownTriggers();
  ScriptApp.newTrigger(HANDLER).timeBased().everyMinutes(EVERY_MINUTES).create();
  documentProperties().setProperty(INSTALLER, ownAddress());
  deleteTriggers(before);
};

/** Deletes the person's own trigger; where somebody else has taken over, theirs goes on. */
export const stopAutoSend = (): void => {
  deleteTriggers(ownTriggers());
  if (isInstaller()) documentProperties().deleteProperty(INSTALLER);
};

/** Speaks for its installer; what went wrong stays marked for the next run. */
export const runAutoSend = (): void => {
  if (!isInstaller()) {
    deleteTriggers(ownTriggers());
    return;
  }
  const report = sendPendingRows({ channel: 'trigger', drafts: true });
  if ('error' in report) throw new Error(`${report.error.code}: ${report.error.message.en}`);
  documentProperties().setProperty(HEARTBEAT, new Date().toISOString());
};
