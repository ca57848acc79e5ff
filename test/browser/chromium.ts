/** The browser of the tests: which one, and how it starts. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const EXECUTABLE_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const EXECUTABLE_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const findBrowser = (): string | null => {
  const inPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => EXECUTABLE_NAMES.map((name) => join(folder, name)));
  const found = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', ...inPath, ...EXECUTABLE_PATHS];
  return found.find((path) => path !== '' && existsSync(path)) ?? null;
};

/** Null where none is installed. */
export const CHROMIUM = findBrowser();

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** They cost processes of their own, of each page: frames that are sandboxed, and the menu below a bar for addresses. */
const DISABLED_FEATURES = ['IsolateSandboxedIframes', 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/**
 * Chromium obeys the last list of features to disable: Playwright's own has to stand in it, too. Playwright tells it where it cannot
 * start the browser, as Node is none.
 */
const disabledFeatures = async (): Promise<string> => {
  const failure: unknown = await chromium
    .launch({ executablePath: process.execPath })
    .catch((error) => error);
  const [list] = /--disable-features=\S+/.exec(String(failure)) ?? [];
  if (list === undefined) throw new Error('Playwright no longer tells which features it disables.');
  return [list, ...DISABLED_FEATURES].join(',');
};

export const launchChromium = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM ?? '',
    headless: true,
    args: [...FLAGS, await disabledFeatures()],
  });
