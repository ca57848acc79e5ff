/** Imports of company lists and leads: rehearsed, done, done again, with slips, taken back. */
import type { Json } from './json';
import { cameAgain, cp932, csvOf, HEADERS, type ListRow, rowsOf, SLIPS } from './list-files';
import type { World } from './world';

type Query = Record<string, string>;

/** Told of a real import, so that its rows are not left out: rehearsals are asked. */
const RULES = 'sameFacts:same,sameName:another,otherSpelling:another,otherFacts:another,twice:another';

const importing = async (
  world: World,
  query: Query,
  file: { text: string } | { base64: string },
  as = 'manager',
): Promise<Json> => {
  const decided = query.dryRun === 'true' ? query : { ...query, rules: RULES };
  return (await world.recorder.call({ as, to: 'import', query: decided, ...file })).body;
};

/** A whole life of one list; answers its last batch. */
const oneList = async (
  world: World,
  list: string,
  rows: readonly ListRow[],
  more: Query = {},
): Promise<string> => {
  const { recorder } = world;
  const text = csvOf(rows, world.random.chance(0.7) ? HEADERS.ja : HEADERS.en);
  await importing(world, { list, dryRun: 'true', ...more }, { text }, 'is');
  const { batch } = await importing(world, { list, skipProblems: 'true', ...more }, { text });
  if (batch === undefined) throw new Error(`the list ${list} was not imported`);
  await recorder.call({ as: 'is', to: 'import', query: { batch } });
  await importing(world, { list, skipProblems: 'true', ...more }, { text });
  await world.refreshAll();
  return batch;
};

/** Not more rows than one commit of an import takes: in what order several of them are written is left open. */
const MOST_ROWS = 50;

export const firstLists = async (world: World): Promise<void> => {
  await oneList(world, 'EDINET', rowsOf(world, MOST_ROWS, 0.3));
  const acquired = await oneList(world, '買収先の顧客', rowsOf(world, 25, 0.3), { product: 'Desk' });
  await world.recorder.call({ as: 'manager', to: 'import', query: { undo: acquired }, text: '' });
  await world.recorder.call({ as: 'manager', to: 'import', query: { undo: acquired }, text: '' });
  await world.refreshAll();
};

/** Slips in every row but a few: refused whole, then imported without them. */
export const listWithSlips = async (world: World, list: string): Promise<void> => {
  const good = rowsOf(world, 12, 0.2);
  const text = csvOf(
    [
      ...good,
      ...SLIPS.map((slip, index) => ({ ...(good[index] as ListRow), id: `S${index}`, ...slip })),
      good[0] as ListRow,
    ],
    HEADERS.ja,
  );
  await importing(world, { list, dryRun: 'true' }, { text });
  await importing(world, { list }, { text });
  await importing(world, { list, skipProblems: 'true' }, { text });
  await world.refreshAll();
};

/** Comes again twice: with changes that the product finds out by itself, and as additions on somebody's word. */
export const changedList = async (world: World, list: string, count: number): Promise<void> => {
  const first = rowsOf(world, Math.min(count, MOST_ROWS), 0.35);
  await oneList(world, list, first);
  world.recorder.pass(30);
  const second = cameAgain(world, first);
  await importing(world, { list, dryRun: 'true' }, { text: csvOf(second, HEADERS.ja) });
  const { batch } = await importing(
    world,
    { list, skipProblems: 'true' },
    { text: csvOf(second, HEADERS.ja) },
  );
  await world.refreshAll();
  await importing(
    world,
    { list, mode: 'add', skipProblems: 'true' },
    { text: csvOf(cameAgain(world, second), HEADERS.en) },
  );
  await world.refreshAll();
  await world.recorder.call({ as: 'manager', to: 'import', query: { undo: batch }, text: '' });
  await world.refreshAll();
};

/** How a file can be read otherwise, and what cannot be read. */
export const oddFiles = async (world: World): Promise<void> => {
  const rows = rowsOf(world, 8, 0.4);
  const text = csvOf(rows, HEADERS.ja);
  await importing(world, { list: 'Shift_JIS' }, { base64: cp932(text) });
  await importing(
    world,
    { list: 'UTF-16', dryRun: 'true' },
    { base64: Buffer.from(`\ufeff${text}`, 'utf16le').toString('base64') },
  );
  await importing(
    world,
    { list: '見出しなし', noHeader: 'true', mapping: '0:listId,1:name,2:corporateNumber,3:address' },
    { text: csvOf(rows, null, ['id', 'name', 'number', 'address']) },
  );
  await importing(world, { list: '見出しなし', dryRun: 'true' }, { text: csvOf(rows, null) });
  await importing(world, { list: '列の指定', dryRun: 'true', mapping: '1:name,4:' }, { text });
  await importing(world, { list: '列の指定', mapping: '1:colour' }, { text });
  await importing(world, { dryRun: 'true' }, { text });
  await importing(world, { list: '空' }, { text: '' });
  await importing(world, { list: '見出しだけ' }, { text: `${text.split('\r\n')[0]}\r\n` });
  await importing(world, { list: '権限' }, { text }, 'viewer');
  await importing(world, { list: '列ずれ' }, { text: text.replace('\r\n', '\r\n余分,') });
  await importing(
    world,
    { list: '文字化け' },
    { base64: Buffer.concat([Buffer.from(text), Buffer.from([0x82, 0xff, 0x0a])]).toString('base64') },
  );
  await importing(world, { list: '引用符' }, { text: `${text}"閉じない,x\r\n` });
  await importing(
    world,
    { list: '大きな下見', dryRun: 'true' },
    { text: csvOf(rowsOf(world, 120, 0.1), HEADERS.ja) },
  );
  await importing(world, { undo: 'b_nobody' }, { text: '' });
  await importing(world, { list: '誤り', from: '-1', mode: 'replace' }, { text });
  await world.recorder.call({ as: 'is', to: 'import', query: { batch: 'b_nobody' } });
  await world.refreshAll();
};

export const leads = async (world: World): Promise<void> => {
  const { recorder, random } = world;
  for (const [count, share] of [
    [40, 0.5],
    [25, 0.9],
    [15, 0.1],
  ] as const) {
    const text = csvOf(rowsOf(world, count, share), random.chance(0.5) ? HEADERS.ja : HEADERS.en, [
      'id',
      'name',
      'number',
      'address',
    ]);
    await recorder.call({ as: 'is', to: 'leads', query: { price: '8000' }, text });
    await recorder.call({ as: 'viewer', to: 'leads', query: { list: 'EDINET' }, text });
    await recorder.call({
      as: 'fs',
      to: 'leads',
      query: { from: '5', noHeader: 'true', mapping: '1:name' },
      text,
    });
  }
  await recorder.call({ as: 'is', to: 'leads', query: { price: '-1' }, text: 'x' });
  await recorder.call({ as: 'is', to: 'leads', query: {}, text: '番号\r\n1\r\n' });
};
