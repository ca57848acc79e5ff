import type { Command } from '../../../../functions/domain/commands/command-table';
import { TODAY } from '../../../builders';
import { accepted, codes, type Life, refused, working } from '../account-lives';

const give = (life: Life, toId: string, promises?: string): Life => {
  const command: Command = { type: 'handOver', toId, note: '担当替え' };
  return accepted(life, promises === undefined ? command : { ...command, promises }, { by: 'manager' });
};
const KEEP: Command = { type: 'keepPromises', note: '見積を渡しました' };
const promisesOf = ({ account: { handOver } }: Life) => handOver?.promises;

test('kept, it says when and how; kept again, nothing changes', () => {
  const kept = accepted(give(working(), 'is2', '4月に訪問'), KEEP, { by: 'is2' });
  expect(kept.account.handOver).toMatchObject({ promises: '4月に訪問', promisesKeptOn: TODAY });
  expect(kept.history.at(-1)?.events).toMatchObject([{ type: 'promisesKept', reason: '見積を渡しました' }]);
  expect(accepted(kept, KEEP, { by: 'is2' })).toBe(kept);
});

test('where nothing was promised, nothing is kept', () => {
  for (const life of [working(), give(working(), 'is2'), give(working(), 'is2', ' ')])
    expect(codes(refused(life, KEEP))).toEqual(['PROMISES_NONE']);
});

test('what is not kept goes along with the next hand-over, what is kept does not', () => {
  const first = give(working(), 'is2', '4月に訪問');
  expect(promisesOf(give(first, 'is'))).toBe('4月に訪問');
  expect(promisesOf(give(first, 'is', '5月に見積'))).toBe('4月に訪問\n5月に見積');
  expect(promisesOf(give(accepted(first, KEEP), 'is'))).toBeNull();
});

test('returned, it goes back with the account, and waits for nobody', () => {
  const back = (life: Life) =>
    accepted(life, { type: 'acknowledgeHandOver', accept: false }, { by: 'is2' }).account;
  const account = back(give(working(), 'is2', '4月に訪問'));
  expect(account).toMatchObject({
    ownerId: 'is',
    handOver: { fromId: 'is2', toId: 'is', promises: '4月に訪問', acknowledgedOn: TODAY },
  });
  expect(back(give(working(), 'is2')).handOver).toBeNull();
});
