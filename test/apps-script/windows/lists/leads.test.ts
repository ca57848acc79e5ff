/** The match of leads: what is asked, what is shown at a time, what is saved. */
import { startLeads, updateLeads } from '../../../../apps-script/windows/lists/leads';
import type { LeadsMessage, LeadsState } from '../../../../apps-script/windows/lists/leads-state';
import type { KnownLead, LeadsAnswer } from '../../../../functions/contract/leads';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { tableOf } from '../../../../functions/domain/status/table-keys';
import { aViewer, effectOf, offline } from '../window-scene';

const lead = (line: number): KnownLead => ({
  line,
  name: `会社${line}`,
  accountId: `a_${line}`,
  accountName: `会社${line}`,
  by: 'name',
  fitting: 1,
  status: 'COLD',
  statusSince: '2026-07-01',
  met: false,
  lastMeeting: null,
  owner: null,
  lastContact: null,
  awaitedCondition: null,
  nextCheck: null,
  products: [],
});
const rows = (from: number, count: number): KnownLead[] =>
  Array.from({ length: count }, (_, n) => lead(from + n));
const answer = (over: Partial<LeadsAnswer>): LeadsAnswer => ({
  ...{ encoding: 'utf-8', sheets: [], sheet: null, headerLine: 1, writtenBy: null },
  ...{ columns: [], fields: [], problems: [], problemCount: 0, next: null },
  ...{ total: 600, known: 600, byNameOnly: 0, unsure: 0, new: 0, met: 0 },
  ...{ rows: [], similar: [], similarCount: 0 },
  byStatus: tableOf(STATUSES, () => 0),
  cost: { price: 3000, known: 0, certain: 0 },
  ...over,
});

const file = { name: 'leads.csv' } as File;
const apply = (state: LeadsState, ...messages: readonly LeadsMessage[]): LeadsState =>
  messages.reduce((now, message) => updateLeads(now, message).state, state);

const filled = apply(
  startLeads(aViewer()).state,
  { type: 'chooseFile', file },
  { type: 'setPrice', price: '３,０００円' },
);
const read: LeadsMessage = {
  type: 'fileRead',
  price: 3000,
  read: { base64: '5Lya56S+5ZCN' },
};
const matching = updateLeads(apply(filled, { type: 'match' }), read);
const matched = updateLeads(
  matching.state,
  effectOf(matching.effects, 'call').reply({ value: answer({ rows: rows(1, 120) }) }),
).state;

test('the request has the file and the price', () =>
  expect(effectOf(matching.effects, 'call').args).toEqual([
    'leads',
    'POST',
    { query: { price: 3000, noHeader: false, from: 0, base64: true }, csv: '5Lya56S+5ZCN' },
  ]));

test.each<[string, LeadsMessage, string]>([
  ['no file', { type: 'chooseFile', file: null }, 'file'],
  ['no price', { type: 'setPrice', price: '安い' }, 'price'],
])('%s: told at its field', (_, message, field) =>
  expect(apply(filled, message, { type: 'match' }).phase).toMatchObject({ kind: 'problem', field }),
);

test('a price that is not typed is left to the functions', () => {
  const asked = updateLeads(apply(filled, { type: 'setPrice', price: '' }), { type: 'match' });
  const fileRead = effectOf(asked.effects, 'task').reply({ base64: '5Lya56S+5ZCN' });
  const { effects } = updateLeads(asked.state, fileRead);
  expect(effectOf(effects, 'call').args).toEqual([
    'leads',
    'POST',
    { query: { noHeader: false, from: 0, base64: true }, csv: '5Lya56S+5ZCN' },
  ]);
});

test('rows are shown by fifty', () => {
  const shown = (state: LeadsState) => (state.phase.kind === 'matched' ? state.phase.shown : -1);
  const more: LeadsMessage = { type: 'showMore' };
  expect([shown(matched), shown(apply(matched, more)), shown(apply(matched, more, more, more))]).toEqual([
    50, 100, 120,
  ]);
});

test('a long list is matched part by part, and shown as a whole', () => {
  const first = updateLeads(
    matching.state,
    effectOf(matching.effects, 'call').reply({ value: answer({ rows: rows(1, 120), next: 5000 }) }),
  );
  expect(first.state.phase.kind).toBe('matching');
  expect(effectOf(first.effects, 'call').args).toMatchObject(['leads', 'POST', { query: { from: 5000 } }]);
  const all = updateLeads(
    first.state,
    effectOf(first.effects, 'call').reply({ value: answer({ rows: rows(5001, 80) }) }),
  ).state;
  expect(all.phase).toMatchObject({ kind: 'matched', shown: 50, answer: { known: 1200, next: null } });
});

test('the file has every row', () => {
  const { state, effects } = updateLeads(matched, { type: 'saveCsv' });
  const saved = effectOf(effects, 'saveFile');
  expect(saved.name).toBe('leads.csv');
  expect(saved.text.split('\r\n')).toHaveLength(1 + 120 + 1);
  expect(state.phase).toMatchObject({ csv: { copied: null } });
});

test('without an answer it can be repeated, from where it was', () => {
  const failed = updateLeads(matching.state, effectOf(matching.effects, 'call').reply(offline)).state;
  expect(failed.phase).toMatchObject({ kind: 'failed', begun: null });
  const first = updateLeads(
    matching.state,
    effectOf(matching.effects, 'call').reply({ value: answer({ rows: rows(1, 120), next: 5000 }) }),
  );
  const later = updateLeads(first.state, effectOf(first.effects, 'call').reply(offline)).state;
  const again = updateLeads(later, { type: 'match' });
  expect(effectOf(again.effects, 'call').args).toMatchObject(['leads', 'POST', { query: { from: 5000 } }]);
});

test('another price makes another answer', () =>
  expect(apply(matched, { type: 'setPrice', price: '1' }).phase).toEqual({ kind: 'setup' }));

describe('the list is imported in the same window', () => {
  const asked = updateLeads(matched, { type: 'importThese' });
  const readAgain = updateLeads(asked.state, {
    type: 'import',
    message: { type: 'fileRead', read: { base64: '5Lya56S+5ZCN' } },
  });
  test('rehearsed at once, as the same file, under its name', () => {
    expect(effectOf(asked.effects, 'task').kind).toBe('task');
    expect(asked.state.importing).toMatchObject({ file, list: 'leads', phase: { kind: 'rehearsing' } });
    const [name, , input] = effectOf(readAgain.effects, 'call').args;
    expect([name, input]).toMatchObject([
      'import',
      { query: { list: 'leads', dryRun: true, from: 0 }, csv: '5Lya56S+5ZCN' },
    ]);
  });
  test('as its columns were corrected, and under the name that was typed', () => {
    const corrected = apply(
      filled,
      { type: 'nameList', list: '展示会' },
      { type: 'columns', message: { type: 'setHeaderLine', headerLine: 3 } },
      { type: 'importThese' },
    );
    expect(corrected.importing).toMatchObject({ list: '展示会', columns: { headerLine: 3 } });
  });
  test('what the import does is its own; the keys are its own, too', () => {
    const failed = updateLeads(readAgain.state, effectOf(readAgain.effects, 'call').reply(offline));
    expect(failed.state.importing?.phase.kind).toBe('failed');
    expect(updateLeads(failed.state, { type: 'match' }).effects).toEqual([]);
    expect(updateLeads(failed.state, { type: 'keyPressed', escape: true }).effects).toHaveLength(1);
  });
  test('without a file there is nothing to import', () => {
    expect(apply(startLeads(aViewer()).state, { type: 'importThese' }).importing).toBeNull();
  });
});
