import { aScript, stopScripts } from '../a-script';

afterEach(stopScripts);

test('a list of ranges is written as one', async () => {
  const { run, values } = await aScript(`function work() {
    const list = SpreadsheetApp.getActiveSheet().getRangeList(['A1', 'C1:C2']).setValue('x');
    list.setNote('seen');
    return list.getRanges().map(r => r.getA1Notation());
  }`);
  expect(await run('work')).toEqual(['A1', 'C1:C2']);
  expect(values('Accounts')).toEqual([
    ['x', '', 'x'],
    ['', '', 'x'],
  ]);
});
