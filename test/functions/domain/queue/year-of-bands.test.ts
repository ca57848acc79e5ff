import type { CalendarDate } from '../../../../functions/domain/calendar/calendar-date';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { buildQueue } from '../../../../functions/domain/queue/queue';
import { type QueueEdit, readQueueEdit } from '../../../../functions/domain/queue/queue-edit';
import type { Band } from '../../../../functions/domain/queue/queue-texts';
import { aMember, aSettings, MEMBERS } from '../../../builders';
import {
  accepted,
  active,
  attempt,
  badFit,
  checkOf,
  client,
  dataFor,
  dead,
  imported,
  type Life,
  met,
  quarterly,
  reviewed,
  working,
} from '../account-lives';
import { queueContext } from './queue-scene';

type Where = Parameters<typeof queueContext>[0];

const bandOn = ({ account }: Life, today: CalendarDate, where: Where = {}): Band | null =>
  buildQueue([account], queueContext({ today, ...where })).rows[0]?.band ?? null;

interface Story {
  life: Life;
  /** The band from each day on; null while it is not listed. */
  days: readonly (readonly [CalendarDate, Band | null])[];
  /** What works it off, on the last of the days. */
  command: (life: Life) => Command;
  by?: string;
  where?: Where;
  bandAfter: Band | null;
  /** What is typed into its row on that day, and the band after it, or the code of the refusal. */
  cell: readonly [column: QueueEdit['column'], value: string, note: string, became: Band | null | string];
}

const proposal = (life: Life): string => life.account.proposal?.id ?? '';
const without = { members: { ...MEMBERS, is: aMember({ id: 'is', active: false }) } };
const call = (date: CalendarDate) => ({ kind: 'call' as const, date, with: '山田' });

/** All lives begin on Monday 2026-03-02. */
const STORIES: Readonly<Record<string, Story>> = {
  'a check that nobody makes comes closer, is missed three times, and is decided': {
    life: quarterly(),
    days: [
      ['2026-03-03', 'later'],
      ['2026-05-02', 'later'],
      ['2026-05-03', 'dueIn30'],
      ['2026-05-25', 'dueIn30'],
      ['2026-05-26', 'dueIn7'],
      ['2026-06-02', 'dueIn7'],
      ['2026-06-03', 'overdue'],
      ['2026-12-02', 'overdue'],
      ['2026-12-03', 'decide'],
    ],
    command: () => checkOf('stillWaiting', '2026-12-03'),
    bandAfter: 'later',
    cell: ['result', '条件待ち(次回確認日を設定)', '', 'later'],
  },
  'nobody answers a late check: it stays overdue until somebody does': {
    life: accepted(quarterly(), checkOf('noAnswer', '2026-06-10'), { today: '2026-06-10' }),
    days: [
      ['2026-06-10', 'overdue'],
      ['2026-06-24', 'overdue'],
      ['2026-07-10', 'overdue'],
    ],
    command: () => ({ type: 'logActivity', activity: { ...call('2026-07-10'), twoWay: true } }),
    bandAfter: 'later',
    cell: ['due', '2026-08-03', '', 'dueIn30'],
  },
  'the last product of a client ends': {
    life: accepted(client(), {
      type: 'saveProduct',
      product: {
        ...{ id: Object.keys(client().account.products)[0] ?? '', product: 'Cloud', state: 'live' as const },
        ...{ endsOn: '2026-09-30', churnReason: '内製化' },
      },
    }),
    days: [
      ['2026-09-29', null],
      ['2026-09-30', 'decide'],
    ],
    command: ({ account }) => ({
      type: 'changeStatus',
      to: 'WORKING',
      data: dataFor(['OWNER', 'ACTION'], account, '2026-09-30'),
    }),
    bandAfter: null,
    cell: ['result', '→ 四半期チェック', '来期の予算', 'NEED'],
  },
  'a bad fit is proposed and approved': {
    life: accepted(quarterly(), {
      type: 'propose',
      to: 'BAD_FIT',
      data: dataFor(['FIT'], quarterly().account, '2026-07-01'),
    }),
    days: [
      ['2026-07-01', 'approve'],
      ['2026-09-01', 'approve'],
    ],
    command: (life) => ({ type: 'approve', proposalId: proposal(life), note: '確認済み' }),
    by: 'manager',
    bandAfter: null,
    cell: ['result', '承認', '確認済み', null],
  },
  'a bad fit in effect waits for its review': {
    life: badFit(),
    days: [['2026-03-02', 'review']],
    command: (life) => ({ type: 'approve', proposalId: proposal(life), note: '確認済み' }),
    by: 'manager',
    bandAfter: null,
    cell: ['result', '続ける', '確認済み', null],
  },
  'a bad fit comes up again after six months': {
    life: reviewed(),
    days: [
      ['2026-09-01', null],
      ['2026-09-02', 'review'],
    ],
    command: (life) => ({
      type: 'propose',
      to: 'WORKING',
      data: { ...dataFor(['OWNER', 'ACTION'], life.account, '2026-09-02'), reason: '事業を再開した' },
    }),
    bandAfter: 'approve',
    cell: ['result', '続ける', '変わりなし', null],
  },
  'a lost account is spoken to again': {
    life: dead(),
    days: [
      ['2027-03-01', null],
      ['2027-03-02', 'revisit'],
    ],
    command: () => ({ type: 'logActivity', activity: { ...call('2027-03-02'), twoWay: true } }),
    bandAfter: null,
    cell: ['result', '対応済み', '', null],
  },
  'never met, and in work for longer than its box': {
    life: working(),
    days: [
      ['2026-05-31', null],
      ['2026-06-01', 'timeBox'],
    ],
    command: () => ({
      type: 'changeStatus',
      to: 'COLD',
      data: { reason: '三か月応答がない' },
    }),
    bandAfter: null,
    cell: ['result', '→ コールド', '三か月応答がない', null],
  },
  'met, and then nothing more': {
    life: met(),
    days: [
      ['2026-04-01', null],
      ['2026-04-02', 'decide'],
    ],
    command: ({ account }) => ({
      type: 'changeStatus',
      to: 'QUARTERLY_CHECK',
      data: dataFor(['NEED', 'NEXT_CHECK'], account, '2026-04-02'),
    }),
    bandAfter: 'later',
    cell: ['result', '対応済み', '', null],
  },
  'handed over, and acknowledged': {
    life: accepted(
      working(),
      { type: 'handOver', toId: 'is2', note: '窓口は山田部長' },
      { today: '2026-03-10' },
    ),
    days: [['2026-03-10', 'handOver']],
    command: () => ({ type: 'acknowledgeHandOver', accept: true }),
    by: 'is2',
    bandAfter: null,
    cell: ['result', '受け取る', '', null],
  },
  'its owner leaves': {
    life: quarterly(),
    days: [['2026-05-30', 'leaver']],
    command: () => ({ type: 'handOver', toId: 'is2', note: '窓口は山田部長' }),
    by: 'manager',
    where: without,
    bandAfter: 'handOver',
    cell: ['owners', 'is2', '', 'handOver'],
  },
  'a list brought it in without its evidence': {
    life: imported('CURRENT_CLIENT', { ownerId: 'is' }),
    days: [['2026-07-01', 'debt']],
    command: ({ account }) => ({ type: 'fillIn', data: dataFor(['EVIDENCE'], account, '2026-07-01') }),
    bandAfter: null,
    cell: ['result', '対応済み', '', 'DATA_NEEDED'],
  },
};

