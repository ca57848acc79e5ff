import { parseStatus, STATUS, STATUSES, type Status } from '../../../../functions/domain/status/statuses';

/** Section 1 of the specification. */
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

/** The usual spellings that an import accepts. */
const ALIASES: Partial<Record<Status, string[]>> = {
  QUARTERLY_CHECK: ['四半期チェック案件', '四半期チェックアカウント', '四半期'],
  DEAD_OPPORTUNITY: ['失注'],
  CURRENT_CLIENT: ['既存', '既存顧客', '顧客'],
  ON_FILE: ['保存', 'アーカイブ', '重複'],
};

const wide = (spelling: string): string =>
  spelling
    .replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    .replace(/ /g, '\u3000');

/** Half-width katakana, as old exports have it. */
const HALF: Record<string, string> = { コールド: 'ｺｰﾙﾄﾞ', アーカイブ: 'ｱｰｶｲﾌﾞ', 四半期チェック: '四半期ﾁｪｯｸ' };

const inEveryDress = (spelling: string): string[] => [
  spelling,
  spelling.toLowerCase(),
  spelling.toUpperCase(),
  wide(spelling),
  wide(spelling.toLowerCase()),
  ` ${spelling}\u3000`,
  spelling.replace(/[ _]/g, '-'),
  spelling.replace(/[ _]/g, ''),
];

test('the eight statuses are those of the specification', () => {
  expect(ROWS.map(({ code }) => code)).toEqual(STATUSES);
  for (const { number, code, ja, en, bin } of ROWS) {
    const told = STATUS[code as Status];
    expect(told).toMatchObject({ number: Number(number), label: { ja, en }, bin });
    expect(told.meaning.ja).not.toBe('');
    expect(told.meaning.en).not.toBe('');
  }
});

test.each(
  ROWS.flatMap(({ number, code, ja, en }) =>
    [number, code, ja, en, ...(ALIASES[code as Status] ?? [])].map((spelling) => [spelling, code]),
  ),
)('%s in any width or case is %s', (spelling = '', code) => {
  for (const dressed of [...inEveryDress(spelling), HALF[spelling] ?? spelling])
    expect([dressed, parseStatus(dressed)]).toEqual([dressed, code]);
});

test.each(['', ' ', '0', '9', '11', '未定', 'コールド?', 'hot', 'constructor', '__proto__', '四', '#REF!'])(
  '"%s" is no status',
  (spelling) => {
    expect(parseStatus(spelling)).toBeNull();
  },
);

test('no spelling means two statuses', () => {
  for (const status of STATUSES) {
    const { number, label, aliases } = STATUS[status];
    for (const spelling of [status, label.ja, label.en, String(number), ...aliases])
      expect([spelling, parseStatus(spelling)]).toEqual([spelling, status]);
  }
});
