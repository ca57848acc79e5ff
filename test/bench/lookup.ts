/** A lookup among many accounts, over HTTP, against a bare function with a single indexed query; and the documents that it reads. */

import { findLookupCandidates } from '../../functions/app/find-lookup-candidates';
import type { LookupAnswer } from '../../functions/contract/lookup';
import type { Account } from '../../functions/domain/account/account';
import { foldCompanyName } from '../../functions/domain/company/name/company-name';
import { parseLookupQuery } from '../../functions/domain/lookup/query';
import { rankHits } from '../../functions/domain/lookup/rank';
import { digest } from '../../functions/store/firestore';
import { readSuccessorsAndParent } from '../../functions/store/successors';
import { loadTeam } from '../../functions/store/team';
import { countReads } from '../count-reads';
import { openAgent, runLoad, sendOrThrow } from './load';
import { alternateSides, type BenchFigure, type BenchOptions, ratioOf } from './measure';
import { serveFunction } from './processes';
import { aCompany, openBenchTeam, writeAccounts } from './team';

const SIZES = {
  full: { accounts: 100_000, rounds: 15, calls: 200, warmUp: 300, counted: 500 },
  quick: { accounts: 300, rounds: 2, calls: 20, warmUp: 5, counted: 30 },
} as const;
/** As many companies have one name as are called 株式会社アシスト in Japan. */
const CROWD_SIZE = 703;

export const lookupBench = async ({ firestore, quick, say }: BenchOptions): Promise<BenchFigure[]> => {
  const { accounts, rounds, calls, warmUp, counted } = SIZES[quick ? 'quick' : 'full'];
  const team = await openBenchTeam(firestore);
  const ours = await serveFunction('ours', 'lookup', team.env);
  const floor = await serveFunction('lookupFloor', 'floor', team.env);
  const headers = { authorization: team.authorization, 'content-type': 'application/json' };
  try {
    say(`${accounts} accounts`);
    await writeAccounts(team.db, accountsUpTo(accounts));
    await checkCrowdFound(ours.url, headers, accounts >= 97 * 20);
    const queries = (round: number): string[] =>
      Array.from({ length: calls }, (_, index) => queryOf((round * calls + index) * 7919, accounts));
    const times = {
      ours: async (round: number) =>
        (
          await runLoad(
            ours.url,
            queries(round).map((q) => ({
              method: 'POST' as const,
              headers,
              body: JSON.stringify({ q }),
            })),
            1,
          )
        ).p95,
      floor: async (round: number) =>
        (
          await runLoad(
            floor.url,
            queries(round).map((q) => ({
              method: 'GET' as const,
              path: `?key=${encodeURIComponent(foldCompanyName(q).key)}`,
            })),
            1,
          )
        ).p95,
    };
    say('Warming up');
    for (let done = 0; done < warmUp; done += calls) {
      await times.ours(rounds + done);
      await times.floor(rounds + done);
    }
    say(`${rounds} rounds of ${calls} requests a side`);
    const pairs = await alternateSides(rounds, times);
    const reads: number[] = [];
    for (let index = 0; index < counted; index += 1)
      reads.push(await countReads(() => lookUpOnce(team.db, queryOf(index * 104_729, accounts))));
    const most = Math.max(...reads);
    return [
      ratioOf({ name: 'p95', what: `p95 in ms, ${accounts} accounts, 1 client`, aim: '<= 3' }, pairs),
      {
        name: 'max_reads',
        what: 'documents that one lookup reads at most, those of the team and of links among them',
        ours: most,
        floor: 1,
        kind: 'count',
        value: most,
        spread: [Math.min(...reads), most],
        aim: '<= 50',
      },
    ];
  } finally {
    for (const running of [ours, floor, team]) await running.stop();
  }
};

/** What the function reads for a question. */
const lookUpOnce = async (db: Parameters<typeof findLookupCandidates>[0], typed: string): Promise<void> => {
  await loadTeam(db);
  const { question } = parseLookupQuery(typed);
  const candidates = await findLookupCandidates(db, question);
  const [best] = rankHits(candidates.accounts, question);
  if (best !== undefined)
    await readSuccessorsAndParent(
      db,
      best.account,
      new Map(candidates.accounts.map((account) => [account.id, account])),
    );
};

