import { storyDaysOf } from '../../../emulator/demo/send-stories';
import { PURCHASED_COMPANIES, storySteps } from '../../../emulator/demo/stories';
import { STORY_DAYS } from '../../../emulator/demo/story-kit';
import { DEMO_PEOPLE, DEMO_TEAM, type DemoPerson, PRODUCTS } from '../../../emulator/demo/team';
import { type Account, blankAccount } from '../../../functions/domain/account/account';
import type { DecisionContext } from '../../../functions/domain/account/decision-context';
import type { Member } from '../../../functions/domain/account/team';
import { addDays, type CalendarDate } from '../../../functions/domain/calendar/calendar-date';
import { decide } from '../../../functions/domain/commands/decide';
import type { ImportRow } from '../../../functions/domain/commands/import-row';
import { buildQueue } from '../../../functions/domain/queue/queue';
import { aContext, anEntry, aSettings } from '../../builders';
import { queueContext } from '../../functions/domain/queue/queue-scene';

const settings = aSettings({ products: PRODUCTS });
const members: Record<string, Member> = Object.fromEntries(
  DEMO_PEOPLE.map((person) => [person, { id: person, ...DEMO_TEAM[person], active: true }]),
);
const memberIds = Object.fromEntries(DEMO_PEOPLE.map((person) => [person, person])) as Record<
  DemoPerson,
  string
>;
const companies = Array.from({ length: 378 }, (_, n) => ({
  id: `company-${n}`,
  name: `株式会社サンプル${n}`,
}));

/** Tells all lives as they would be on that day, by the domain alone; a refusal throws. */
const accountsOn = (today: CalendarDate): Map<string, Account> => {
  const accounts = new Map<string, Account>();
  const days = storyDaysOf(today, settings);
  const perform = (
    id: string,
    command: Parameters<typeof decide>[1],
    by: DemoPerson,
    on: CalendarDate,
    history: DecisionContext['history'] = [],
  ) => {
    const before = accounts.get(id) ?? blankAccount(id);
    const successor = command.type === 'putOnFile' ? (command.onFile.successorId ?? '') : '';
    const links = { [successor]: { id: successor, name: successor, successorId: null } };
    const context = aContext({ by, today: on, members, settings, links, history });
    const verdict = decide(before, command, context);
    if ('refusal' in verdict) throw new Error(`${on} ${id} ${command.type}: ${verdict.refusal.code}`);
    accounts.set(id, verdict.account);
    return anEntry(before, command, verdict.events, context);
  };
  const imported = (id: string, row: Partial<ImportRow>) =>
    perform(
      id,
      { type: 'import', row: { list: 'a list', details: { name: id }, status: 'COLD', ...row } },
      'watanabe',
      addDays(today, -STORY_DAYS[0] - 15),
    );
  for (let n = 0; n < PURCHASED_COMPANIES; n += 1) {
    const status = n < 9 ? 'CURRENT_CLIENT' : n < 11 ? 'QUARTERLY_CHECK' : 'DEAD_OPPORTUNITY';
    imported(`company-${n * 2}`, {
      list: 'purchased',
      status,
      ...(status === 'CURRENT_CLIENT' && { products: [{ product: 'みなと在庫管理', state: 'live' }] }),
    });
  }
  for (const { id } of companies) imported(id, {});
  const last = new Map<string, DecisionContext['history']>();
  const steps = storySteps({ companies, memberIds, ...days });
  for (const day of STORY_DAYS)
    for (const { subject, by, command } of steps.filter(({ daysAgo }) => daysAgo === day))
      last.set(subject, [perform(subject, command, by, days.on(day), last.get(subject))]);
  return accounts;
};

/** Every day of the week and every kind of holiday comes up. */
const starts = Array.from({ length: 40 }, (_, n) => addDays('2026-11-01', n * 17));

test.each(starts)('started on %s, nothing is refused and the queue is full', (today) => {
  const accounts = [...accountsOn(today).values()];
  const { counts, rows } = buildQueue(accounts, queueContext({ today, members, settings }));
  const { free } = storyDaysOf(today, settings);
  for (const band of ['dueIn7', 'dueIn30', 'later'] as const)
    expect([band, counts[band] > 0]).toEqual([band, free[band].length > 0]);
  expect(counts.overdue).toBeGreaterThan(10);
  expect([...new Set(rows.map(({ missed }) => missed))].sort()).toEqual([0, 1, 2, 3]);
});
