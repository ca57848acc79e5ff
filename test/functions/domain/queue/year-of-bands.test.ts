import type { CalendarDate } from '../../../../functions/domain/calendar/calendar-date';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { buildQueue } from '../../../../functions/domain/queue/queue';
import type { Band } from '../../../../functions/domain/queue/queue-texts';
import { aMember, aSettings, MEMBERS } from '../../../builders';
import {
  accepted,
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
  },
  'a bad fit in effect waits for its review': {
    life: badFit(),
    days: [['2026-03-02', 'review']],
    command: (life) => ({ type: 'approve', proposalId: proposal(life), note: '確認済み' }),
    by: 'manager',
    bandAfter: null,
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
  },
  'a lost account is spoken to again': {
    life: dead(),
    days: [
      ['2027-03-01', null],
      ['2027-03-02', 'revisit'],
    ],
    command: () => ({ type: 'logActivity', activity: { ...call('2027-03-02'), twoWay: true } }),
    bandAfter: null,
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
  },
  'its owner leaves': {
    life: quarterly(),
    days: [['2026-05-30', 'leaver']],
    command: () => ({ type: 'handOver', toId: 'is2', note: '窓口は山田部長' }),
    by: 'manager',
    where: without,
    bandAfter: 'handOver',
  },
  'a list brought it in without its evidence': {
    life: imported('CURRENT_CLIENT', { ownerId: 'is' }),
    days: [['2026-07-01', 'debt']],
    command: ({ account }) => ({ type: 'fillIn', data: dataFor(['EVIDENCE'], account, '2026-07-01') }),
    bandAfter: null,
  },
};

test.each(Object.entries(STORIES))('%s', (_, { life, days, command, by = 'is', where = {}, bandAfter }) => {
  for (const [day, band] of days) expect([day, bandOn(life, day, where)]).toEqual([day, band]);
  const today = days.at(-1)?.[0] ?? '';
  const after = accepted(life, command(life), { ...where, today, by });
  expect(bandOn(after, today, where)).toBe(bandAfter);
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
});
