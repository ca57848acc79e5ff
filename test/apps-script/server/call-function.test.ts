/** What the script asks fits into what Google lets it send. */

import { scriptFailure } from '../../../apps-script/windows/kit/script-failure';
import type { ImportAnswer } from '../../../functions/contract/import';
import { emailOf } from '../../suite';
import { resultValue, usingSheet } from '../sheet-scene';

const sheet = usingSheet();

test('a question that is too long for an address is asked all the same', async () => {
  const { sit, ran } = sheet();
  const seat = await sit('manager');
  const columns = Array.from({ length: 250 }, (_, index) => index);
  const mapping = columns.map((index) => `${index}:${index === 0 ? 'name' : ''}`).join();
  const list = '営業企画部が展示会で受け取った名刺の一覧';
  const csv = `${columns.map((index) => `列${index}`).join()}\n株式会社長い`;
  const answer = await seat.session.run('callFunction', [
    'import',
    'POST',
    { query: { list, mapping, dryRun: true }, csv },
  ]);
  expect(resultValue<ImportAnswer>(answer).columns[0]).toMatchObject({ field: 'name' });
  const [call] = ran('callFunction');
  expect(call).toMatchObject({ fetches: 1, error: null, log: [] });
});

test('a long cursor is read by the function, which answers what is wrong with it', async () => {
  const seat = await sheet().sit('manager');
  const answer = await seat.session.run('callFunction', [
    'accounts',
    'GET',
    { query: { cursor: 'x'.repeat(2_000) } },
  ]);
  expect(answer).toMatchObject({ error: { code: 'CURSOR_UNKNOWN' } });
});

describe('in a browser with several Google accounts', () => {
  test('what another account may not do says which one the server saw', async () => {
    const { suite } = sheet();
    const session = suite.script.openAs({
      email: emailOf('manager'),
      locale: 'ja',
      servedAs: emailOf('stranger'),
    });
    const answer = await session.run('readTeam');
    expect(answer).toMatchObject({
      error: { code: 'NOT_A_MEMBER', message: { ja: expect.stringContaining(emailOf('stranger')) } },
    });
  });

  test('where Google lets it do nothing, its words are known', async () => {
    const session = sheet().suite.script.openAs({
      email: emailOf('manager'),
      locale: 'ja',
      servedAs: null,
    });
    const failed: Error = await session.run('readTeam').then(
      () => new Error('answered'),
      (error: Error) => error,
    );
    expect(scriptFailure(failed.message)).toMatchObject({ error: { code: 'OTHER_ACCOUNT' } });
  });
});
