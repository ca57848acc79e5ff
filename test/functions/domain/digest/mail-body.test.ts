import fc from 'fast-check';
import type { DigestMessage } from '../../../../functions/domain/digest/digest-message';
import { escapeHtml, mailHtml, mailText } from '../../../../functions/domain/digest/mail-body';

const LINK = 'https://f.example/open?account=a_1&signature=x';
const message = (over: Partial<DigestMessage> = {}): DigestMessage => ({
  title: 'Hachi 7月1日 佐藤さん: 期限超過 1',
  sections: [
    {
      title: '期限超過 3件',
      items: [
        { company: '株式会社甲', link: LINK, detail: '連絡する' },
        { company: '乙', link: null, detail: '補う' },
      ],
      left: 1,
    },
  ],
  moreItems: (count) => `ほか ${count}件`,
  footer: ['毎営業日'],
  ...over,
});

test('as text, each company with its link below it', () => {
  expect(mailText(message()).split('\r\n')).toEqual([
    'Hachi 7月1日 佐藤さん: 期限超過 1',
    '',
    '■ 期限超過 3件',
    '・株式会社甲 連絡する',
    `  ${LINK}`,
    '・乙 補う',
    'ほか 1件',
    '',
    '毎営業日',
    '',
  ]);
});

test('as HTML, each company is its link', () => {
  const html = mailHtml(message(), 'ja');
  expect(html).toContain(
    '<li><a href="https://f.example/open?account=a_1&amp;signature=x">株式会社甲</a> 連絡する</li><li>乙 補う</li>',
  );
  expect(html).toContain('<html lang="ja">');
  expect(html).toContain('<p>ほか 1件</p>');
});

test.each(['javascript:alert(1)', 'data:text/html,x', ' https://x', 'ftp://x'])('%s is no link', (link) => {
  const sections = [{ title: 't', items: [{ company: '甲', link, detail: 'd' }], left: 0 }];
  expect(mailHtml(message({ sections }), 'en')).not.toContain('href');
});

test('whatever stands in it, the HTML has no other tag and no other attribute than ours', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=y>',
      "' onmouseover='x",
      '&lt;',
      '</title>',
      '<!--',
    ),
  );
  fc.assert(
    fc.property(hostile, hostile, hostile, hostile, (title, company, detail, link) => {
      const sections = [{ title, items: [{ company, link: `https://x/${link}`, detail }], left: 0 }];
      const tags = mailHtml({ title, sections, moreItems: String, footer: [detail] }, 'ja').match(/<[^>]*>/g);
      expect(tags?.map((tag) => tag.replace(/href="[^"<>]*"/, 'href'))).toEqual([
        ...[
          '<!doctype html>',
          '<html lang="ja">',
          '<head>',
          '<meta charset="utf-8">',
          '<title>',
          '</title>',
          '</head>',
        ],
        ...['<body style="font: 15px/1.6 sans-serif; color: #222">', '<p>', '<strong>', '</strong>', '</p>'],
        ...['<h3 style="font-size: 15px; margin: 1.2em 0 .3em">', '</h3>'],
        ...['<ul style="margin: 0; padding-left: 1.4em">', '<li>', '<a href>', '</a>', '</li>', '</ul>'],
        ...['<p style="color: #666; font-size: 13px">', '</p>', '</body>', '</html>'],
      ]);
    }),
  );
});

test('the five signs are escaped, once', () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp;`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;',
  );
});
