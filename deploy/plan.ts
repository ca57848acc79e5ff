/** All steps of a deployment in phases. A phase is planned when the one before it is done, since it needs its results. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from '../emulator/project-folder';
import { alertFiles, alertSteps, channelSteps } from './alert-steps';
import type { BuiltFiles } from './built-files';
import { contentHash } from './content-hash';
import type { DeployStep } from './deploy-step';
import { type Deployment, SHEET_NAMES, scriptFolder, serviceUrl } from './deployment';
import { writePreparedFolder } from './prepared-folder';
import { projectSteps } from './project-steps';
import { scheduleSteps } from './schedule-steps';
import { serviceSteps } from './service-steps';
import { PUSHED_FOLDER, scriptSteps, spreadsheetSteps } from './spreadsheet-steps';

export interface Phase {
  readonly title: string;
  readonly steps: readonly DeployStep[];
  /** Files by path that must exist locally before the steps run. */
  readonly files: Readonly<Record<string, string>>;
  /** Writes them. */
  readonly write: () => void;
}

/** Throws where the project's sources do not build. */
export type PhaseOf = (deployment: Deployment, built: BuiltFiles) => Promise<Phase>;

const projectPhase: PhaseOf = async (deployment) =>
  phase('The Google project', projectSteps(deployment, projectFolder()));

const spreadsheetPhase: PhaseOf = async (deployment) => ({
  ...phase('The spreadsheets', spreadsheetSteps(deployment)),
  // clasp runs in this folder.
  write: () => {
    for (const sheet of SHEET_NAMES) mkdirSync(scriptFolder(deployment, sheet), { recursive: true });
  },
});

const scriptPhase: PhaseOf = async (deployment, built) => {
  const script = await built.script(serviceUrl(deployment));
  const placed = SHEET_NAMES.flatMap((sheet) =>
    Object.entries(script).map(([name, text]) => [
      join(scriptFolder(deployment, sheet), PUSHED_FOLDER, name),
      text,
    ]),
  );
  return phase("The spreadsheets' scripts", scriptSteps(deployment, script), Object.fromEntries(placed));
};

export const servicePhase: PhaseOf = async (deployment, built) => {
  const folder = join(deployment.folder, 'service');
  const prepared = await built.service();
  const hash = contentHash(Object.entries(prepared).flat());
  const placed = Object.entries(prepared).map(([name, text]) => [join(folder, name), text]);
  return {
    ...phase('The functions', serviceSteps(deployment, { folder, hash }), Object.fromEntries(placed)),
    write: () => writePreparedFolder(folder, prepared),
  };
};

const schedulePhase: PhaseOf = async (deployment) => phase('The schedule', scheduleSteps(deployment));

const channelPhase: PhaseOf = async (deployment) => phase('Who is told', channelSteps(deployment));

const alertPhase: PhaseOf = async (deployment) => {
  const folder = join(deployment.folder, 'alerts');
  return phase('The alerts', alertSteps(deployment, folder), alertFiles(deployment, folder));
};

/** In the order of execution. */
export const PHASES: readonly PhaseOf[] = [
  projectPhase,
  spreadsheetPhase,
  scriptPhase,
  servicePhase,
  schedulePhase,
  channelPhase,
  alertPhase,
];

const phase = (
  title: string,
  steps: readonly DeployStep[],
  files: Readonly<Record<string, string>> = {},
): Phase => ({ title, steps, files, write: () => writeAll(files) });

const writeAll = (files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
};
