import { QUEUE_COLUMNS } from '../../../functions/sheets/queue-columns';
import { KEY_ROW } from '../../../functions/sheets/queue-pages';
import type { mergeQueueNotes as KeepNotes } from '../../../functions/store/queue-notes';
import { mergeQueueNotes, notesPageOf } from '../../../functions/store/queue-notes';
import { aCheck, leftQueue, ONE_EACH, QUEUE_TAB_ID, usingQueueScene } from '../app/queue-scene';

const scene = usingQueueScene();
const columnAt = (key: 'note' | 'id') => QUEUE_COLUMNS.findIndex((column) => column.key === key);
const NOTE_COLUMN = columnAt('note');
const ID_COLUMN = columnAt('id');
/** Below the keys stands the header. */
const FIRST_DATA_ROW = KEY_ROW + 2;
const listed = () =>
  scene()
    .rows()
    .map(({ id }) => id);

describe('notes', () => {
  const LONG = `${'長'.repeat(9_990)}\n"=1,2"\r\n'`;

  beforeEach(async () => {
    await scene().save(...ONE_EACH);
    await scene().run();
  });

  test.each([
    ['many characters', LONG],
    ['line breaks', '一行目\n二行目\n\n四行目'],
    ['what looks like a formula', '=SUM(A1:A2)'],
    ['what looks like a date', '2026/08/01'],
    ['an apostrophe', "'quoted"],
    ['emoji', '📞 田中さん 👩‍💼'],
    ['blanks around', '  x  '],
  ])('%s: kept to the letter, also when the account comes back', async (_, text) => {
    scene().note('a_week', text);
    const note = () =>
      scene()
        .tab()
        .rows.find((row) => row[ID_COLUMN]?.userEnteredValue?.stringValue === 'a_week')?.[NOTE_COLUMN]
        ?.userEnteredValue;
    await scene().run();
    expect(note()).toEqual({ stringValue: text });
    await scene().save(leftQueue('a_week'));
    await scene().run();
    expect(note()).toBeUndefined();
    await scene().save(aCheck('a_week'));
    await scene().run();
    expect(note()).toEqual({ stringValue: text });
  });

  const NOTES = { a_late: 'late', a_week: 'week', a_month: 'month', a_later: 'later' };
  const range = (startIndex: number, endIndex: number, dimension = 'COLUMNS') => ({
    sheetId: QUEUE_TAB_ID,
    dimension,
    startIndex,
    endIndex,
  });

  describe.each([
    ['nothing more', () => undefined],
    [
      'the note column moved to the front',
      () =>
        scene().person({
          moveDimension: { source: range(NOTE_COLUMN, NOTE_COLUMN + 1), destinationIndex: 0 },
        }),
    ],
    [
      'the ID column moved to the front',
      () =>
        scene().person({ moveDimension: { source: range(ID_COLUMN, ID_COLUMN + 1), destinationIndex: 0 } }),
    ],
    [
      'columns inserted',
      () => scene().person({ insertDimension: { range: range(0, 2), inheritFromBefore: false } }),
    ],
    ['other columns deleted', () => scene().person({ deleteDimension: { range: range(0, 9) } })],
    [
      'columns hidden',
      () =>
        scene().person({
          updateDimensionProperties: {
            range: range(NOTE_COLUMN - 2, ID_COLUMN + 1),
            properties: { hiddenByUser: true },
            fields: 'hiddenByUser',
          },
        }),
    ],
    [
      'a row inserted on top',
      () => scene().person({ insertDimension: { range: range(0, 1, 'ROWS'), inheritFromBefore: false } }),
    ],
    [
      'the row of keys deleted',
      () => scene().person({ deleteDimension: { range: range(KEY_ROW, KEY_ROW + 1, 'ROWS') } }),
    ],
    [
      'cells merged and the rest frozen',
      () =>
        scene().person({
          mergeCells: {
            range: {
              sheetId: QUEUE_TAB_ID,
              startRowIndex: FIRST_DATA_ROW,
              endRowIndex: FIRST_DATA_ROW + 4,
              startColumnIndex: 0,
              endColumnIndex: 3,
            },
          },
        }),
    ],
    [
      'rows hidden, a comment left',
      () =>
        scene().person(
          {
            updateDimensionProperties: {
              range: range(FIRST_DATA_ROW + 1, FIRST_DATA_ROW + 3, 'ROWS'),
              properties: { hiddenByUser: true },
              fields: 'hiddenByUser',
            },
          },
          {
            updateCells: {
              start: { sheetId: QUEUE_TAB_ID, rowIndex: FIRST_DATA_ROW + 1 },
              rows: [{ values: [{ note: 'here' }] }],
              fields: 'note',
            },
          },
        ),
    ],
  ])('after a person typed them: %s', (_, meddle) => {
    test('each stays with its account, and the sheet is as it was', async () => {
      for (const [id, text] of Object.entries(NOTES)) scene().note(id, text);
      await scene().run();
      const before = scene().json();
      expect(scene().notes()).toEqual(NOTES);
      meddle();
      await scene().run();
      expect(scene().json()).toStrictEqual(before);
    });

    test('typed afterwards, and rows have moved', async () => {
      meddle();
      scene().note('a_month', 'month');
      await scene().save(aCheck('a_new', { due: '2026-05-01' }), leftQueue('a_week'));
      await scene().run();
      expect(listed()).toEqual(['a_late', 'a_new', 'a_month', 'a_later']);
      expect(scene().notes()).toEqual({ a_new: '', a_late: '', a_month: 'month', a_later: '' });
    });
  });

  test('the rows sorted: each stays with its account, and the rows in their order', async () => {
    for (const [id, text] of Object.entries(NOTES)) scene().note(id, text);
    await scene().run();
    scene().person({
      sortRange: {
        range: { sheetId: QUEUE_TAB_ID, startRowIndex: FIRST_DATA_ROW },
        sortSpecs: [{ dimensionIndex: ID_COLUMN, sortOrder: 'DESCENDING' }],
      },
    });
    const sorted = listed();
    await scene().run();
    expect(listed()).toEqual(sorted);
    expect(scene().notes()).toEqual(NOTES);
    scene().note('a_month', 'typed');
    await scene().save(aCheck('a_new', { due: '2026-05-01' }), leftQueue('a_week'));
    await scene().run();
    expect(listed()).toEqual(['a_new', 'a_month', 'a_late', 'a_later'].sort().reverse());
    expect(scene().notes()).toEqual({ ...NOTES, a_new: '', a_month: 'typed', a_week: undefined });
  });

  test('a filter set: it stays, and each stays with its account', async () => {
    for (const [id, text] of Object.entries(NOTES)) scene().note(id, text);
    await scene().run();
    const range = { sheetId: QUEUE_TAB_ID, startRowIndex: FIRST_DATA_ROW - 1 };
    scene().person({ setBasicFilter: { filter: { range } } });
    await scene().run();
    expect(scene().notes()).toEqual(NOTES);
    expect(scene().tab().basicFilter?.range).toMatchObject({ startRowIndex: FIRST_DATA_ROW - 1 });
  });

  test.each([
    ['the tab deleted', () => scene().person({ deleteSheet: { sheetId: QUEUE_TAB_ID } })],
    [
      'everything in it cleared',
      () => scene().person({ updateCells: { range: { sheetId: QUEUE_TAB_ID }, fields: 'userEnteredValue' } }),
    ],
    [
      'the note column deleted',
      () =>
        scene().person({
          deleteDimension: {
            range: {
              sheetId: QUEUE_TAB_ID,
              dimension: 'COLUMNS',
              startIndex: NOTE_COLUMN,
              endIndex: NOTE_COLUMN + 1,
            },
          },
        }),
    ],
    [
      'rows deleted',
      () =>
        scene().person({
          deleteDimension: {
            range: {
              sheetId: QUEUE_TAB_ID,
              dimension: 'ROWS',
              startIndex: FIRST_DATA_ROW,
              endIndex: FIRST_DATA_ROW + 3,
            },
          },
        }),
    ],
  ])('%s: the notes of the last run come back', async (_, destroy) => {
    for (const [id, text] of Object.entries(NOTES)) scene().note(id, text);
    await scene().run();
    const before = scene().json();
    destroy();
    await scene().run();
    expect(scene().json()).toStrictEqual(before);
  });

  test('a cleared note stays cleared, also when the account comes back', async () => {
    scene().note('a_week', 'week');
    await scene().run();
    scene().note('a_week', '');
    await scene().run();
    expect(scene().notes().a_week).toBe('');
    await scene().save(leftQueue('a_week'));
    await scene().run();
    await scene().save(aCheck('a_week'));
    await scene().run();
    expect(scene().notes().a_week).toBe('');
  });

  test('changed after the account came back: the new one counts from then on', async () => {
    scene().note('a_week', 'old');
    for (const account of [leftQueue('a_week'), aCheck('a_week')]) {
      await scene().save(account);
      await scene().run();
    }
    scene().note('a_week', 'new');
    for (const account of [leftQueue('a_week'), aCheck('a_week')]) {
      await scene().save(account);
      await scene().run();
    }
    expect(scene().notes().a_week).toBe('new');
  });

  test('of a row that was copied, both notes', async () => {
    scene().note('a_week', 'one');
    const copied = FIRST_DATA_ROW + 1;
    const free = FIRST_DATA_ROW + ONE_EACH.length;
    const source = { sheetId: QUEUE_TAB_ID, startRowIndex: copied, endRowIndex: copied + 1 };
    scene().person(
      { appendDimension: { sheetId: QUEUE_TAB_ID, dimension: 'ROWS', length: 1 } },
      {
        copyPaste: {
          source,
          destination: { sheetId: QUEUE_TAB_ID, startRowIndex: free, endRowIndex: free + 1 },
        },
      },
    );
    scene().note('a_week', 'two');
    await scene().run();
    expect(scene().notes().a_week).toBe('two\none');
    expect(listed()).toEqual(['a_late', 'a_week', 'a_month', 'a_later']);
  });
});

