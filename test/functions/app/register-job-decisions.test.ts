/** Clients whose last product ends: nothing of the account changes on that day, and the register says all the same what is due. */
import type { Account } from '../../../functions/domain/account/account';
import { aProduct, byId } from '../../builders';
import { countReads } from '../../count-reads';
import { aRegisterAccount, FINDINGS_TAB_ID, NOW, TEN_ACCOUNTS, usingRegisterScene } from './register-scene';

const scene = usingRegisterScene();
const aClient = (id: string, endsOn: string | null): Account =>
  aRegisterAccount(id, { status: 'CURRENT_CLIENT', products: byId(aProduct({ endsOn })) });
const onDay = (day: string) => new Date(`${day}T03:00:00Z`);
const listed = () =>
  scene()
    .lines(FINDINGS_TAB_ID)
    .slice(3)
    .map(([kind, _row, company, id, found]) => [kind, company, id, found]);

test('the row and 要確認 say so from that day on, until it is decided', async () => {
  await scene().save(...TEN_ACCOUNTS, aClient('a_client', '2026-07-03'), aClient('a_lasting', null));
  await scene().run(NOW);
  expect([scene().cell('a_client', 'debts'), listed()]).toEqual(['', []]);
  await scene().run(onDay('2026-07-02'));
  expect([scene().cell('a_client', 'debts'), listed()]).toEqual(['', []]);

  await scene().run(onDay('2026-07-03'));
  const decide = ['判断待ち', '会社 a_client', 'a_client', '利用中の製品はすべて終了(2026-07-03)'];
  expect([scene().cell('a_client', 'debts'), listed()]).toEqual(['判断待ち', [decide]]);
  expect(scene().cell('a_lasting', 'debts')).toBe('');
  expect(await scene().run(onDay('2026-07-03'))).toMatchObject({ written: 0, toCheck: 1, calls: 0 });

  await scene().save(aRegisterAccount('a_client', { version: 2, status: 'WORKING' }));
  await scene().run(onDay('2026-07-03'));
  expect([scene().cell('a_client', 'debts'), listed()]).toEqual(['', []]);
});

test('a client that comes to the register on that day is found at once, and a second run writes nothing', async () => {
  await scene().save(...TEN_ACCOUNTS);
  await scene().run(NOW);
  await scene().save(
    aClient('a_new', '2026-06-30'),
    aRegisterAccount('a_1', { version: 2, withdrawn: true }),
  );
  await scene().run(NOW);
  expect(
    scene()
      .lines(FINDINGS_TAB_ID)
      .slice(3)
      .map(([kind, row]) => [kind, row]),
  ).toEqual([['判断待ち', `${scene().rowOf('a_new') + 1} 行目`]]);
  expect(await scene().run(NOW)).toMatchObject({ written: 0, calls: 0 });
});

test('a run reads those clients, and no other account that has not changed', async () => {
  const clients = ['a_1', 'a_2', 'a_3'].map((id) => aClient(id, '2026-07-03'));
  await scene().save(...TEN_ACCOUNTS, ...clients);
  await scene().run(onDay('2026-07-03'));
  const before = await countReads(() => scene().run(onDay('2026-07-02')));
  const reads = await countReads(() => scene().run(onDay('2026-07-03')));
  // A query that finds nothing is charged as one.
  expect(reads - before).toBe(clients.length - 1);
});
