/** What a chat program shows of a digest: its links alone are links, and it fits. */
import type { DigestItem, DigestMessage } from '../../../functions/domain/digest/digest-message';
import { type ChatProgram, chatText } from '../../../functions/outbound/chat-text';

const PROGRAMS: readonly ChatProgram[] = ['slack', 'googleChat', 'chatwork'];
const LINK = 'https://functions.example/open?account=a_1&signature=x_y*z';
const item = (over: Partial<DigestItem> = {}): DigestItem => ({
  company: '株式会社甲',
  link: LINK,
  detail: '連絡する(3 日超過)',
  ...over,
});
const message = (...items: DigestItem[]): DigestMessage => ({
  title: '佐藤さん 7月1日の予定 1 件',
  sections: [{ title: `期限超過 ${items.length} 件`, items, left: 0 }],
  moreItems: (count) => `ほか ${count} 件`,
  footer: ['Hachi'],
});

test.each<[ChatProgram, string[]]>([
  [
    'slack',
    [
      '*佐藤さん 7月1日の予定 1 件*',
      '*期限超過 1 件*',
      '• <https://functions.example/open?account=a_1&amp;signature=x_y*z|株式会社甲> 連絡する(3 日超過)',
      'Hachi',
    ],
  ],
  [
    'googleChat',
    ['*佐藤さん 7月1日の予定 1 件*', '*期限超過 1 件*', `• <${LINK}|株式会社甲> 連絡する(3 日超過)`, 'Hachi'],
  ],
  [
    'chatwork',
    ['■ 佐藤さん 7月1日の予定 1 件', '■ 期限超過 1 件', '・株式会社甲 連絡する(3 日超過)', LINK, 'Hachi'],
  ],
])('%s', (program, lines) => {
  expect(chatText(message(item()), program).split('\n')).toEqual(lines);
});

test.each(PROGRAMS)('%s: without a link the company stands alone', (program) => {
  expect(chatText(message(item({ link: null })), program)).toMatch(
    /^[•・] 株式会社甲 連絡|^・株式会社甲 連絡/m,
  );
});

const HOSTILE = [
  '<!channel>',
  '<https://evil.example|x>',
  '*b* _i_ ~s~ `c`',
  '[To:1] [toall] [code]',
  '&lt;!here&gt;',
  'a|b',
];

test.each(PROGRAMS.flatMap((program) => HOSTILE.map((text) => [program, text] as const)))(
  '%s: %s is no markup',
  (program, text) => {
    const shown = chatText(message(item({ company: text, detail: text, link: null })), program);
    const [, , line = ''] = shown.split('\n');
    expect(line).not.toMatch(program === 'chatwork' ? /[[\]]/ : /[<>|*_~`]/);
    if (program === 'slack') expect(line).not.toMatch(/&(?!amp;)/);
  },
);

test.each(PROGRAMS)('%s: what does not fit is counted', (program) => {
  const many = Array.from({ length: 500 }, () => item({ company: '株'.repeat(80), detail: '連'.repeat(80) }));
  const shown = chatText(message(...many), program);
  expect(shown.length).toBeLessThanOrEqual(program === 'chatwork' ? 20_000 : 4_000);
  const left = Number(/ほか (\d+) 件/.exec(shown)?.[1]);
  expect(left + shown.split('株'.repeat(80)).length - 1).toBe(500);
  expect(shown.endsWith('Hachi')).toBe(true);
});
