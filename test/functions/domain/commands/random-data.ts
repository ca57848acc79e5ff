/** What a random command brings: all that the guards ask for, or with a flaw. */
import type { Account } from '../../../../functions/domain/account/account';
import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
import { addDays, type CalendarDate } from '../../../../functions/domain/calendar/calendar-date';
import type { GuardCode } from '../../../../functions/domain/status/guard-texts';
import type { Status } from '../../../../functions/domain/status/statuses';
import { ENTRY_GUARDS, transitionOf } from '../../../../functions/domain/status/transitions';
import { dataFor } from '../account-lives';
import { one } from './random-command';

/** Everything that the guards ask for, one part of it left out or spoilt by the flaw. */
export const flawed = (data: TransitionData, flaw: number, today: CalendarDate): TransitionData => {
  if (flaw === 0) return data;
  const tomorrow = addDays(today, 1);
  const spoilt: TransitionData[] = [
    { nextCheckDate: today },
    { nextCheckDate: addDays(today, 20) },
    { action: { kind: 'meeting', date: today, with: '山田' } },
    { action: { kind: 'note', date: tomorrow } },
    { bant: { need: 'yes', budget: 'yes', authority: 'yes', timing: 'yes' } },
    { bant: { need: 'unclear' }, latentNeed: '' },
    { opportunity: { product: 'Cloud' } },
    { product: { product: 'Cloud', since: today, endsOn: today, reference: 'PO' } },
    { meeting: { date: today, with: '' } },
    { ownerId: 'left' },
    { reason: '短い' },
  ];
  const keys = Object.keys(data);
  const left = one(keys, flaw);
  return flaw % 2 === 0
    ? { ...data, ...one(spoilt, Math.floor(flaw / 2)) }
    : (Object.fromEntries(Object.entries(data).filter(([key]) => key !== left)) as TransitionData);
};

/** An account that has an owner is not taken over by the way. */
export const withoutTakeOver = (
  { ownerId: owner, ...data }: TransitionData,
  account: Account,
): TransitionData =>
  owner === undefined || (account.ownerId !== null && account.ownerId !== 'left')
    ? data
    : { ...data, ownerId: owner };

export const fullData = (account: Account, to: Status, today: CalendarDate): TransitionData => {
  const guards: readonly GuardCode[] = transitionOf(account.standing.status, to)?.guards ?? ENTRY_GUARDS[to];
  return withoutTakeOver(dataFor(guards, account, today), account);
};

export const owedData = (account: Account, today: CalendarDate): TransitionData =>
  withoutTakeOver(dataFor(account.standing.debts, account, today), account);
