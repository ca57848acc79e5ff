import type { ReportItem } from '../../../../apps-script/windows/reports/list-report';
import {
  type ListMessage,
  type ListState,
  MAX_FILE_ROWS,
  newList,
  updateList,
} from '../../../../apps-script/windows/reports/list-state';
import { firstFields } from '../../../../apps-script/windows/reports/report-fields';
import { TODAY } from '../../../builders';
import { aViewer, offline } from '../window-scene';

const fields = firstFields(TODAY);
const items = (count: number, from = 0): ReportItem[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ key: `k${from + n}`, accountId: `a${from + n}`, title: `会社${from + n}`, status: null },
    ...{ facts: [], lines: [], record: [`会社${from + n}`, from + n] },
  }));
const update = (state: ListState, message: ListMessage) => updateList(aViewer(), state, message);
const answer = (state: ListState, count: number, cursor: string | null) =>
  update(state, {
    ...{ type: 'pageRead', serial: state.serial },
    result: {
      value: { items: items(count, state.items.length), cursor, unreadable: 0, remark: null },
    },
  });
const asked = (): ListState => update(newList('history'), { type: 'ask', fields }).state;
const limitsAsked = ({ effects }: ReturnType<typeof update>): unknown[] =>
  effects.flatMap((effect) => (effect.kind === 'call' ? [effect.args[2]] : []));

test('it opens with the last month, and the end of the month before as the past day', () => {
  expect(fields).toMatchObject({ from: '2026-06-01', to: '2026-07-01', day: '2026-06-30' });
});

test('a page that has nothing goes on by its cursor; what was read stays', () => {
  const empty = answer(asked(), 0, 'next').state;
  expect(empty).toMatchObject({ items: [], cursor: 'next', phase: { kind: 'ready' } });
  const on = update(empty, { type: 'more' });
  expect(limitsAsked(on)).toMatchObject([{ query: { cursor: 'next', limit: 100 } }]);
  expect(answer(on.state, 3, null).state).toMatchObject({ cursor: null, items: { length: 3 } });
});

test('an answer to an older question is dropped, and nothing is asked twice', () => {
  const first = asked();
  const second = update(first, { type: 'ask', fields: { ...fields, person: 'is' } }).state;
  const late: ListMessage = {
    ...{ type: 'pageRead', serial: first.serial },
    result: { value: { items: items(1), cursor: null, unreadable: 0, remark: null } },
  };
  expect(update(second, late).state).toBe(second);
  for (const type of ['more', 'saveFile', 'writeTab', 'again'] as const)
    expect(update(second, { type }).effects).toEqual([]);
});

test('the file has all pages, and says where there are more than it takes', () => {
  const begun = update(answer(asked(), 100, 'p2').state, { type: 'saveFile' });
  expect(begun.state.phase.kind).toBe('collecting');
  expect(limitsAsked(begun)).toMatchObject([{ query: { cursor: 'p2', limit: 1000 } }]);
  const whole = answer(begun.state, 7, null);
  expect(whole.state.file).toMatchObject({ rows: 107, isWhole: true });
  expect(whole.effects.map(({ kind }) => kind)).toEqual(['saveFile', 'focus']);
  const long = answer(begun.state, MAX_FILE_ROWS, 'p3');
  expect(long.state.file).toMatchObject({ rows: MAX_FILE_ROWS, isWhole: false });
  expect(long.state.file?.text.split('\r\n')).toHaveLength(MAX_FILE_ROWS + 2);
});

test('after a fault it goes on from where it was; a tab that failed is written again on request', () => {
  const read = answer(asked(), 100, 'p2').state;
  const reading = update(read, { type: 'more' }).state;
  const failed = update(reading, { type: 'pageRead', serial: reading.serial, result: offline }).state;
  expect(failed).toMatchObject({ phase: { kind: 'failed' }, items: { length: 100 } });
  expect(limitsAsked(update(failed, { type: 'again' }))).toMatchObject([{ query: { cursor: 'p2' } }]);
  const writing = update(read, { type: 'writeTab' }).state;
  const noTab = update(writing, { type: 'tabWritten', result: offline }).state;
  expect(noTab.tab).toMatchObject({ kind: 'failed', error: { code: 'OFFLINE' } });
  expect(limitsAsked(update(noTab, { type: 'writeTab' }))).toMatchObject([{ body: { from: '2026-06-01' } }]);
});
