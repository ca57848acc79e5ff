import { toRecord } from '../../../../functions/domain/account/account-record';
import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { STATUSES, type Status } from '../../../../functions/domain/status/statuses';
import { TODAY } from '../../../builders';
import { accepted, codes, cold, DATA, dataFor, refused, unregistered } from '../account-lives';

const NAME = { name: '株式会社サンプル' };

/** A real number: its check digit fits. */
const NUMBER = '7000012050002';

describe('register', () => {
  const register = (status: Status, data?: TransitionData, details = {}): Command => ({
    type: 'register',
    details: { ...NAME, ...details },
    status,
    ...(data && { data }),
  });

  test.each([
    ['COLD', []],
    ['WORKING', ['OWNER', 'ACTION']],
    ['CURRENT_CLIENT', ['EVIDENCE']],
  ] as const)('a new account starts as %s, with %j', (status, guards) => {
    const life = accepted(unregistered(), register(status, dataFor(guards, cold().account, TODAY)));
    expect(toRecord(life.account)).toMatchObject({ ...NAME, status, version: 1, everMet: false });
    expect(life.history[0]?.events[0]?.type).toBe('registered');
    if (guards.length > 0) expect(codes(refused(unregistered(), register(status)))).toEqual(guards);
  });

  test.each(STATUSES.filter((status) => !['COLD', 'WORKING', 'CURRENT_CLIENT'].includes(status)))(
    'not as %s',
    (status) => {
      const refusal = refused(unregistered(), register(status));
      expect([refusal.code, refusal.legal]).toEqual(['FIRST_STATUS', ['COLD', 'WORKING', 'CURRENT_CLIENT']]);
    },
  );

  test('never COLD with a meeting', () => {
    expect(codes(refused(unregistered(), register('COLD', DATA.MET(cold().account, TODAY))))).toEqual([
      'NOT_MET',
    ]);
  });

  test('needs a name, and a corporate number whose check digit fits', () => {
    expect(refused(unregistered(), register('COLD', {}, { name: '　' })).code).toBe('NAME_NEEDED');
    const wrong = refused(unregistered(), register('COLD', {}, { corporateNumber: '1000012050002' }));
    expect(wrong.code).toBe('CORPORATE_NUMBER_INVALID');
    const typed = accepted(unregistered(), register('COLD', {}, { corporateNumber: 'Ｔ7-0000-1205-0002' }));
    expect(typed.account.corporateNumber).toBe(NUMBER);
  });

  test('once', () => {
    expect(refused(cold(), register('COLD')).code).toBe('ACCOUNT_EXISTS');
  });
});
