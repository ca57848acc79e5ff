import { parseStatus, STATUS_ALIASES } from '../../../../functions/domain/status/parse-status';
import { STATUS, STATUSES, type Status } from '../../../../functions/domain/status/statuses';

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

test.each(
  STATUSES.flatMap((status) => {
    const { number, label } = STATUS[status];
    return [String(number), status, label.ja, label.en, ...(ALIASES[status] ?? [])].map((spelling) => [
      spelling,
      status,
    ]);
  }),
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
    const { number, label } = STATUS[status];
    for (const spelling of [status, label.ja, label.en, String(number), ...STATUS_ALIASES[status]])
      expect([spelling, parseStatus(spelling)]).toEqual([spelling, status]);
  }
});