test.each(Object.entries(STORIES))('%s', (_, { life, days, command, by = 'is', where = {}, bandAfter }) => {
  for (const [day, band] of days) expect([day, bandOn(life, day, where)]).toEqual([day, band]);
  const today = days.at(-1)?.[0] ?? '';
  const after = accepted(life, command(life), { ...where, today, by });
  expect(bandOn(after, today, where)).toBe(bandAfter);
});

/** What becomes of it when that is typed into its row. */
const bandAfterCell = (
  life: Life,
  [column, value, note]: Story['cell'],
  { today, by = 'manager', ...where }: Where & { today: CalendarDate; by?: string },
): string | null => {
  const context = queueContext({ today, ...where });
  const [row] = buildQueue([life.account], context).rows;
  if (row === undefined) throw new Error('It is not listed.');
  const edit = { column, value, note, on: today, basis: row.basis };
  const reading = readQueueEdit(edit, { ...context.settings, members: context.members });
  if ('problem' in reading) return reading.problem;
  const after = attempt(life, reading.command, { ...where, today, by });
  return 'reasons' in after ? after.code : bandOn(after, today, where);
};

test.each(Object.entries(STORIES))('%s: by one cell of its row', (_, { life, days, cell, where, by }) => {
  const today = days.at(-1)?.[0] ?? '';
  const became = bandAfterCell(life, cell, { today, ...where, ...(by === undefined ? {} : { by }) });
  expect(became).toBe(cell[3]);
});

test('an opportunity of a leaver goes to whoever is typed into its row', () => {
  const members = { ...MEMBERS, fs: aMember({ id: 'fs', role: 'fs', active: false }) };
  const where = { today: '2026-03-03', members };
  expect(bandOn(active(), where.today, where)).toBe('leaver');
  const cell = ['owners', 'manager', '', null] as const;
  expect(bandAfterCell(active(), cell, where)).toBe(null);
});

test('every band has appeared', () => {
  const seen = new Set(Object.values(STORIES).flatMap(({ days }) => days.flatMap(([, band]) => band ?? [])));
  expect(seen.size).toBe(12);
});

test('a product that is added brings back what was judged without it', () => {
  const settings = aSettings({ products: ['Cloud', 'Desk', 'New'] });
  expect([bandOn(reviewed(), '2026-04-01'), bandOn(reviewed(), '2026-04-01', { settings })]).toEqual([
    null,
    'review',
  ]);
  const cell = ['result', '続ける', '新製品も合わない', null] as const;
  expect(bandAfterCell(reviewed(), cell, { today: '2026-04-01', settings })).toBe(null);
});
