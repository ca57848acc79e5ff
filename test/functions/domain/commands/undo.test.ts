import { toRecord } from '../../../../functions/domain/account/account-record';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { anOpportunityInput, MEMBERS, TODAY, theMember } from '../../../builders';
import {
  accepted,
  active,
  badFit,
  busyClient,
  client,
  cold,
  DATA,
  dataFor,
  duplicate,
  HEADQUARTERS,
  type Life,
  met,
  quarterly,
  refused,
  unregistered,
  working,
} from '../account-lives';

const undo = (version: number): Command => ({ type: 'undo', version });
const undoLast = (life: Life, where: Parameters<typeof accepted>[2] = {}): Life =>
  accepted(life, undo(life.account.version), where);
const whyNot = (
  life: Life,
  version: number,
  where: Parameters<typeof accepted>[2] = { by: 'manager' },
): string => refused(life, undo(version), where).code;

const edited = (kana = 'サンプル', life = cold()): Life =>
  accepted(life, { type: 'editDetails', details: { kana } }, { now: '2026-07-01T03:00:00.000Z' });

const move = (
  life: Life,
  to: 'WORKING' | 'CURRENT_CLIENT' | 'ON_FILE' | 'DEAD_OPPORTUNITY' | 'ACTIVE_OPPORTUNITY',
  guards: Parameters<typeof dataFor>[0],
): Life =>
  accepted(
    life,
    { type: 'changeStatus', to, data: dataFor(guards, life.account, TODAY) },
    { links: HEADQUARTERS },
  );

describe('who may undo', () => {
  test('own change within 24 hours', () => {
    expect(undoLast(edited(), { now: '2026-07-02T03:00:00.000Z' }).account.kana).toBeNull();
    expect(whyNot(edited(), 2, { now: '2026-07-02T03:00:00.001Z' })).toBe('UNDO_TOO_LATE');
  });

  test('not the change of somebody else', () => {
    expect(whyNot(edited(), 2, { by: 'is2' })).toBe('UNDO_TOO_LATE');
  });

  test('a manager, of anybody, at any time', () => {
    expect(undoLast(edited(), { by: 'manager', now: '2027-07-01T03:00:00.000Z' }).account.kana).toBeNull();
  });

  test('an answer to a proposal only while still a manager', () => {
    const life = badFit();
    const proposalId = life.account.proposal?.id ?? '';
    const done = accepted(life, { type: 'approve', proposalId, note: '確認' }, { by: 'manager' });
    const demoted = { ...MEMBERS, manager: { ...theMember('manager'), role: 'is' as const } };
    expect(whyNot(done, done.account.version, { by: 'manager', members: demoted })).toBe('UNDO_TOO_LATE');
  });
});

describe('what an undo does', () => {
  test('is a new entry that brings back what was before', () => {
    const life = undoLast(move(cold(), 'WORKING', ['OWNER', 'ACTION']));
    expect(life.account).toEqual({ ...cold().account, version: 3 });
    expect(life.history.at(-1)).toMatchObject({ version: 3, command: 'undo', undoes: 2 });
    expect(life.history.at(-1)?.events).toMatchObject([
      { type: 'undone', from: 'WORKING', to: 'COLD', data: { undoes: 2, command: 'changeStatus' } },
    ]);
  });

  test('can itself be undone', () => {
    const moved = move(cold(), 'WORKING', ['OWNER', 'ACTION']);
    const again = undoLast(undoLast(moved));
    expect(again.account).toEqual({ ...moved.account, version: 4 });
  });

  test('later changes to other parts do not stand in the way', () => {
    const life = accepted(edited(), { type: 'setBant', bant: { need: 'yes' } });
    const { account } = accepted(life, undo(2));
    expect(account).toMatchObject({ kana: null, bant: { need: { value: 'yes' } } });
  });

  test('later changes to the same part do, and are named', () => {
    const life = edited('サンプルジャパン', edited());
    const refusal = refused(life, undo(2));
    expect(refusal).toMatchObject({
      code: 'UNDO_LATER_CHANGES',
      facts: { version: 3, by: 'is', command: 'editDetails' },
    });
  });

  test('the same change is not undone twice', () => {
    expect(whyNot(undoLast(edited()), 2)).toBe('UNDO_LATER_CHANGES');
  });

  test.each([0, 3, 99])('version %i does not exist', (version) => {
    expect(whyNot(edited(), version)).toBe('UNDO_UNKNOWN');
  });

  test('a history that does not reach the present is not enough to judge by', () => {
    const life = edited('サンプルジャパン', edited());
    expect(whyNot(life, 2, { by: 'manager', history: life.history.slice(0, 2) })).toBe('UNDO_UNKNOWN');
  });
});

