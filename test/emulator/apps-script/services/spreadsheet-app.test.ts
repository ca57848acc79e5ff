import { aScript, evaluateInScript, stopScripts } from '../a-script';

afterEach(stopScripts);

test('a spreadsheet that is not there is refused', async () => {
  await expect(evaluateInScript(`SpreadsheetApp.openById('nowhere')`)).rejects.toThrow(
    'Document nowhere is missing',
  );
});

test('what the person selected is what the script sees, and the other way round', async () => {
  const seen: unknown[] = [];
  const scene = await aScript(
    `function look() {
      const list = SpreadsheetApp.getActiveRangeList();
      return [SpreadsheetApp.getActiveSheet().getName(), SpreadsheetApp.getActiveRange().getA1Notation(),
        list.getRanges().map(r => r.getA1Notation()), SpreadsheetApp.getCurrentCell().getA1Notation()];
    }
    function go() { SpreadsheetApp.getActive().getSheetByName('Other').getRange('C3:D4').activate(); }
    function back() { SpreadsheetApp.setActiveSheet(SpreadsheetApp.getActive().getSheetByName('Accounts')); }`,
    { view: { selected: (selection) => seen.push([selection.sheetId, selection.ranges.length]) } },
  );
  expect(await scene.run('look')).toEqual(['Accounts', 'A1', ['A1'], 'A1']);
  scene.rep.select('B2:B4', 'B8');
  expect(await scene.run('look')).toEqual(['Accounts', 'B8', ['B2:B4', 'B8'], 'B8']);
  await scene.run('go');
  expect(scene.rep.selection.sheetId).toBe(1);
  expect(await scene.run('look')).toEqual(['Other', 'C3:D4', ['C3:D4'], 'C3']);
  await scene.run('back');
  expect(await scene.run('look')).toEqual(['Accounts', 'B8', ['B2:B4', 'B8'], 'B8']);
  expect(seen).toEqual([
    [1, 1],
    [0, 2],
  ]);
});

test('two people have each their own selection', async () => {
  const scene = await aScript(`function look() { return SpreadsheetApp.getActiveRange().getA1Notation(); }`);
  const other = scene.host.openAs({ email: 'fs@example.com', locale: 'en' });
  scene.rep.select('C3');
  other.select('D4');
  expect(await Promise.all([scene.rep.run('look'), other.run('look')])).toEqual(['C3', 'D4']);
});
