/** What a person says of a list's columns, and what of it still holds where the list is read in another way. */
import {
  type ColumnsMessage,
  type ColumnsState,
  columnReading,
  isListRead,
  noColumns,
  type ReadColumns,
  showColumns,
  updateColumns,
} from '../../../../apps-script/windows/lists/columns';

const NAME = { ja: '会社名', en: 'Company' };
const aColumn = (header: string, field: string | null) => ({ header, field, samples: [] });
const READ: ReadColumns = {
  ...{ encoding: 'utf-8', sheets: ['一', '二'], sheet: '一', headerLine: 1, writtenBy: null },
  columns: [aColumn('社名', 'name'), aColumn('名称', null)],
  fields: [
    { field: 'name', label: NAME, ofSeveralColumns: false },
    { field: 'statusMark', label: { ja: '印', en: 'Mark' }, ofSeveralColumns: true },
  ],
};
const shown = showColumns(noColumns, READ, false);

const apply = (state: ColumnsState, ...messages: readonly ColumnsMessage[]): ColumnsState =>
  messages.reduce(updateColumns, state);

test('as it was read, nothing is said of it', () => {
  expect(shown).toMatchObject({ fields: ['name', null], changed: null, isOpen: false });
  expect(columnReading(shown)).toEqual({
    ...{ mapping: null, noHeader: false, encoding: null, sheet: null, headerLine: null },
  });
  expect(isListRead(READ)).toBe(true);
});

test('a list of which no company is known is opened', () => {
  expect(isListRead({ columns: [] })).toBe(false);
  expect(showColumns(noColumns, READ, true).isOpen).toBe(true);
});

test('what several columns can be stays with the others', () => {
  const assigned = apply(
    shown,
    { type: 'assign', index: 0, field: 'statusMark' },
    { type: 'assign', index: 1, field: 'statusMark' },
  );
  expect(assigned).toMatchObject({ fields: ['statusMark', 'statusMark'], changed: { moved: null } });
});

test('a field that another column had moves, and the person is told which', () => {
  const assigned = apply(shown, { type: 'assign', index: 1, field: 'name' });
  expect(assigned).toMatchObject({ fields: [null, 'name'], corrected: true, changed: { moved: NAME } });
  expect(columnReading(assigned).mapping).not.toBeNull();
});

test.each<[ColumnsMessage, object]>([
  [{ type: 'setEncoding', encoding: 'cp932' }, { encoding: 'cp932' }],
  [
    { type: 'setSheet', sheet: '二' },
    { sheet: '二', headerLine: null },
  ],
  [{ type: 'setHeaderLine', headerLine: 3 }, { headerLine: 3 }],
])('read in another way, what was said of the columns says nothing: %j', (message, reading) => {
  const corrected = apply(shown, { type: 'assign', index: 1, field: 'name' }, message);
  expect(columnReading(corrected)).toMatchObject({ mapping: null, ...reading });
});

test('a list without headers has no line of them', () => {
  const said = apply(
    shown,
    { type: 'setHeaderLine', headerLine: 3 },
    { type: 'setNoHeader', noHeader: true },
  );
  expect(columnReading(said)).toMatchObject({ noHeader: true, headerLine: null });
});
