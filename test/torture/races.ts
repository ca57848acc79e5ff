/** Many at once on one thing: one wins, the others are told; the same request many times has one effect. */
import type { CommandRequest, CommandResult } from '../../functions/contract/commands';
import { aCommandRequest, aRegisterRequest, rowOf, type TestSuite } from '../suite';
import { expectSoundStore } from './sound-store';
import type { TortureRun } from './torture-run';

const WRITERS = 50;
const SAME_KEY = 20;

export const raceOnce = async (suite: TestSuite, run: TortureRun, round: string): Promise<void> => {
  const [registered] = await suite.submit('is', aRegisterRequest(`株式会社競走 ${round}`));
  const row = rowOf(registered);
  const rename = (n: number): CommandRequest =>
    aCommandRequest({ type: 'editDetails', details: { name: `株式会社競走 ${round} その${n}` } }, row);
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, (_, n) => alone(suite, n % 2 === 0 ? 'is' : 'fs', rename(n))),
  );
  run.count('writers', WRITERS);
  const statuses = writers.map(({ status }) => status).sort();
  run.expect(
    statuses.filter((status) => status === 200).length === 1 &&
      statuses.filter((status) => status === 409).length === WRITERS - 1,
    () => `${WRITERS} writers on version ${row.version} of ${row.id}: ${statuses}`,
  );
  const same = aCommandRequest({ type: 'saveContact', contact: { name: `佐藤 ${round}` } }, row);
  const replies = await Promise.all(Array.from({ length: SAME_KEY }, () => alone(suite, 'is', same)));
  run.count('repeats', SAME_KEY);
  const versions = new Set(
    replies.map((reply) => (reply.status === 200 ? reply.row?.version : reply.status)),
  );
  run.expect(
    versions.size === 1 && versions.has(row.version + 2),
    () => `one request ${SAME_KEY} times on ${row.id}: answered ${[...versions]}, not ${row.version + 2}`,
  );
  const { body } = await suite.call('is', 'account', { query: { id: row.id } });
  run.expect(
    Object.keys(body.account.contacts).length === 1,
    () =>
      `one request ${SAME_KEY} times made ${Object.keys(body.account.contacts).length} contacts of ${row.id}`,
  );
};

const alone = async (suite: TestSuite, who: 'is' | 'fs', request: CommandRequest): Promise<CommandResult> => {
  const [result] = await suite.submit(who, request);
  if (result === undefined) throw new Error('a request without a result');
  return result;
};

export const races =
  (suite: TestSuite) =>
  async (run: TortureRun): Promise<void> => {
    let round = 0;
    do {
      round += 1;
      await raceOnce(suite, run, String(round));
      run.count('rounds');
    } while (run.hasTime());
    await expectSoundStore(suite.db, run);
  };
