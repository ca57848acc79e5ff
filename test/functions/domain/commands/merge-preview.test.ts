import type { Account } from '../../../../functions/domain/account/account';
import { toRecord } from '../../../../functions/domain/account/account-record';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { decide } from '../../../../functions/domain/commands/decide';
import { survivingStatus } from '../../../../functions/domain/commands/merge-preview';
import { STATUSES, type Status } from '../../../../functions/domain/status/statuses';
import {
  active,
  client,
  cold,
  dead,
  type Life,
  onFile,
  quarterly,
  reviewed,
  working,
} from '../account-lives';
import { contextOf, merged, notMerged, pair, previewOf, unmerged } from './merge-scene';

const unversioned = ({ account }: Life): Account => ({ ...account, version: 0 });

const LIVES: Record<Status, () => Life> = {
  COLD: cold,
  WORKING: working,
  ACTIVE_OPPORTUNITY: active,
  QUARTERLY_CHECK: quarterly,
  DEAD_OPPORTUNITY: dead,
  CURRENT_CLIENT: client,
  BAD_FIT: reviewed,
  ON_FILE: onFile,
};

describe('the status that survives', () => {
  // Rows and columns 1 to 8; 6 > 3 > 4 > 5 > 2 > 7 > 1, and 8 never.
  const TABLE = [
    '1 2 3 4 5 6 7 1',
    '2 2 3 4 5 6 2 2',
    '3 3 3 3 3 6 3 3',
    '4 4 3 4 4 6 4 4',
    '5 5 3 4 5 6 5 5',
    '6 6 6 6 6 6 6 6',
    '7 2 3 4 5 6 7 7',
    '1 2 3 4 5 6 7 –',
  ].map((line) => line.split(' '));
  const CASES = STATUSES.flatMap((one, row) =>
    STATUSES.map((other, column): [Status, Status, Status | null] => [
      one,
      other,
      STATUSES[Number(TABLE[row]?.[column]) - 1] ?? null,
    ]),
  );

  test.each(CASES)('%s and %s: %s', (one, other, survives) => {
    expect(survivingStatus(one, other)).toBe(survives);
  });

  test.each(CASES)(
    '%s goes into %s: proposed and confirmed as %s, and taken back without a trace',
    (one, other, survives) => {
      const both = pair(LIVES[one](), LIVES[other]());
      if (survives === null) {
        expect(notMerged(both, { survivorStatus: 'COLD' }).code).toBe('MERGE_INTO_FILED');
        return;
      }
      const everMet = both.from.account.everMet || both.into.account.everMet;
      const preview = previewOf(both);
      expect(preview.proposed).toBe(survives === 'COLD' && everMet ? 'WORKING' : survives);
      // The two contradict each other in whether there is a need: a person says.
      const data = preview.refusal === null ? {} : { bant: { need: 'yes' as const } };
      const result = merged(both, { data });
      expect(toRecord(result.into.account)).toMatchObject({ status: preview.proposed, everMet });
      expect(toRecord(result.from.account)).toMatchObject({
        status: 'ON_FILE',
        onFile: { reason: 'DUPLICATE', successorId: 'stays' },
        everMet: both.from.account.everMet,
      });
      const back = unmerged(result);
      expect(unversioned(back.from)).toEqual(unversioned(both.from));
      expect(unversioned(back.into)).toEqual(unversioned(both.into));
    },
  );

  test('is confirmed by a person, who sees both sides and what would be brought over', () => {
    const refusal = notMerged(pair(quarterly(), working()));
    expect(refusal).toMatchObject({
      code: 'MERGE_CONFIRM',
      facts: {
        proposed: 'QUARTERLY_CHECK',
        choices: ['QUARTERLY_CHECK', 'WORKING'],
        from: { id: 'gone', status: 'QUARTERLY_CHECK' },
        into: { id: 'stays', status: 'WORKING' },
        survivor: { id: 'stays', status: 'QUARTERLY_CHECK', everMet: true },
        brings: { contacts: [{ name: '山田' }], fills: ['bant.budget', 'bant.need'] },
        needsManager: [],
        refusal: null,
      },
    });
  });

  test('may be that of the other side, and no third one', () => {
    expect(merged(pair(dead(), working()), { survivorStatus: 'WORKING' }).into.account.standing.status).toBe(
      'WORKING',
    );
    const refusal = notMerged(pair(dead(), working()), { survivorStatus: 'CURRENT_CLIENT' });
    expect(refusal).toMatchObject({
      code: 'MERGE_STATUS',
      facts: { choices: ['DEAD_OPPORTUNITY', 'WORKING'] },
    });
  });

  test('a preview changes nothing', () => {
    const both = pair(quarterly(), working());
    const command: Command = { type: 'merge', intoId: 'stays', reason: 'DUPLICATE', preview: true };
    const verdict = decide(both.from.account, command, contextOf(both.from, both.into));
    expect(verdict).toEqual({ events: [], account: both.from.account });
  });
});
