import type { Command } from '../../../../functions/domain/commands/command-table';
import { MEMBERS, TODAY, theMember } from '../../../builders';
import {
  accepted,
  active,
  attempt,
  dataFor,
  type Life,
  opportunitiesOf,
  ownedByFieldSales,
  quarterly,
  refused,
} from '../account-lives';

const give = (toId: string): Command => ({ type: 'handOver', toId, note: '担当替え', promises: '4月に訪問' });

const answer = (accept: boolean): Command => ({ type: 'acknowledgeHandOver', accept });

test('returned, it is the giver’s again', () => {
  const { account } = accepted(accepted(quarterly(), give('is2')), answer(false), { by: 'is2' });
  expect(account).toMatchObject({
    ownerId: 'is',
    isOwnerId: 'is',
    handOver: { fromId: 'is2', toId: 'is', acknowledgedOn: TODAY },
  });
});

test('returned after somebody else took it, it stays theirs', () => {
  const handedOver = accepted(quarterly(), give('is2'));
  const data = { ...dataFor(['ACTION'], handedOver.account, TODAY), ownerId: 'fs2' };
  const takeOver = { type: 'changeStatus', to: 'WORKING', data } as const;
  expect(refused(handedOver, takeOver, { by: 'fs2' }).code).toBe('OWNER_HANDS_OVER');
  const takenOver = accepted(handedOver, takeOver, { by: 'manager' });
  expect(accepted(takenOver, answer(false), { by: 'is2' }).account.ownerId).toBe('fs2');
});

test('only the receiver answers, and once', () => {
  const handedOver = accepted(quarterly(), give('is2'));
  expect(refused(handedOver, answer(true), { by: 'manager' }).code).toBe('HAND_OVER_NOT_YOURS');
  const done = accepted(handedOver, answer(true), { by: 'is2' });
  expect(refused(done, answer(false), { by: 'is2' }).code).toBe('HAND_OVER_NONE');
  expect(refused(quarterly(), answer(true)).code).toBe('HAND_OVER_NONE');
});

test('on leave, whoever stands in answers for the receiver; where nobody does, a manager', () => {
  const handedOver = accepted(quarterly(), give('is2'));
  const away = (standInId: string | null) => ({
    members: { ...MEMBERS, is2: { ...theMember('is2'), leaves: [{ from: TODAY, to: TODAY, standInId }] } },
  });
  const mayAnswer = (by: string, standInId: string | null): boolean =>
    'account' in attempt(handedOver, answer(true), { by, ...away(standInId) });
  expect(['is', 'fs', 'manager', 'is2'].filter((by) => mayAnswer(by, 'fs'))).toEqual(['fs', 'is2']);
  expect(['is', 'fs', 'manager', 'is2'].filter((by) => mayAnswer(by, null))).toEqual(['manager', 'is2']);
});

describe('opportunities', () => {
  const firstOf = ({ account }: Life) => Object.values(account.opportunities)[0];
  const passedOn = (): Life =>
    accepted(
      active(),
      {
        ...{ type: 'handOverOpportunity', toId: 'fs2', note: '担当替え' },
        opportunityId: opportunitiesOf(active())[0] ?? '',
      },
      { by: 'fs' },
    );

  test('that were passed to field sales are acknowledged by their owner, once', () => {
    const { code, facts } = refused(active(), answer(true), { by: 'manager' });
    expect([code, facts]).toEqual(['HAND_OVER_NOT_YOURS', { receiver: 'fs' }]);
    const done = accepted(active(), answer(true), { by: 'fs' });
    expect(firstOf(done)?.handOver?.acknowledgedOn).toBe(TODAY);
    expect(refused(done, answer(true), { by: 'fs' }).code).toBe('HAND_OVER_NONE');
  });

  test('go back to the colleague who passed them on', () => {
    const returned = accepted(passedOn(), answer(false), { by: 'fs2' });
    expect(firstOf(returned)).toMatchObject({ fsOwnerId: 'fs', handOver: null });
    expect(returned.account.standing.status).toBe('ACTIVE_OPPORTUNITY');
  });

  describe('that were opened for their receiver', () => {
    const giveBack: Command = { type: 'acknowledgeHandOver', accept: false, note: '対象の部署が違う' };

    test('are closed as returned, and the account goes back to work with the note as the reason', () => {
      const life = accepted(active(), giveBack, { by: 'fs' });
      expect(firstOf(life)).toMatchObject({ state: 'returned', closedOn: TODAY, note: '対象の部署が違う' });
      expect(life.account.standing.status).toBe('WORKING');
      expect(life.history.at(-1)?.events).toMatchObject([
        { type: 'opportunityClosed' },
        { type: 'statusChanged', reason: '対象の部署が違う' },
      ]);
    });

    test('are not without a reason, which is asked for', () => {
      const { missing } = refused(active(), answer(false), { by: 'fs' });
      expect(missing?.map(({ key }) => key)).toEqual(['reason']);
    });

    test('leave the account where it is while another opportunity is open', () => {
      const opportunity = dataFor(['OPPORTUNITY'], active().account, TODAY).opportunity ?? {};
      const two = accepted(active(), {
        type: 'addOpportunity',
        opportunity: { ...opportunity, fsOwnerId: 'fs2' },
      });
      const life = accepted(two, answer(false), { by: 'fs2' });
      expect(opportunitiesOf(life).map((id) => life.account.opportunities[id]?.state)).toEqual([
        'open',
        'returned',
      ]);
      expect(life.account.standing.status).toBe('ACTIVE_OPPORTUNITY');
    });

    test('stay with the receiver who returns the account itself', () => {
      const give: Command = { type: 'handOver', toId: 'fs', note: '担当替え' };
      const given = accepted(active(), give, { by: 'manager' });
      const returned = accepted(given, giveBack, { by: 'fs' });
      expect(returned.account).toMatchObject({ ownerId: 'is', handOver: null });
      expect(firstOf(returned)).toMatchObject({ fsOwnerId: 'fs', state: 'open' });
      expect(accepted(returned, giveBack, { by: 'fs' }).account.standing.status).toBe('WORKING');
    });
  });

  test.each([true, false])(
    'that went along with the account are answered with it (accepted: %s)',
    (accept) => {
      const give: Command = { type: 'handOver', toId: 'fs2', note: '退職', withOpportunities: true };
      const given = accepted(ownedByFieldSales(), give, { by: 'manager' });
      expect([given.account.ownerId, firstOf(given)?.fsOwnerId]).toEqual(['fs2', 'fs2']);
      expect(firstOf(given)?.handOver?.id).toBe(given.account.handOver?.id);
      const answered = accepted(given, answer(accept), { by: 'fs2' });
      const owner = accept ? 'fs2' : 'fs';
      expect([answered.account.ownerId, firstOf(answered)?.fsOwnerId]).toEqual([owner, owner]);
      expect(answered.account.handOver?.acknowledgedOn ?? null).toBe(accept ? TODAY : null);
    },
  );
});