const checkCrowdFound = async (
  url: string,
  headers: Readonly<Record<string, string>>,
  isCrowded: boolean,
): Promise<void> => {
  const agent = openAgent(1);
  const body = JSON.stringify({ q: '㈱アシスト' });
  const text = await sendOrThrow(agent, url, { method: 'POST', headers, body });
  agent.destroy();
  const { more, hits } = JSON.parse(text) as LookupAnswer;
  if (more !== isCrowded || hits.length === 0)
    throw new Error(`The crowd was not found: ${text.slice(0, 500)}`);
};

const FRONT_WORDS =
  '東京 大阪 日本 北海 九州 関西 中央 第一 三和 富士 山田 佐藤 高橋 鈴木 太陽 旭 丸正 大和 新星 共栄'.split(
    ' ',
  );
const MIDDLE_WORDS =
  'エレクトロ システム ソフト メディカル フード ロジ テック ホーム デザイン エナジー プラス リンク ネット ワークス ケア'.split(
    ' ',
  );
const BACK_WORDS =
  '工業 製作所 商事 建設 産業 サービス ホールディングス 電機 物流 食品 化学 印刷 開発 不動産 薬品'.split(' ');
const wordAt = (words: readonly string[], number: number): string => words[number % words.length] ?? '';

/** Names as companies have them: common words in front and behind, and something of their own. */
const nameOf = (index: number): string => {
  if (index % 97 === 5 && index / 97 < CROWD_SIZE) return 'アシスト';
  const own = digest(`name ${index}`)
    .replace(/[^a-z]/gi, '')
    .slice(0, 2)
    .toUpperCase();
  const [front, middle, back] = [
    wordAt(FRONT_WORDS, index),
    wordAt(MIDDLE_WORDS, Math.floor(index / 20)),
    wordAt(BACK_WORDS, Math.floor(index / 300)),
  ];
  return index % 3 === 0 ? `${front}${own}${back}` : `${front}${middle}${own}${back}`;
};

function* accountsUpTo(count: number): Generator<Account> {
  for (let index = 0; index < count; index += 1) yield accountAt(index);
}

/** Every tenth was renamed into the one before it, and one in five belongs to a group. */
const accountAt = (index: number): Account => {
  const idOf = (of: number): string => digest(`lookup ${of}`);
  const isMoved = index % 10 === 9;
  return aCompany(idOf(index), {
    name: `株式会社${nameOf(index)}`,
    kana: `カブシキガイシャ${['アオイ', 'ミドリ', 'ヒカリ', 'サクラ'][index % 4]}${MIDDLE_WORDS[index % MIDDLE_WORDS.length]}${index % 13}`,
    englishName: `${digest(`english ${index}`).slice(0, 6)} ${['Industries', 'Trading', 'Systems', 'Foods'][index % 4]} Co., Ltd.`,
    domains: [`company${index}.co.jp`],
    parentId: index % 5 === 0 ? idOf(index + 1) : null,
    status: isMoved ? 'ON_FILE' : index % 7 === 0 ? 'CURRENT_CLIENT' : 'COLD',
    onFile: isMoved
      ? { on: '2026-04-01', reason: 'MERGED', reasonText: null, successorId: idOf(index - 1), from: 'COLD' }
      : null,
  });
};

/** As people ask: mostly by name in some spelling, now and then with a slip, by a part, by mail address, for what is not here. */
const queryOf = (number: number, accounts: number): string => {
  const index = number % accounts;
  const name = nameOf(index);
  const spellings = [
    `㈱${name}`,
    name,
    `${name}株式会社`,
    name.slice(1),
    name.slice(0, 4),
    `info@company${index}.co.jp`,
    'アシスト',
    `${name}新館`,
    `株式会社${name} 東京支店`,
    wordAt(FRONT_WORDS, index),
  ];
  return spellings[Math.floor(number / 7) % spellings.length] ?? name;
};
