/** Formulas and markup in whatever people can write, by HTTP, by cells and by lists: they come out as the texts that they are. */
import { parse } from 'csv-parse/sync';
import { QUEUE_ID, REGISTER_ID } from '../../emulator/suite';
import { tabAsCsv } from '../../emulator/tab-csv';
import type { UpdateRequest } from '../../emulator/workbook/model';
import { COLUMN_KEYS } from '../../functions/domain/register/column-keys';
import { csvField } from '../../functions/domain/text/csv-field';
import { type SheetScene, sendPending, sheetScene } from '../apps-script/sheet-scene';
import { aCommandRequest, emailOf, type TestSuite } from '../suite';
import { PAYLOADS } from './payloads';
import { expectSoundStore } from './sound-store';
import type { TortureRun } from './torture-run';

const SHEET = 8001;
const JOBS = ['layout', 'queue', 'duplicates'] as const;

interface Company {
  id: string;
  name: string;
  version: number;
}

/** Each payload in every place of an account of its own, whose name begins with it. */
export const injectOnce = async (
  suite: TestSuite,
  run: TortureRun,
  payloads: readonly string[],
  round: string,
): Promise<void> => {
  const scene = sheetScene(suite);
  await nameMember(suite, run.random.one(payloads));
  const companies = await importList(suite, payloads, round);
  run.expect(
    companies.length === payloads.length,
    () => `${companies.length} of ${payloads.length} imported`,
  );
  await byHttp(suite, run, companies, payloads);
  await runJobs(suite);
  await setAutomatic(scene);
  await byCells(scene, companies, payloads);
  await byHttp(suite, run, companies, payloads);
  await runJobs(suite);
  run.count('payloads', payloads.length);
  expectTexts(suite, run);
  expectHarmlessCsv(suite, run);
  await expectEscapedDialogs(scene, run, companies);
};

/** Everybody's tabs show it. */
const nameMember = async (suite: TestSuite, payload: string): Promise<void> => {
  const { body } = await suite.call('admin', 'members');
  const member = { email: emailOf('is'), name: `${payload}佐藤`, role: 'is', active: true };
  await suite.call('admin', 'members', { body: { expectedVersion: body.version, member } });
};

const importList = async (
  suite: TestSuite,
  payloads: readonly string[],
  round: string,
): Promise<readonly Company[]> => {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const names = payloads.map((payload, n) => `${payload}商事${round}${n}`);
  const lines = names.map((name) => `${quoted(name)},四半期チェック,2026-03-02,is@hachi.example`);
  const file = `会社名,ステータス,最終連絡日,担当者\n${lines.join('\n')}\n`;
  // The name of the list, as that of its file, is shown, too; one with a tab in it is refused.
  const list = `${payloads[0]?.replaceAll('\t', ' ')}${round}.csv`;
  // Payloads that are spelled nearly the same make names that are asked about.
  const rules = 'twice:another,otherSpelling:another,sameName:another';
  await suite.call('manager', 'import', { file, query: { list, rules } });
  const { body } = await suite.call('is', 'accounts', {
    query: { status: 'QUARTERLY_CHECK', limit: 200 },
  });
  return body.rows.filter(({ name }: Company) => new RegExp(`商事${round}\\d+$`).test(name));
};

const byHttp = async (
  suite: TestSuite,
  run: TortureRun,
  companies: readonly Company[],
  payloads: readonly string[],
): Promise<void> => {
  for (const [n, { id }] of companies.entries()) {
    const { body } = await suite.call('is', 'account', { query: { id, entries: 0 } });
    const row = { id, version: body.account.version };
    const text = payloads[n] ?? '';
    const results = await suite.submit(
      'is',
      aCommandRequest({ type: 'setAwaited', awaitedCondition: text, contact: { name: text } }, row),
      aCommandRequest({ type: 'saveContact', contact: { name: `${text}様`, department: text } }, row),
      aCommandRequest(
        { type: 'logActivity', activity: { kind: 'note', date: '2026-06-30', with: text, note: text } },
        row,
      ),
      aCommandRequest({ type: 'addFormerName', name: `${text}旧商事`, until: '2026-01-05' }, row),
    );
    for (const { status } of results) run.count(status === 200 ? 'texts accepted' : 'texts refused');
    run.expect(
      results.every(({ status }) => status < 500),
      () => `${JSON.stringify(text)}: ${JSON.stringify(results)}`,
    );
  }
};

