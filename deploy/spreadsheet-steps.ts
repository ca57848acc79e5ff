/**
 * The two spreadsheets, and the script that is bound to each: the same code, with the address of the functions in it.
 * Not verified against Google: what clasp makes and writes down behind its sign-in.
 */
import { contentHash } from './content-hash';
import type { DeployStep } from './deploy-step';
import { type Deployment, madeSheet, SHEET_NAMES, SHEETS, type SheetName, scriptFolder } from './deployment';
import type { ToolCall } from './tools';

/** Folder within that of a sheet's script, which clasp pushes; clasp refuses a folder outside its own. */
export const PUSHED_FOLDER = 'pushed';

export const spreadsheetSteps = (deployment: Deployment): readonly DeployStep[] =>
  SHEET_NAMES.map((sheet) => spreadsheet(deployment, sheet));

/** `script` holds the files to push by name; the spreadsheets must exist. */
export const scriptSteps = (
  deployment: Deployment,
  script: Readonly<Record<string, string>>,
): readonly DeployStep[] => SHEET_NAMES.map((sheet) => pushedScript(deployment, sheet, script));

/** clasp records what it made only at its end. If it is killed before, an unused spreadsheet remains and a new one is made. */
const spreadsheet = (deployment: Deployment, sheet: SheetName): DeployStep => ({
  name: `spreadsheet-${sheet}`,
  about: `the spreadsheet ${SHEETS[sheet]}, with a script of its own`,
  calls: () =>
    madeSheet(deployment, sheet) !== null
      ? []
      : [
          clasp(
            deployment,
            sheet,
            'create-script',
            '--type=sheets',
            `--title=${SHEETS[sheet]}`,
            `--rootDir=${PUSHED_FOLDER}`,
          ),
        ],
});

const pushedScript = (
  deployment: Deployment,
  sheet: SheetName,
  script: Readonly<Record<string, string>>,
): DeployStep => ({
  name: `script-${sheet}`,
  about: `the script of ${SHEETS[sheet]}`,
  // Another spreadsheet has another script.
  brings: contentHash([madeSheet(deployment, sheet)?.scriptId ?? '', ...Object.entries(script).flat()]),
  calls: () => [clasp(deployment, sheet, 'push', '--force')],
});

const clasp = (deployment: Deployment, sheet: SheetName, ...args: readonly string[]): ToolCall => ({
  tool: 'clasp',
  args,
  folder: scriptFolder(deployment, sheet),
});
