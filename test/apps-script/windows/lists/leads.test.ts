/** The match of leads: what is asked, what is shown at a time, what is saved. */
import { startLeads, updateLeads } from '../../../../apps-script/windows/lists/leads';
import type { LeadsMessage, LeadsState } from '../../../../apps-script/windows/lists/leads-state';
import type { KnownLead, LeadsAnswer } from '../../../../functions/contract/leads';
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
const answer = (over: Partial<LeadsAnswer>): LeadsAnswer =>
  ({
    total: 600,
    known: 600,
    unsure: 0,
    columns: [],
    fields: [],
    next: null,
    rows: [],
    ...over,
  }) as LeadsAnswer;

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
  read: { text: '会社名\n会社1', encoding: 'utf-8' },
};
const matching = updateLeads(apply(filled, { type: 'match' }), read);
const matched = updateLeads(
  matching.state,
  effectOf(matching.effects, 'call').reply({ value: answer({ rows: rows(1, 120), next: 120 }) }),
).state;

test('the request has the file and the price', () =>
  expect(effectOf(matching.effects, 'call').args).toEqual([
    'leads',
    'POST',
    { query: { price: 3000, noHeader: false, from: 0 }, csv: '会社名\n会社1' },
  ]));

test.each<[string, LeadsMessage, string]>([
  ['no file', { type: 'chooseFile', file: null }, 'file'],
  ['no price', { type: 'setPrice', price: '安い' }, 'price'],
])('%s: told at its field', (_, message, field) =>
  expect(apply(filled, message, { type: 'match' }).phase).toMatchObject({ kind: 'problem', field }),
);

test('rows are shown by fifty; more are read once all that were read are shown', () => {
  const shown = (state: LeadsState) => (state.phase.kind === 'matched' ? state.phase.shown : -1);
  const more: LeadsMessage = { type: 'showMore' };
  expect([shown(matched), shown(apply(matched, more)), shown(apply(matched, more, more))]).toEqual([
    50, 100, 120,
  ]);
  const next = updateLeads(apply(matched, more, more), more);
  expect(effectOf(next.effects, 'call').args).toMatchObject(['leads', 'POST', { query: { from: 120 } }]);
  const all = updateLeads(
    next.state,
    effectOf(next.effects, 'call').reply({ value: answer({ rows: rows(121, 80) }) }),
  ).state;
  expect(shown(all)).toBe(170);
});

test('the file has every row: the rest is read first', () => {
  const reading = updateLeads(matched, { type: 'saveCsv' });
  expect(reading.state.phase).toMatchObject({ reading: 'csv' });
  const { state, effects } = updateLeads(
    reading.state,
    effectOf(reading.effects, 'call').reply({ value: answer({ rows: rows(121, 1) }) }),
  );
  const saved = effectOf(effects, 'saveFile');
  expect(saved.name).toBe('leads.csv');
  expect(saved.text.split('\r\n')).toHaveLength(1 + 121 + 1);
  expect(state.phase).toMatchObject({ csv: { copied: null } });
});

test('without an answer the shown rows stay, and the request can be repeated', () => {
  const reading = updateLeads(matched, { type: 'saveCsv' });
  const failed = updateLeads(reading.state, effectOf(reading.effects, 'call').reply(offline)).state;
  expect(failed.phase).toMatchObject({ kind: 'matched', reading: null, trouble: { again: 'csv' } });
});

test('another price makes another answer', () =>
  expect(apply(matched, { type: 'setPrice', price: '1' }).phase).toEqual({ kind: 'setup' }));
