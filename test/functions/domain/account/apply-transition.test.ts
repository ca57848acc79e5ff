import { toRecord } from '../../../../functions/domain/account/account-record';
import { legalMoves } from '../../../../functions/domain/account/offered-transitions';
import { aContext, MEMBERS, TODAY, theMember } from '../../../builders';
import {
  accepted,
  approved,
  badFit,
  codes,
  dataFor,
  HEADQUARTERS,
  type Life,
  met,
  refused,
  reviewed,
} from '../account-lives';
import { bareLife, CELLS, LEGAL_CELLS, readyLife } from '../status/specification-cells';

const OWNER_LEFT = { ...MEMBERS, is: { ...theMember('is'), active: false } };
const SUNDAY = '2026-10-04';

describe('without data', () => {
  test.each(LEGAL_CELLS)('$name is refused and names every guard: $guards', (cell) => {
    const life = bareLife(cell);
    expect(life.account.standing.status).toBe(cell.from);
    const refusal = refused(
      life,
      {
        type: 'changeStatus',
        to: cell.to,
        // A date that is not given is computed, and so never missing; this one is no business day.
        data: cell.guards.includes('NEXT_CHECK') ? { nextCheckDate: SUNDAY } : {},
      },
      { by: 'fs', members: cell.guards.includes('OWNER') ? OWNER_LEFT : MEMBERS },
    );
    expect(codes(refusal).sort()).toEqual([...cell.guards].sort());
    expect(refusal.code).toBe(refusal.reasons[0]?.code);
    for (const { message } of refusal.reasons) {
      expect(message.ja).toMatch(/[ぁ-ん]/);
      expect(message.en).toMatch(/^[\x20-\x7e]+$/);
    }
    for (const { label, kind, choices } of refusal.missing) {
      expect(label.ja).not.toBe('');
      expect(label.en).not.toBe('');
      expect(choices.length > 0).toBe(['choice', 'products'].includes(kind));
    }
    expect(refusal.legal).toEqual(legalMoves(life.account, aContext()));
  });
});

describe('with its data', () => {
  test.each(LEGAL_CELLS.filter(({ sign }) => sign !== 'M'))('$name is made', (cell) => {
    const life = readyLife(cell);
    const moved = accepted(
      life,
      { type: 'changeStatus', to: cell.to, data: dataFor(cell.guards, life.account, TODAY) },
      { links: HEADQUARTERS, by: cell.from === 'ACTIVE_OPPORTUNITY' ? 'fs' : 'is' },
    );
    expect(toRecord(moved.account)).toMatchObject({
      status: cell.to,
      statusSince: TODAY,
      version: life.account.version + 1,
    });
    expect(moved.history.at(-1)?.events.at(-1)).toMatchObject({ type: 'statusChanged', to: cell.to });
  });

  test.each(LEGAL_CELLS.filter(({ sign }) => sign === 'M'))(
    '$name waits for a manager who is not the proposer',
    (cell) => {
      const life = readyLife(cell);
      const data = dataFor(cell.guards, life.account, TODAY);
      const direct = refused(life, { type: 'changeStatus', to: cell.to, data }, { by: 'manager' });
      expect(codes(direct)).toEqual(['MANAGER']);
      const proposed = accepted(life, { type: 'propose', to: cell.to, data }, { by: 'manager2' });
      expect(proposed.account.standing.status).toBe(cell.from);
      const proposalId = proposed.account.proposal?.id ?? '';
      const approve = { type: 'approve', proposalId, note: '承認します' } as const;
      expect(refused(proposed, approve, { by: 'manager2' }).code).toBe('APPROVAL_OWN');
      expect(refused(proposed, approve, { by: 'is' }).code).toBe('ROLE_NOT_ALLOWED');
      const { account } = accepted(proposed, approve, { by: 'manager' });
      expect(toRecord(account)).toMatchObject({ status: cell.to, proposal: null });
    },
  );

  test.each(LEGAL_CELLS.filter(({ sign }) => sign !== 'M'))(
    '$name needs no approval and is not proposed',
    (cell) => {
      const life = readyLife(cell);
      const data = dataFor(cell.guards, life.account, TODAY);
      expect(refused(life, { type: 'propose', to: cell.to, data }).code).toBe('APPROVAL_NOT_NEEDED');
    },
  );
});

describe('illegal', () => {
  const everything = (life: Life) =>
    dataFor(['OWNER', 'ACTION', 'OPPORTUNITY', 'NEED', 'REASON'], life.account, TODAY);

  test.each(CELLS.filter(({ sign }) => sign === 'X'))('$name is refused whatever the data', (cell) => {
    const life = readyLife(cell);
    const data = everything(life);
    for (const type of ['changeStatus', 'propose', 'restore'] as const) {
      const refusal = refused(life, { type, to: cell.to, data }, { by: 'manager' });
      expect(refusal.code).toBe(
        cell.from === 'COLD'
          ? 'MEETING_FIRST'
          : cell.to === 'COLD'
            ? life.account.everMet
              ? 'NOT_MET'
              : 'MOVE_ILLEGAL'
            : 'THROUGH_WORKING',
      );
      expect(refusal.legal).toEqual(legalMoves(life.account, aContext()));
      expect(refusal.legal).not.toContain(cell.to);
    }
  });

  test.each(CELLS.filter(({ sign }) => sign === '–'))('$name is no change: log a contact instead', (cell) => {
    const life = readyLife(cell);
    const command = { type: 'changeStatus', to: cell.to, data: everything(life) } as const;
    expect(refused(life, command, { by: 'manager' }).code).toBe('NO_CHANGE');
  });
});

test('a bad fit restored through its manager keeps its history', () => {
  const life = approved(
    reviewed(badFit(met())),
    'WORKING',
    dataFor(['OWNER', 'ACTION'], met().account, TODAY),
  );
  expect(life.history.map(({ command }) => command)).toEqual([
    'register',
    'logActivity',
    'changeStatus',
    'approve',
    'propose',
    'approve',
  ]);
  expect(toRecord(life.account)).toMatchObject({ status: 'WORKING', badFit: null, everMet: true });
});
