/** A large customer: hundreds of people on one account go in, are listed, and fit its document. */
import { readContacts } from '../../../functions/app/read-contacts';
import { submit } from '../../../functions/app/submit';
import { MAX_CONTACTS } from '../../../functions/domain/account/draft';
import type { CallerCommand } from '../../../functions/domain/commands/command-table';
import { accountDocument } from '../../../functions/store/account-fields';
import { loadAccount } from '../../../functions/store/accounts';
import { aContact, anAccount, byId, MEMBERS, TODAY } from '../../builders';
import { expectConsistentStore } from '../store/expect-consistent-store';
import {
  aCommandContext,
  acceptedRow,
  aRegisterSubmit,
  aSubmitRequest,
  eachOpenStore,
  submitOne,
} from './submit-requests';

const COUNT = 300;
const BLOCK = 100;
const contact = (n: number): CallerCommand => ({
  type: 'saveContact',
  contact: { name: `窓口 ${n}`, department: `第${n}営業部`, email: `p${n}@sample.example` },
});

eachOpenStore('300 contacts of one account', (db) => {
  test('go in, in blocks, each once, and are listed all', async () => {
    acceptedRow(await submitOne(db(), aRegisterSubmit('a_1')));
    for (let from = 0; from < COUNT; from += BLOCK) {
      const version = (await loadAccount(db(), 'a_1'))?.version ?? 0;
      const block = Array.from({ length: BLOCK }, (_, n) =>
        aSubmitRequest('a_1', version, contact(from + n)),
      );
      for (const result of await submit(db(), block, aCommandContext())) acceptedRow(result);
    }
    expect(Object.keys((await loadAccount(db(), 'a_1'))?.contacts ?? {})).toHaveLength(COUNT);
    const { rows, hasMore } = await readContacts(db(), { members: MEMBERS, today: TODAY });
    expect(new Set(rows.map((row) => row.contact.name)).size).toBe(COUNT);
    expect(hasMore).toBe(false);
    await expectConsistentStore(db());
  });
});

test('as many as one account takes are a third of what a document holds', () => {
  const contacts = byId(
    ...Array.from({ length: MAX_CONTACTS }, (_, n) =>
      aContact({
        ...{
          id: `c${n}`,
          name: '山田 太郎左衛門',
          department: '情報システム部 第一グループ',
          title: '課長代理',
        },
        ...{ email: `taro.yamada${n}@sample.example.co.jp`, phone: '03-1234-5678', role: '決裁者' },
      }),
    ),
  );
  const bytes = Buffer.byteLength(JSON.stringify(accountDocument(anAccount({ contacts }), [])));
  expect(bytes).toBeLessThan(350_000);
});
