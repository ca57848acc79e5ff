/** Questions that change nothing: look-ups in every spelling, pages of the register, accounts with their history. */
import { type Json, valuesOf } from './json';
import type { World } from './world';

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

const bare = (name: string): string => name.replace(/株式会社|有限会社|合同会社|㈱|[(（]株[)）]| Inc\./g, '');

/** What people type who mean this company. */
const spellings = ({ random }: World, account: Json): string[] => {
  const name: string = account.name;
  const short = bare(name);
  const at = random.below(Math.max(1, short.length - 1));
  return [
    name,
    short,
    `(株)${short} 御中`,
    fullWidth(short),
    short.slice(0, Math.max(2, short.length - 2)),
    `${short.slice(0, at)}${short[at + 1] ?? ''}${short[at] ?? ''}${short.slice(at + 2)}`,
    short.replace('高', '髙').replace('邉', '辺'),
    account.kana ?? short.toUpperCase(),
    account.englishName ?? short.toLowerCase(),
    account.formerNames[0]?.name ?? `株式会社${short}`,
    account.corporateNumber ?? '1234567890123',
    account.corporateNumber === null ? 'T1234567890128' : `T${account.corporateNumber}`,
    account.corporateNumber?.slice(1) ?? '100000000001',
    account.securitiesCode ?? '1301',
    account.domains[0] ?? 'unknown-sample.co.jp',
    `https://www.${account.domains[0] ?? 'unknown-sample.co.jp'}/about?x=1`,
    valuesOf(account.contacts).find(({ email }) => email !== null)?.email ?? 'someone@gmail.com',
    account.id,
    account.phone ?? '03-0000-0000',
  ];
};

const ODD = ['=HYPERLINK("x")', '1.23E+12', '株式会社', 'あ', '  ', 'T', '0000000000000', '💡', '@', 'the'];

export const lookups = async (world: World, count: number): Promise<void> => {
  const { recorder, random } = world;
  for (let done = 0; done < count; done += 1) {
    const account = random.maybeOne([...world.accounts.values()])?.account;
    const as = random.one(['is', 'fs', 'viewer', 'manager']);
    const q =
      account === undefined || random.chance(0.05) ? random.one(ODD) : random.one(spellings(world, account));
    await recorder.call({ as, to: 'lookup', json: { q } });
    if (account === undefined || !random.chance(0.12)) continue;
    await recorder.call({
      as,
      to: 'lookup',
      json: random.one<Record<string, string>>([
        { name: account.name },
        { number: account.corporateNumber ?? '123' },
        { id: account.id },
        { name: account.name, id: account.id },
        {},
      ]),
    });
  }
};

const pages = async ({ recorder }: World, query: Record<string, string>, most: number): Promise<void> => {
  let cursor: string | null = null;
  for (let page = 0; page < most; page += 1) {
    const { body } = await recorder.call({
      as: 'is',
      to: 'accounts',
      query: { ...query, ...(cursor === null ? {} : { cursor }) },
    });
    const { rows, cursor: next } = body as Json;
    cursor = next;
    if (cursor === null || rows.length === 0) break;
  }
};

export const registerPages = async (world: World): Promise<void> => {
  const { recorder } = world;
  for (const status of ['COLD', 'QUARTERLY_CHECK', 'ON_FILE']) await pages(world, { status, limit: '12' }, 3);
  await pages(world, { ownerId: world.idOf('is'), limit: '25' }, 3);
  await pages(world, { changes: 'true', limit: '60' }, 4);
  for (const query of [
    'cursor=abc',
    'limit=0',
    'limit=x',
    'status=LUKEWARM',
    'limit=5&limit=6',
    'colour=red',
    'changes=maybe',
  ])
    await recorder.call({ as: 'is', to: 'accounts', query });
};

export const accountsInFull = async (world: World, count: number): Promise<void> => {
  const { recorder, random } = world;
  const ids = random.shuffled([...world.accounts.keys()]).slice(0, count);
  for (const id of ids) {
    const more = random.weighted<Record<string, string>>([
      [{}, 5],
      [{ entries: '0' }, 1],
      [{ entries: '3' }, 1],
      [{ before: '3', entries: '5' }, 1],
    ]);
    await recorder.call({
      as: random.one(['is', 'fs', 'manager', 'viewer']),
      to: 'account',
      query: { id, ...more },
    });
  }
};
