import { STATUS_MEANINGS } from '../../../../functions/domain/status/status-meanings';
import { STATUS, STATUSES, type Status } from '../../../../functions/domain/status/statuses';

/** As the specification lists them. */
const SPECIFICATION = `
| 1 | COLD               | コールド       | Cold                 | prospect |
| 2 | WORKING            | ワーキング     | Working              | prospect |
| 3 | ACTIVE_OPPORTUNITY | アクティブ案件 | Active Opportunity   | nurture  |
| 4 | QUARTERLY_CHECK    | 四半期チェック | Check Back Quarterly | nurture  |
| 5 | DEAD_OPPORTUNITY   | 失注案件       | Dead Opportunity     | nurture  |
| 6 | CURRENT_CLIENT     | 現在の顧客     | Current Client       | avoid    |
| 7 | BAD_FIT            | 不適合         | Bad Fit              | avoid    |
| 8 | ON_FILE            | 登録保存       | Kept on File         | avoid    |`;

const ROWS = SPECIFICATION.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, number = '', code = '', ja = '', en = '', bin = '']) => ({ number, code, ja, en, bin }));

test('the eight statuses are those of the specification', () => {
  expect(ROWS.map(({ code }) => code)).toEqual(STATUSES);
  for (const { number, code, ja, en, bin } of ROWS) {
    const status = code as Status;
    expect(STATUS[status]).toMatchObject({ number: Number(number), label: { ja, en }, bin });
    expect(STATUS_MEANINGS[status].ja).not.toBe('');
    expect(STATUS_MEANINGS[status].en).not.toBe('');
  }
});
