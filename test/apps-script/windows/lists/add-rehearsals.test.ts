import { addRehearsals } from '../../../../apps-script/windows/lists/add-rehearsals';
import type { ImportAnswer, ListChanges } from '../../../../functions/contract/import';

const changes = (line: number, gone: number | null): ListChanges => ({
  counts: { renamed: 1, renumbered: 2, added: 3, unchanged: 4, gone },
  renamed: [{ line, accountId: `a${line}`, from: '甲', to: '乙' }],
  renumbered: [],
  added: [{ line, name: `社${line}` }],
  unchanged: [],
  gone: [],
});
const part = (line: number, over: Partial<ImportAnswer>): ImportAnswer => ({
  ...{
    batch: 'b-1',
    list: '取引先',
    encoding: 'utf-8',
    sheets: [],
    sheet: null,
    headerLine: 1,
    writtenBy: null,
    dryRun: true,
    mode: 'changes',
    total: 800,
  },
  ...{ done: 0, next: null, columns: [], fields: [] },
  counts: { created: 1, filled: 2, unchanged: 3, refused: 4, withDebts: 5, undecided: 6 },
  changes: changes(line, null),
  problems: [{ line, code: 'CUT', message: { ja: '', en: '' }, detail: '' }],
  problemCount: 7,
  notes: [],
  noteCount: 2,
  undecided: [],
  undecidedCount: 0,
  similar: [],
  similarCount: 0,
  decided: [],
  decidedCount: 2,
  statuses: [],
  statusCount: 0,
  ...{ words: [], wordCount: 0, members: [], twice: 0 },
  ...over,
});

test('the first part is the whole until another comes', () => {
  expect(addRehearsals(null, part(2, { next: 400 }))).toEqual(part(2, { next: 400 }));
});

test('counts add up, rows follow each other, and the end knows who has left the list', () => {
  const last = part(402, { changes: changes(402, 6) });
  expect(addRehearsals(part(2, { next: 400 }), last)).toMatchObject({
    next: null,
    counts: { created: 2, filled: 4, unchanged: 6, refused: 8, withDebts: 10, undecided: 12 },
    changes: {
      counts: { renamed: 2, renumbered: 4, added: 6, unchanged: 8, gone: 6 },
      renamed: [{ line: 2 }, { line: 402 }],
      added: [{ line: 2 }, { line: 402 }],
    },
    problems: [{ line: 2 }, { line: 402 }],
    problemCount: 14,
    noteCount: 4,
    decidedCount: 4,
  });
});

test('a list that only adds has no changes', () => {
  const parts = [part(2, { changes: null }), part(402, { changes: null })] as const;
  expect(addRehearsals(...parts).changes).toBeNull();
});