const runJobs = async (suite: TestSuite): Promise<void> => {
  for (const job of JOBS) {
    const { status, body } = await suite.call('manager', job, { body: {} });
    if (status !== 200) throw new Error(`${job}: ${JSON.stringify(body)}`);
  }
};

/** As a person sets every column of the register to the format "Automatic". */
const setAutomatic = (scene: SheetScene): Promise<unknown> =>
  scene.suite.script
    .openAs(
      { email: emailOf('is'), locale: 'ja' },
      {
        toast: () => {},
        show: () => {},
        alert: async () => 'OK',
        prompt: async () => ({ button: 'OK', text: '' }),
      },
    )
    .change(
      COLUMN_KEYS.map(
        (key): UpdateRequest => ({
          repeatCell: {
            range: {
              ...{ sheetId: SHEET, startRowIndex: 2 },
              ...{ startColumnIndex: scene.column(key), endColumnIndex: scene.column(key) + 1 },
            },
            cell: {},
            fields: 'userEnteredFormat.numberFormat',
          },
        }),
      ),
    );

/** Typed into cells, one by one; what a spreadsheet computes from it is the person's own. */
const byCells = async (
  scene: SheetScene,
  companies: readonly Company[],
  payloads: readonly string[],
): Promise<void> => {
  const seat = await scene.sit('is');
  for (const [n, { id }] of companies.entries())
    await scene.type(seat, id, n % 2 === 0 ? 'contact' : 'awaitedCondition', `'${payloads[n] ?? ''}`);
  await sendPending(seat);
};

/** No cell of any tab computes anything. */
const expectTexts = (suite: TestSuite, run: TortureRun): void => {
  for (const id of [REGISTER_ID, QUEUE_ID])
    for (const { properties, rows } of suite.workbooks.get(id).tabs)
      for (const cell of rows.flat()) {
        if (cell?.userEnteredValue === undefined) continue;
        run.count('cells');
        const { formulaValue } = cell.userEnteredValue;
        run.expect(formulaValue == null, () => `${properties.title}: ${formulaValue} is a live formula`);
      }
};

/** What a program that opens the file would compute; full-width forms count as their narrow ones. */
const FORMULA = /^[\s\p{C}]*[=+\-@\u2212]/u;

const expectHarmlessCsv = (suite: TestSuite, run: TortureRun): void => {
  for (const id of [REGISTER_ID, QUEUE_ID])
    for (const tab of suite.workbooks.get(id).tabs) {
      const csv = tabAsCsv(suite.workbooks.get(id), tab);
      const lines: string[][] = parse(csv, { bom: true, relax_column_count: true });
      for (const field of lines.flat())
        run.expect(
          !FORMULA.test(field.normalize('NFKC')) || /^-?[\d.,]+%?$/.test(field),
          () => `${tab.properties.title} as CSV: ${JSON.stringify(field)}`,
        );
    }
  for (const payload of PAYLOADS) {
    const [[field = ''] = []]: string[][] = parse(csvField(payload), { relax_quotes: true });
    run.expect(!FORMULA.test(field.normalize('NFKC')), () => `as a field: ${JSON.stringify(field)}`);
  }
};

/** The page of a dialog carries what was selected in an attribute, and nowhere else. */
const expectEscapedDialogs = async (
  scene: SheetScene,
  run: TortureRun,
  companies: readonly Company[],
): Promise<void> => {
  const seat = await scene.sit('is');
  for (const { id, name } of companies) {
    seat.dialogs.length = 0;
    seat.session.select(`'${scene.tab().properties.title}'!${scene.a1(id, 'name')}`);
    await seat.session.run('sidebarState');
    await seat.session.choose('Hachi', 'ステータスを変更…');
    const [dialog] = seat.dialogs;
    run.expect(
      dialog !== undefined && (!/[<>"']/.test(name) || !dialog.html.includes(name)),
      () => `the dialog of ${JSON.stringify(name)} has it as it is`,
    );
  }
};

const ROUNDS_OF = 30;

export const injection =
  (suite: TestSuite) =>
  async (run: TortureRun): Promise<void> => {
    for (let from = 0; from < PAYLOADS.length; from += ROUNDS_OF)
      await injectOnce(suite, run, PAYLOADS.slice(from, from + ROUNDS_OF), `第${from}`);
    await expectSoundStore(suite.db, run);
  };