describe('a meeting is never undone', () => {
  const meet = (life: Life): Life =>
    accepted(life, { type: 'logActivity', activity: { kind: 'meeting', date: TODAY, with: '山田' } });

  test('neither the first nor a later one, not even by a manager', () => {
    for (const life of [meet(working()), meet(met())])
      for (const by of ['is', 'manager'])
        expect(whyNot(life, life.account.version, { by })).toBe('UNDO_MEETING');
  });

  test('nor with the move that brought it', () => {
    const life = move(working(), 'DEAD_OPPORTUNITY', ['MET', 'LOST']);
    expect(whyNot(life, life.account.version)).toBe('UNDO_MEETING');
  });

  test('an undo does not make a met account COLD', () => {
    const moved = move(cold(), 'WORKING', ['OWNER', 'ACTION']);
    const filed = move(moved, 'ON_FILE', ['KEEP']);
    expect(refused(filed, undo(3)).code).toBe('UNDO_REOPENS');
    const back = accepted(meet(filed), undo(3), { by: 'manager' });
    expect(back.account.standing.status).toBe('WORKING');
    expect(whyNot(back, 2)).toBe('UNDO_BREAKS_RULE');
    const unresponsive = accepted(working(), {
      type: 'changeStatus',
      to: 'COLD',
      data: { reason: '応答がない' },
    });
    const undone = meet(undoLast(unresponsive));
    expect(whyNot(undone, undone.account.version - 1)).toBe('UNDO_BREAKS_RULE');
  });
});

describe('an undo obeys the rules', () => {
  test('no open opportunity is left on a quarterly account', () => {
    const data = DATA.OPPORTUNITY(quarterly().account, TODAY);
    const moved = accepted(quarterly(), { type: 'changeStatus', to: 'ACTIVE_OPPORTUNITY', data });
    const second: Command = { type: 'addOpportunity', opportunity: anOpportunityInput({ product: 'Desk' }) };
    expect(whyNot(accepted(moved, second), moved.account.version)).toBe('UNDO_BREAKS_RULE');
    expect(undoLast(moved).account.standing.status).toBe('QUARTERLY_CHECK');
  });

  test('a client whose last product has ended by its date may undo something else', () => {
    const [id = ''] = Object.keys(client().account.products);
    const ending = accepted(client(), {
      type: 'saveProduct',
      product: { id, product: 'Cloud', state: 'live', endsOn: '2026-08-31', churnReason: '更新なし' },
    });
    const life = accepted(
      ending,
      { type: 'editDetails', details: { kana: 'カナ' } },
      { today: '2026-09-10' },
    );
    expect(undoLast(life, { today: '2026-09-10' }).account.kana).toBeNull();
  });

  test('back on the quarterly queue only with the need agreed, and with the check that was overdue', () => {
    const moved = move(quarterly(), 'WORKING', ['OWNER', 'ACTION']);
    const overdue = toRecord(quarterly().account).nextCheck;
    expect(overdue?.date).toBe('2026-06-02');
    expect(toRecord(undoLast(moved).account).nextCheck).toEqual(overdue);
    const denied = accepted(quarterly(), { type: 'setBant', bant: { need: 'no' } });
    const worked = move(denied, 'WORKING', ['OWNER', 'ACTION']);
    expect(whyNot(worked, worked.account.version)).toBe('UNDO_BREAKS_RULE');
  });

  test('a link that was cut comes back only where no circle closes', () => {
    const life = accepted(duplicate(), { type: 'cutLink', reason: '別会社' }, { by: 'manager' });
    const { version } = life.account;
    const hq = { hq: { id: 'hq', name: '本社', successorId: 'acc-1' } };
    expect(whyNot(life, version, { by: 'manager', links: hq })).toBe('UNDO_BREAKS_RULE');
    expect(whyNot(life, version, { by: 'manager', links: {} })).toBe('UNDO_BREAKS_RULE');
    const back = accepted(life, undo(version), { by: 'manager', links: HEADQUARTERS });
    expect(toRecord(back.account).onFile?.successorId).toBe('hq');
  });

  test('a proposal does not come back to an account that has moved on', () => {
    const data = DATA.FIT(quarterly().account, TODAY);
    const waiting = accepted(quarterly(), { type: 'propose', to: 'BAD_FIT', data });
    const proposalId = waiting.account.proposal?.id ?? '';
    const rejected = accepted(waiting, { type: 'reject', proposalId, note: '対象内' }, { by: 'manager' });
    const moved = move(rejected, 'WORKING', ['OWNER', 'ACTION']);
    expect(whyNot(moved, rejected.account.version)).toBe('UNDO_BREAKS_RULE');
    expect(undoLast(rejected, { by: 'manager' }).account.proposal?.id).toBe(proposalId);
  });

  test('what went to a successor is not undone on one side', () => {
    const life = accepted(
      busyClient(),
      {
        type: 'putOnFile',
        onFile: { reason: 'MERGED', successorId: 'hq', products: 'successor', opportunities: 'successor' },
      },
      { links: HEADQUARTERS },
    );
    expect(whyNot(life, life.account.version)).toBe('UNDO_LINKED');
  });
});