describe('the copy of the notes', () => {
  const inOnePage = Array.from({ length: 400 }, (_, n) => `a_${n}`).filter(
    (id) => notesPageOf(id) === notesPageOf('a_0'),
  );

  test('two processes keep notes at once: none is lost', async () => {
    // Runs of one process take turns; a second copy of the module is as far away as another process.
    let elsewhere: typeof KeepNotes | undefined;
    jest.isolateModules(() => {
      elsewhere = require('../../../functions/store/queue-notes').mergeQueueNotes;
    });
    const { db } = scene();
    const ids = inOnePage.slice(0, 20);
    await Promise.all(
      ids.map((id, n) => (n % 2 === 0 ? mergeQueueNotes : elsewhere)?.(db, { [id]: `note ${n}` })),
    );
    expect(await mergeQueueNotes(db, {})).toEqual(Object.fromEntries(ids.map((id, n) => [id, `note ${n}`])));
  });

  test('more than a document holds: the shortest are kept, and nothing fails', async () => {
    const { db } = scene();
    const typed = Object.fromEntries(
      inOnePage.slice(0, 9).map((id, n) => [id, '長'.repeat(n === 0 ? 50 : 49_000)]),
    );
    expect(await mergeQueueNotes(db, typed)).toEqual(typed);
    const kept = await mergeQueueNotes(db, {});
    expect(Object.keys(kept)).toHaveLength(7);
    expect(kept).toMatchObject({ a_0: typed.a_0 });
  });
});
