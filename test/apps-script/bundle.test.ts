import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScriptApi } from '../../apps-script/script-api';
import { bundleScript, type ScriptBundle } from '../../emulator/apps-script/bundle';
import { findNotEmulated } from '../emulator/apps-script/emulated-types';
import { usingSuite } from '../suite';

const ENTRY = 'apps-script/main.ts';
/** As large as a script, or a page, may be that opens in a moment. */
const MOST_BYTES = {
  'Code.js': 60 * 1024,
  // Under 60 KB as they travel, compressed.
  'windows/decisions.html': 128 * 1024,
  'windows/dialog.html': 176 * 1024,
  'windows/lists.html': 128 * 1024,
  // All that a rep does with an account, the day's work, what came back and what each status would take: under 68 KB as it travels.
  'windows/sidebar.html': 216 * 1024,
  'windows/maintenance.html': 64 * 1024,
  // The words that all windows share, and the controls of their forms, are most of it.
  'windows/reports.html': 104 * 1024,
  'windows/team.html': 128 * 1024,
};

/** What windows call: the compiler asks for every name of the script's API. */
const CALLED_BY_WINDOWS: Readonly<Record<keyof ScriptApi, true>> = {
  activateTab: true,
  callFunction: true,
  goTo: true,
  listTabs: true,
  openDialog: true,
  readAccount: true,
  readTeam: true,
  refreshRows: true,
  registerDraft: true,
  resolveCopy: true,
  sendCommands: true,
  sendPending: true,
  setAutoSend: true,
  sheetFacts: true,
  sidebarState: true,
};

let pushed: ScriptBundle;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hachi-push-'));
  pushed = await bundleScript({ entry: ENTRY, outDir: folder });
});
afterAll(() => rm(folder, { recursive: true }));

const suite = usingSuite();

test('the emulator runs byte for byte what would be pushed', async () => {
  expect(Object.keys(pushed.files).sort()).toEqual([
    'Code.js',
    'appsscript.json',
    'windows/decisions.html',
    'windows/dialog.html',
    'windows/lists.html',
    'windows/maintenance.html',
    'windows/reports.html',
    'windows/sidebar.html',
    'windows/team.html',
  ]);
  for (const [name, text] of Object.entries(pushed.files))
    expect(await readFile(join(folder, name), 'utf8')).toBe(text);
  expect(suite().script.files).toEqual(pushed.files);
});

test('every service member that it uses is emulated', async () => {
  expect(await findNotEmulated(ENTRY)).toEqual([]);
});

test.each(Object.entries(MOST_BYTES))('%s is small', (name, most) => {
  expect(Buffer.byteLength(pushed.files[name] ?? '')).toBeLessThanOrEqual(most);
});

test('it is made of the sheet and the domain alone', () => {
  expect(pushed.inputs.filter((path) => !/^(?:apps-script|functions\/domain)\//.test(path))).toEqual([]);
});

test('it asks for no more than it needs: this spreadsheet only, no mail, no drive', () => {
  expect(pushed.manifest.oauthScopes).toEqual([
    'openid',
    'https://www.googleapis.com/auth/userinfo.email',
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    'https://www.googleapis.com/auth/script.container.ui',
    'https://www.googleapis.com/auth/script.external_request',
    'https://www.googleapis.com/auth/script.scriptapp',
  ]);
});

test('nothing is global but what Google Sheets and the windows call', () => {
  const names = [...(pushed.files['Code.js'] ?? '').matchAll(/^function (\w+)\(/gm)].map(([, name]) => name);
  const triggers = ['onEdit', 'onOpen', 'onSchedule'];
  const menu = names.filter((name) => name?.startsWith('menu'));
  expect(menu).toHaveLength(25);
  expect(names).toEqual([...triggers, ...menu, ...Object.keys(CALLED_BY_WINDOWS)].sort());
});
