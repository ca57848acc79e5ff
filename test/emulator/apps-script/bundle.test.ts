import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleScript } from '../../../emulator/apps-script/bundle';
import { aScript, lastExecution, stopScripts } from './a-script';
import { findNotEmulated, readEmulatedMembers } from './emulated-types';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hachi-bundle-'));
});
afterEach(async () => {
  await stopScripts();
  await rm(folder, { recursive: true });
});

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);

async function aProject(): Promise<string> {
  await write('appsscript.json', '{"timeZone":"Asia/Tokyo","runtimeVersion":"V8"}\n');
  await mkdir(join(folder, 'windows'), { recursive: true });
  await write('windows/page.html', '<style></style><p>八</p><script></script>');
  await write('windows/list.css', 'p { color: red; }');
  await write(
    'windows/list.ts',
    "import './list.css'; import { label } from '../label'; alert(label('</p><?'));",
  );
  await write('windows/sidebar.ts', "import { label } from '../label'; alert(label(null));");
  await write('label.ts', 'export const label = (name: string | null): string => "八 " + (name ?? "?");');
  await write(
    'main.ts',
    `import { label } from './label';
    class Counter { #n = 0; count = 1; up() { return ++this.#n + this.count; } }
    export function onEdit(e: { value?: string }) { return label(e.value ?? null); }
    export const up = () => new Counter().up();
    const hidden = 1;
    export { hidden as shown };`,
  );
  return join(folder, 'main.ts');
}

test('every export is a function of the sheet, and nothing else is global', async () => {
  const { code, manifest } = await bundleScript({ entry: await aProject() });
  expect(manifest).toMatchObject({ timeZone: 'Asia/Tokyo' });
  expect(code).toMatch(/^function onEdit\(\.\.\.a\)\{return _\.[\w$]+\(\.\.\.a\)\}$/m);
  expect(code).toContain('八');
  expect(code).not.toMatch(/#n|static |^\s*count = 1/m);
  const scene = await aScript(
    `${code}\nfunction globals() { return Object.keys(globalThis).filter(n => typeof globalThis[n] === 'function' || n === '_' || n === 'label'); }`,
    { manifest },
  );
  expect(await scene.run('globals')).toEqual(expect.arrayContaining(['onEdit', 'shown', 'up', '_']));
  expect(await scene.run('globals')).not.toContain('label');
  expect(await scene.run('up')).toBe(2);
  await scene.rep.edit('A1', [['x']]);
  expect(lastExecution(scene)).toMatchObject({ functionName: 'onEdit', result: '"八 x"' });
});

test('what is pushed is what runs, byte for byte', async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'hachi-push-'));
  const entry = await aProject();
  const { code, files } = await bundleScript({ entry, outDir });
  expect(Object.keys(files)).toEqual([
    'Code.js',
    'appsscript.json',
    'windows/list.html',
    'windows/sidebar.html',
  ]);
  expect(files['Code.js']).toBe(code);
  for (const [name, text] of Object.entries(files))
    expect(await readFile(join(outDir, name), 'utf8')).toBe(text);
  expect((await bundleScript({ entry })).files).toEqual(files);
  await rm(outDir, { recursive: true });
});

test('each script of the windows is a page of its own, with the styles that it imports', async () => {
  const { files } = await bundleScript({ entry: await aProject() });
  expect(files['windows/list.html']).toMatch(
    /^<style>\np\{color:red\}\n<\/style><p>八<\/p><script>\n.*八 .*<\\\/p><\\\?.*<\/script>$/s,
  );
  expect(files['windows/sidebar.html']).toMatch(/^<style>\n<\/style><p>八<\/p><script>\n.*八 .*<\/script>$/s);
});

test('a default export is refused, for it has no name in the sheet', async () => {
  const entry = await aProject();
  await write('main.ts', 'export default 1;');
  await expect(bundleScript({ entry })).rejects.toThrow('must not have a default export');
});

test('the compiler finds what a script uses and is not emulated', async () => {
  await write(
    'fine.ts',
    `export function onEdit(e: GoogleAppsScript.Events.SheetsOnEdit): void {
      const sheet = e.range.getSheet();
      sheet.getRange(1, 2, 3, 4).setValues([[new Date()]]).offset(1, 1).setNote('x');
      const ui = SpreadsheetApp.getUi();
      if (ui.alert('a', ui.ButtonSet.OK) === ui.Button.OK) console.log(Utilities.getUuid());
      const options: GoogleAppsScript.URL_Fetch.URLFetchRequestOptions = { method: 'post', muteHttpExceptions: true };
      UrlFetchApp.fetch('http://x', options).getResponseCode();
      ScriptApp.newTrigger('onEdit').forSpreadsheet(e.source).onEdit().create();
      HtmlService.createHtmlOutputFromFile('a').setTitle('x').setWidth(3);
      LockService.getScriptLock().tryLock(PropertiesService.getScriptProperties().getKeys().length);
    }`,
  );
  await write(
    'wrong.ts',
    `export function work(): void {
      SpreadsheetApp.getActiveSheet().protect();
      SpreadsheetApp.create('x');
      GmailApp.getInboxThreads();
      new URL('http://x');
    }`,
  );
  expect(await findNotEmulated(join(folder, 'fine.ts'))).toEqual([]);
  const complaints = await findNotEmulated(join(folder, 'wrong.ts'));
  expect(complaints).toEqual([
    expect.stringContaining("'protect' does not exist on type 'Sheet'"),
    expect.stringContaining("'create' does not exist on type 'SpreadsheetApp'"),
    expect.stringContaining("'GmailApp'"),
    expect.stringContaining("'URL'"),
  ]);
});

test('every class of Google’s has its members listed', async () => {
  const members = await readEmulatedMembers();
  expect(members.Range).toEqual(expect.arrayContaining(['getValues', 'setValues', 'offset']));
  expect(members.Ui).toEqual(expect.arrayContaining(['alert', 'Button', 'ButtonSet']));
  expect(Object.keys(members)).toEqual(
    expect.arrayContaining(['SpreadsheetApp', 'HTTPResponse', 'Lock', 'Trigger']),
  );
});
