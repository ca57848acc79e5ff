/** A request that was made on a version which is not the newest any more. */
import type { CommandContext } from '../../../functions/app/command-context';
import { submit } from '../../../functions/app/submit';
import type { CallerCommand } from '../../../functions/domain/commands/command-table';
import { loadAccount } from '../../../functions/store/accounts';
import { expectConsistentStore } from '../store/expect-consistent-store';
import {
  aCommandContext,
  acceptedRow,
  aRegisterSubmit,
  aSubmitRequest,
  contactCommand,
  eachOpenStore,
  isAccepted,
  refusalOfResult,
  submitAll,
  submitOne,
  TO_WORKING,
} from './submit-requests';

eachOpenStore('a version that is not the newest', (db) => {
  afterEach(() => expectConsistentStore(db()));

  test('keeps two contacts and two BANT keys', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    const commands: CallerCommand[] = [
      contactCommand('山田'),
      contactCommand('佐藤'),
      { type: 'setBant', bant: { need: 'yes' } },
      { type: 'setBant', bant: { budget: 'no' } },
    ];
    for (const command of commands) acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 1, command)));
    const account = await loadAccount(db(), 'a_1');
    expect(
      Object.values(account?.contacts ?? {})
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['佐藤', '山田']);
    expect(account?.bant).toMatchObject({ need: { value: 'yes' }, budget: { value: 'no' } });
  });

  test('is a conflict for a status, which names who, when, what, and both values', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    await submitOne(db(), aSubmitRequest('a_1', 1, TO_WORKING), aCommandContext('is2'));
    const mine: CallerCommand = {
      type: 'changeStatus',
      to: 'BAD_FIT',
      data: {
        fit: { reason: 'SIZE', explicitNeed: 'none', latentNeed: 'none', products: ['Cloud', 'Desk'] },
      },
    };
    const found = await submitOne(db(), aSubmitRequest('a_1', 1, mine));
    expect(found).toMatchObject({ row: { status: 'WORKING', version: 2 } });
    expect(refusalOfResult(found)).toMatchObject({
      code: 'CONFLICT',
      facts: {
        version: 2,
        expectedVersion: 1,
        since: [{ version: 2, by: 'is2', byName: 'is2', at: aCommandContext().now, command: 'changeStatus' }],
        yours: mine,
      },
    });
    expect(refusalOfResult(found)).toMatchObject({
      facts: {
        since: [{ changes: expect.arrayContaining([{ path: 'status', before: 'COLD', after: 'WORKING' }]) }],
      },
    });
    expect(refusalOfResult(found).legal).toContain('ACTIVE_OPPORTUNITY');
  });

  test('a version of the future is a conflict', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    expect(refusalOfResult(await submitOne(db(), aSubmitRequest('a_1', 7, TO_WORKING))).code).toBe(
      'CONFLICT',
    );
  });

  test('is no conflict with what the same block did before, however long the block is', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    const fillers = Array.from({ length: 120 }, (_, n) => aRegisterSubmit(`a_f${n}`));
    const results = await submit(
      db(),
      [
        aSubmitRequest('a_1', 1, TO_WORKING),
        ...fillers,
        aSubmitRequest('a_1', 1, { type: 'setNextCheck', date: '2026-09-01' }),
      ],
      aCommandContext(),
    );
    expect(acceptedRow(results[0]).status).toBe('WORKING');
    // Not a check's status, and not a conflict either: what it reads was changed by this very block.
    expect(refusalOfResult(results.at(-1)).code).toBe('CHECK_NOT_RUNNING');
  });

  test.each<[string, { by: string; over: Pick<CommandContext, 'channel'> }, string]>([
    ['no conflict for the next edit of the same person', { by: 'is', over: { channel: 'cell' } }, 'FIT'],
    ['none where the clock sends that one', { by: 'is', over: { channel: 'trigger' } }, 'FIT'],
    ['a conflict for the edit of another person', { by: 'is2', over: { channel: 'cell' } }, 'CONFLICT'],
    [
      'a conflict for what the same person does elsewhere',
      { by: 'is', over: { channel: 'menu' } },
      'CONFLICT',
    ],
  ])('an edited cell whose answer was lost is %s', async (_, { by, over }, code) => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    await submitOne(db(), aSubmitRequest('a_1', 1, TO_WORKING), aCommandContext('is', { channel: 'cell' }));
    const next = aSubmitRequest('a_1', 1, { type: 'changeStatus', to: 'BAD_FIT' });
    expect(refusalOfResult(await submitOne(db(), next, aCommandContext(by, over))).code).toBe(code);
  });

  test('of an editor whom nobody knows, the next edit may be another person’s', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    const unknown = (command: CallerCommand) => aSubmitRequest('a_1', 1, command, { editor: 'unknown' });
    const sent = aCommandContext('is', { channel: 'trigger' });
    expect(isAccepted(await submitOne(db(), unknown(TO_WORKING), sent))).toBe(true);
    const next = unknown({ type: 'changeStatus', to: 'BAD_FIT' });
    expect(refusalOfResult(await submitOne(db(), next, sent)).code).toBe('CONFLICT');
  });

  test('stays a conflict when somebody names the request of another member in the block', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    const theirs = aSubmitRequest('a_1', 1, TO_WORKING);
    await submitOne(db(), theirs, aCommandContext('is2'));
    const toCold: CallerCommand = { type: 'changeStatus', to: 'COLD', data: { reason: '応答がありません' } };
    const results = await submit(
      db(),
      [{ ...theirs, command: contactCommand('山田') }, aSubmitRequest('a_1', 1, toCold)],
      aCommandContext(),
    );
    expect(results.map((result) => refusalOfResult(result).code)).toEqual(['REQUEST_KEY_REUSED', 'CONFLICT']);
  });

  test('fifty different commands on one account at once: each is accepted, or a conflict', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    const commands = Array.from({ length: 50 }, (_, n): CallerCommand => {
      if (n % 5 === 0) return { type: 'editDetails', details: { industry: `業種 ${n}` } };
      return n % 5 === 1 ? TO_WORKING : contactCommand(`人 ${n}`);
    });
    const results = await Promise.all(
      commands.map((command) => submitOne(db(), aSubmitRequest('a_1', 1, command))),
    );
    const account = await loadAccount(db(), 'a_1');
    const kept = results.filter(isAccepted);
    expect(account?.version).toBe(1 + kept.length);
    expect(Object.keys(account?.contacts ?? {})).toHaveLength(30);
    results.forEach((result, n) => {
      if ('refusal' in result) expect([n % 5 < 2, result.refusal.code]).toEqual([true, 'CONFLICT']);
    });
    // Of the details and of the status, the first one wins; the others are told.
    expect(kept).toHaveLength(30 + 1 + 1);
  });
});
