/** Company lists as files: rows of known and of new companies, with the headers and the slips that lists in use have. */

import { corporateNumber } from './companies';
import { addDays } from './dates';
import type { Json } from './json';
import { TEAM } from './people';
import type { World } from './world';

export interface ListRow {
  id: string;
  name: string;
  number: string;
  address: string;
  phone: string;
  web: string;
  status: string;
  owner: string;
  met: string;
  lastContact: string;
  nextCheck: string;
  product: string;
  since: string;
  reference: string;
}

const JAPANESE: Readonly<Record<keyof ListRow, string>> = {
  id: '顧客コード',
  name: '会社名',
  number: '法人番号',
  address: '住所',
  phone: '電話番号',
  web: 'ホームページ',
  status: 'ステータス',
  owner: '担当者',
  met: '商談済み',
  lastContact: '最終連絡日',
  nextCheck: '次回確認日',
  product: '製品名',
  since: '契約日',
  reference: '契約番号',
};
const ENGLISH: Readonly<Record<keyof ListRow, string>> = {
  id: 'Account ID',
  name: 'Company',
  number: 'Corporate Number',
  address: 'Address',
  phone: 'Phone',
  web: 'Website',
  status: 'Status',
  owner: 'Owner',
  met: 'Met',
  lastContact: 'Last Contact',
  nextCheck: 'Next Check',
  product: 'Product',
  since: 'Start Date',
  reference: 'Order No',
};
export const HEADERS = { ja: JAPANESE, en: ENGLISH };

const STATUSES = [
  '',
  '',
  'コールド',
  'ワーキング',
  'アクティブ案件',
  '四半期',
  '四半期チェック',
  '失注',
  '既存',
  '不適合',
  '保存',
  'Working',
  'CURRENT_CLIENT',
];

const dated = ({ random, today }: World): string => {
  const day = addDays(today, -1 - random.below(500));
  const [year, month, date] = day.split('-').map(Number);
  return random.one([
    day,
    `${year}/${month}/${date}`,
    `${year}年${month}月${date}日`,
    `R${Number(year) - 2018}.${month}.${date}`,
  ]);
};

/** A row of a company that the register does not know, or of one that it knows. */
export const rowOf = (world: World, index: number, known: Json | undefined): ListRow => {
  const { random } = world;
  const details = known ?? world.companies.details();
  const status = known === undefined ? random.one(STATUSES) : '';
  const met = /コールド|^$/.test(status) ? '' : random.one(['', '済', 'はい']);
  const ofClient = /既存|CLIENT/.test(status) || random.chance(0.05);
  return {
    id: `L${String(index).padStart(4, '0')}`,
    name: details.name,
    number: random.chance(0.8) ? (details.corporateNumber ?? '') : '',
    address: details.address ?? '',
    phone: random.chance(0.5) ? (details.phone ?? '') : '',
    web: details.domains?.[0] === undefined ? '' : `https://www.${details.domains[0]}/`,
    status,
    owner: random.chance(0.4)
      ? random.one(TEAM.filter(({ role }) => role === 'is' || role === 'fs' || role === 'manager')).name
      : '',
    met,
    lastContact: met !== '' || random.chance(0.2) ? dated(world) : '',
    nextCheck:
      /四半期/.test(status) && random.chance(0.5) ? addDays(world.today, 20 + random.below(100)) : '',
    product: ofClient ? random.one(['Cloud', 'Desk', '会計']) : '',
    since: ofClient && random.chance(0.7) ? dated(world) : '',
    reference: ofClient && random.chance(0.5) ? `K-${index}` : '',
  };
};

export const rowsOf = (world: World, count: number, share: number): ListRow[] =>
  Array.from({ length: count }, (_, index) =>
    rowOf(
      world,
      index + 1,
      world.random.chance(share) ? world.random.maybeOne(world.standing())?.account : undefined,
    ),
  );

/** As the list looks when it comes again: some have another name or number, some are gone, some are new. */
export const cameAgain = (world: World, rows: readonly ListRow[]): ListRow[] => {
  const { random } = world;
  const kept = rows
    .filter(() => random.chance(0.9))
    .map((row) => {
      const fresh = world.companies.details();
      return random.weighted<ListRow>([
        [row, 12],
        [{ ...row, name: fresh.name }, 2],
        [{ ...row, number: corporateNumber(random.below(9_000_000)) }, 2],
        [{ ...row, address: row.address === '' ? '東京都港区新橋1-1-1' : row.address, owner: '' }, 2],
      ]);
    });
  return [...kept, rowOf(world, rows.length + 1, undefined), rowOf(world, rows.length + 2, undefined)];
};

/** Each makes something of one row wrong. */
export const SLIPS: readonly Partial<ListRow>[] = [
  { number: '1234567890123' },
  { number: '1.23E+12' },
  { status: '保留中' },
  { owner: '知らない人' },
  { lastContact: '2026-02-30' },
  { lastContact: '2031/1/6' },
  { name: '' },
  { status: 'コールド', met: '済' },
  { name: '#REF!' },
];

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const csvOf = (
  rows: readonly ListRow[],
  headers: Readonly<Record<keyof ListRow, string>> | null,
  columns?: readonly (keyof ListRow)[],
): string => {
  const keys = columns ?? (Object.keys(JAPANESE) as (keyof ListRow)[]);
  const lines = rows.map((row) => keys.map((key) => quoted(row[key])).join(','));
  return `${[...(headers === null ? [] : [keys.map((key) => headers[key]).join(',')]), ...lines].join('\r\n')}\r\n`;
};

/** Bytes of code page 932, which Node only reads: the inverse of what its decoder says of each pair of bytes. */
export const cp932 = (text: string): string => {
  const decoder = new TextDecoder('shift_jis');
  const bytes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfc; lead += 1)
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && !bytes.has(character)) bytes.set(character, [lead, trail]);
    }
  for (let byte = 0; byte < 0x80; byte += 1) bytes.set(String.fromCharCode(byte), [byte]);
  return Buffer.from([...text].flatMap((character) => bytes.get(character) ?? [0x3f])).toString('base64');
};
