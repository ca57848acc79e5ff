/** A process of its own for the kill test: serves the workbooks of a folder and prints where. */
import { startSheetsApi } from '../../../emulator/sheets-api/server';
import { openWorkbooks } from '../../../emulator/workbook/workbook';

async function serve(dataDir: string): Promise<void> {
  const workbooks = openWorkbooks({ dataDir });
  if (!workbooks.has('killed')) workbooks.create('killed', { title: 'Killed' });
  const { rootUrl } = await startSheetsApi({ workbooks });
  process.stdout.write(`${rootUrl}\n`);
}

serve(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
