import { setLogFunction } from '@google-cloud/firestore';
import { loadAccount } from '../../../functions/store/accounts';
import { UnitOfWork } from '../../../functions/store/unit-of-work';
import { aContext, anAccount, anEntry, aProduct, byId, TODAY } from '../../builders';
import { eachOpenStore } from '../app/submit-requests';

const READS = {
  accountIds: ['a_1', 'a_2'],
  requestIds: [],
  corporateNumbers: [],
  newCompanies: [],
  mostlyNew: false,
};

eachOpenStore('what must not be stored, whatever decided it', (db) => {
  const stagedWith = async (over: Parameters<typeof anAccount>[0], id = 'a_1') => {
    const work = await UnitOfWork.open(db(), READS);
    const loaded = await work.load(id);
    const account = anAccount({ id, ...over });
    const entry = anEntry(loaded.account, { type: 'undo', version: 1 }, [], aContext());
    return { work, problem: work.stage([{ loaded, account, entry }], TODAY) };
  };

  test.each([
    ['a product in use on a cold account', { products: byId(aProduct()) }],
    ['a met account that is cold', { everMet: true }],
    ['an active opportunity without an open one', { status: 'ACTIVE_OPPORTUNITY' }],
    ['a bad fit without a review', { status: 'BAD_FIT' }],
  ] as const)('%s is not taken', async (_, over) => {
    const { work, problem } = await stagedWith(over);
    expect(problem).toBe('forbidden');
    expect(await work.commit()).toBe(true);
    expect(await loadAccount(db(), 'a_1')).toBeNull();
  });

  test('and what may be stored is', async () => {
    const { work, problem } = await stagedWith({}, 'a_2');
    expect(problem).toBeNull();
    expect(await work.commit()).toBe(true);
    expect(await loadAccount(db(), 'a_2')).toMatchObject({ name: '株式会社サンプル' });
  });
});

eachOpenStore('what a block reads of its accounts', (db) => {
  test('is what it needs: not the keys that they are found by, which are most of an account', async () => {
    const work = await UnitOfWork.open(db(), READS);
    const loaded = await work.load('a_1');
    const account = anAccount({ id: 'a_1' });
    work.stage(
      [{ loaded, account, entry: anEntry(loaded.account, { type: 'undo', version: 1 }, [], aContext()) }],
      TODAY,
    );
    expect(await work.commit()).toBe(true);

    const received: string[] = [];
    setLogFunction((line) => received.push(line));
    const again = await UnitOfWork.open(db(), READS);
    setLogFunction(null);
    expect((await again.load('a_1')).stored).toEqual(account);
    expect(received.join()).toContain(account.name);
    expect(received.join()).not.toContain('matchKeys');
  });
});
