/** 200 rows in one call against 200 calls of one row, one after the other. */
import { MAX_COMMANDS } from '../../functions/contract/commands';
import { digest } from '../../functions/store/firestore';
import { openAgent, sendOrThrow } from './load';
import { alternateSides, type BenchFigure, type BenchOptions, milliseconds, ratioOf } from './measure';
import { serveFunction } from './processes';
import { aCompany, openBenchTeam, writeAccounts } from './team';
import { workCall } from './work-command';

export const blockBench = async ({ firestore, quick, say }: BenchOptions): Promise<BenchFigure[]> => {
  const rounds = quick ? 1 : 9;
  const rows = quick ? 20 : MAX_COMMANDS;
  const team = await openBenchTeam(firestore);
  const ids = Array.from({ length: 2 * rows * (rounds + 1) }, (_, index) => digest(`block ${index}`));
  await writeAccounts(
    team.db,
    ids.map((id) => aCompany(id)),
  );
  const ours = await serveFunction('ours', 'commands', team.env);
  const agent = openAgent(1);
  const sendRows = async (accountIds: readonly string[]): Promise<void> => {
    const text = await sendOrThrow(agent, ours.url, workCall(team.authorization, accountIds));
    const accepted = text.split('"status":200').length - 1;
    if (accepted !== accountIds.length)
      throw new Error(`accepted ${accepted} of ${accountIds.length}: ${text}`);
  };
  const perSecond = (ms: number): number => (rows / ms) * 1000;
  const inOneCall = async (): Promise<number> => {
    const own = ids.splice(0, rows);
    return perSecond(await milliseconds(() => sendRows(own)));
  };
  const oneByOne = async (): Promise<number> => {
    const own = ids.splice(0, rows);
    return perSecond(
      await milliseconds(async () => {
        for (const id of own) await sendRows([id]);
      }),
    );
  };
  try {
    say(`${rounds} rounds of ${rows} rows a side`);
    await inOneCall();
    await oneByOne();
    const pairs = await alternateSides(rounds, { ours: inOneCall, floor: oneByOne });
    const what = `rows a second: ${rows} in one call, against ${rows} calls`;
    return [ratioOf({ name: 'speedup', what, aim: '>= 8' }, pairs)];
  } finally {
    agent.destroy();
    await ours.stop();
    await team.stop();
  }
};