describe('a registration by mistake', () => {
  test('is withdrawn: the account is unknown from then on, its history kept', () => {
    const life = accepted(cold(), undo(1), { now: '2026-03-02T04:00:00.000Z' });
    expect(life.account.withdrawn).toBe(true);
    expect(life.history).toHaveLength(2);
    expect(refused(life, { type: 'editDetails', details: { kana: 'カナ' } }).code).toBe('ACCOUNT_UNKNOWN');
    expect(refused(life, undo(2), { by: 'manager' }).code).toBe('ACCOUNT_UNKNOWN');
  });

  test('not once somebody has worked on it', () => {
    expect(whyNot(edited(), 1)).toBe('UNDO_LATER_CHANGES');
  });

  test('then imported again: it starts anew, and whom we met stays met', () => {
    const row = (status: 'COLD' | 'WORKING'): Command => ({
      type: 'import',
      row: { list: '展示会', details: { name: '株式会社サンプル' }, status },
    });
    const withdrawn = accepted(client(), undo(1), { by: 'manager' });
    const again = accepted(withdrawn, row('COLD'));
    expect(toRecord(again.account)).toMatchObject({ status: 'COLD', withdrawn: false, version: 3 });
    expect(again.account.products).toEqual({});

    const metOnce = accepted(unregistered(), {
      type: 'register',
      details: { name: '株式会社サンプル' },
      status: 'WORKING',
      data: { ...dataFor(['OWNER', 'ACTION', 'MET'], cold().account, TODAY) },
    });
    const gone = undoLast(metOnce);
    expect(refused(gone, row('COLD')).code).toBe('IMPORT_MET_COLD');
    expect(toRecord(accepted(gone, row('WORKING')).account)).toMatchObject({
      status: 'WORKING',
      everMet: true,
    });
  });
});

test('an opportunity opened by mistake is undone with its move', () => {
  const life = active();
  const { account } = undoLast(life, { by: 'manager' });
  expect(account).toEqual({ ...cold().account, version: 3 });
});

describe('the way back that takes a manager', () => {
  test('is not a rep’s undo of what the rep has put on file', () => {
    const life = accepted(cold(), { type: 'putOnFile', onFile: { reason: 'LEGAL_HOLD' } });
    expect(refused(life, undo(2)).code).toBe('UNDO_REOPENS');
    expect(accepted(life, undo(2), { by: 'manager' }).account.standing.status).toBe('COLD');
  });

  test('but it is a rep’s undo of an own bad fit, before its review', () => {
    const judged = accepted(met(), {
      type: 'changeStatus',
      to: 'BAD_FIT',
      data: DATA.FIT(met().account, TODAY),
    });
    expect(accepted(judged, undo(3)).account.standing.status).toBe('WORKING');
    const proposalId = judged.account.proposal?.id ?? '';
    const reviewedOne = accepted(judged, { type: 'approve', proposalId, note: '確認' }, { by: 'manager' });
    expect(refused(reviewedOne, undo(3)).code).toBe('UNDO_LATER_CHANGES');
  });

  test('a move that was a mistake is taken back over an X, where nobody was met', () => {
    const { account } = cold();
    const data = dataFor(['EVIDENCE'], account, TODAY);
    const life = accepted(cold(), { type: 'changeStatus', to: 'CURRENT_CLIENT', data });
    expect(accepted(life, undo(2)).account.standing.status).toBe('COLD');
  });
});
