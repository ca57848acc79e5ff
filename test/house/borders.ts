/**
 * What each folder is and what it may import. By this table the borders are checked (borders.test.ts), and from it
 * the tables and pictures of docs/architecture.md are made.
 */
export interface Border {
  /** A folder or a file. What lies within it and has a row of its own does not belong to it. */
  readonly path: string;
  readonly what: string;
  /** Paths of other rows; with a double star all rows at and below the path. */
  readonly imports: readonly string[];
  /** Rows of which it imports types only: none of their code runs in it. */
  readonly typesOf?: readonly string[];
  /** The npm packages it may import; `node` stands for what Node.js itself brings. */
  readonly packages?: readonly string[];
}

/** Rows of one folder, in which `./` stands for it. */
const within = (folder: string, rows: readonly Border[]): readonly Border[] => {
  const whole = (path: string): string => path.replace(/^\./, folder);
  return rows.map((row) => ({
    ...row,
    path: whole(row.path),
    imports: row.imports.map(whole),
    ...(row.typesOf && { typesOf: row.typesOf.map(whole) }),
  }));
};

const SCRIPT = ['./script-api.ts', './messages.ts', 'functions/domain/**'];
const WINDOW = ['./windows/kit', './windows/messages', './script-api.ts', 'functions/domain/**'];

const SHEET = within('apps-script', [
  {
    path: 'apps-script',
    what: "the sheet's script: its menu and triggers, and what the windows call",
    imports: ['./register', './requests', './server', ...SCRIPT],
    typesOf: ['functions/contract'],
  },
  {
    path: './requests',
    what: 'cells as requests, from the edit to the answer',
    imports: ['./register', './server', ...SCRIPT],
    typesOf: ['functions/contract'],
  },
  {
    path: './server',
    what: 'calls of the functions',
    imports: ['./register', ...SCRIPT],
    typesOf: ['functions/contract'],
  },
  {
    path: './register',
    what: 'the rows and columns of the register, and the rows of the queue',
    imports: SCRIPT,
  },
  {
    path: './script-api.ts',
    what: 'what the windows call of the script, and what it answers',
    imports: ['functions/domain/**'],
    typesOf: ['functions/contract'],
  },
  {
    path: './messages.ts',
    what: 'the texts of the script',
    imports: ['functions/domain/text'],
    typesOf: ['./script-api.ts'],
  },
  {
    path: './windows',
    what: 'the sidebar and the dialogs',
    imports: ['./windows/**', './script-api.ts', 'functions/domain/**'],
  },
  {
    path: './windows/dialogs',
    what: 'what each dialog runs',
    imports: ['./windows/account', './windows/companies', './windows/lists', './windows/status', ...WINDOW],
    packages: ['preact'],
  },
  {
    path: './windows/sidebar',
    what: 'the sidebar: the selection, sending, the day, the panes of accounts',
    imports: ['./windows/account', './windows/companies', ...WINDOW],
    typesOf: ['functions/contract'],
    packages: ['preact'],
  },
  {
    path: './windows/maintenance',
    what: 'what keeps the register right: checks, duplicates, undo, automatic sending',
    imports: ['./windows/account', ...WINDOW],
    packages: ['preact'],
    typesOf: ['functions/contract'],
  },
  {
    path: './windows/decisions',
    what: 'what is decided of many accounts: proposals to answer, hand-overs',
    imports: WINDOW,
    packages: ['preact'],
    typesOf: ['functions/contract'],
  },
  {
    path: './windows/team',
    what: 'the team: its members, its settings, and who changed them',
    imports: ['./windows/decisions', ...WINDOW],
    packages: ['preact'],
    typesOf: ['functions/contract'],
  },
  {
    path: './windows/reports',
    what: 'the history, past registers, moves, contacts, rates of bad fits, the calendar link',
    imports: WINDOW,
    packages: ['preact'],
    typesOf: ['functions/contract'],
  },
  {
    path: './windows/account',
    what: 'one account: its sections, its history, its forms',
    imports: ['./windows/companies', './windows/status', ...WINDOW],
    packages: ['preact'],
    typesOf: ['functions/contract'],
  },
  {
    path: './windows/lists',
    what: 'imports and inbound lists',
    imports: WINDOW,
    packages: ['preact'],
    typesOf: ['functions/contract'],
  },
  {
    path: './windows/status',
    what: 'changes of status, of one account and of many',
    imports: WINDOW,
    packages: ['preact'],
    typesOf: ['functions/contract'],
  },
  {
    path: './windows/companies',
    what: 'the lookup, and new companies',
    imports: ['./windows/status', ...WINDOW],
    packages: ['preact'],
    typesOf: ['functions/contract'],
  },
  {
    path: './windows/kit',
    what: 'what all windows are made of: running a program, forms, sending',
    imports: ['./windows/messages', './script-api.ts', 'functions/domain/**'],
    packages: ['preact'],
    typesOf: ['functions/contract'],
  },
  {
    path: './windows/messages',
    what: 'the texts of the windows',
    imports: ['./script-api.ts', 'functions/domain/**'],
    typesOf: ['functions/contract'],
  },
]);

const FUNCTIONS = within('functions', [
  {
    path: './index.ts',
    what: 'the entry of the deployed functions: composes clock, Firestore and Sheets',
    imports: ['./**'],
  },
  {
    path: './http',
    what: 'one file a function, on one endpoint (sign-in → input → membership → handler → typed answer)',
    imports: [
      './app',
      './store',
      './sheets',
      './outbound',
      './company-list',
      './contract',
      './schema',
      './domain/**',
      './config.ts',
      './clock.ts',
      './public-holidays.ts',
      './version.ts',
    ],
    packages: ['node', 'zod', 'google-auth-library', '@google-cloud/functions-framework'],
  },
  {
    path: './app',
    what: 'the use cases: submit, import, undo, match leads, and the jobs `queue`, `layout`, `duplicates`, `check`, `retention`, `digests` and `dashboard`',
    imports: [
      './store',
      './sheets',
      './outbound',
      './company-list',
      './domain/**',
      './clock.ts',
      './public-holidays.ts',
    ],
    typesOf: ['./contract'],
    packages: ['node'],
  },
  {
    path: './store',
    what: 'Firestore, and nothing about commands and lists; the only importer of its client',
    imports: [
      './schema',
      './domain/text',
      './domain/calendar',
      './domain/status',
      './domain/account',
      './domain/company/**',
      './domain/check',
      './domain/statistics',
    ],
    packages: ['node', 'zod', '@google-cloud/firestore'],
  },
  {
    path: './sheets',
    what: 'Google Sheets, and nothing about rules; the only importer of its client',
    imports: ['./domain/**'],
    packages: ['googleapis'],
  },
  {
    path: './company-list',
    what: 'a list of companies, from bytes to rows and problems',
    imports: ['./domain/**'],
    packages: ['node', 'fflate', 'read-excel-file'],
  },
  {
    path: './contract',
    what: 'requests, answers and errors of every function; [openapi.json](openapi.json) is made from it',
    imports: ['./schema', './domain/**'],
    packages: ['zod'],
  },
  {
    path: './schema',
    what: 'the values of the domain in zod, for the contract that publishes them and the store that parses them',
    imports: ['./domain/**'],
    packages: ['zod'],
  },
  { path: './config.ts', what: 'the settings, from environment variables', imports: ['./setting-values.ts'] },
  { path: './version.ts', what: 'the version that runs', imports: ['package.json'] },
  {
    path: './setting-values.ts',
    what: 'what a value of these settings may be',
    imports: ['./domain/text'],
  },
  {
    path: './outbound',
    what: 'what leaves for programs that are not ours: mail, messages of chat programs, calendar files',
    imports: ['./domain/**'],
    packages: ['node', 'nodemailer', 'ical-generator'],
  },
  {
    path: './clock.ts',
    what: 'day and time in a time zone',
    imports: ['./domain/calendar'],
    packages: ['luxon'],
  },
  {
    path: './public-holidays.ts',
    what: 'the public holidays of Japan',
    imports: ['./domain/calendar'],
    packages: ['@holiday-jp/holiday_jp'],
  },
]);

const ACCOUNT_AND_BELOW = ['./account', './status', './calendar', './text'];
const COMPANY_AND_BELOW = ['./company/**', ...ACCOUNT_AND_BELOW];

const DOMAIN = within('functions/domain', [
  {
    path: './commands',
    what: 'one file a command, and `decide`',
    imports: ['./register', './quick-entry', ...COMPANY_AND_BELOW],
  },
  {
    path: './quick-entry',
    what: 'what one line typed into a cell asks for',
    imports: ACCOUNT_AND_BELOW,
  },
  {
    path: './lookup',
    what: '"is this company ours?": the query, the rank of what was found, the verdict',
    imports: COMPANY_AND_BELOW,
  },
  {
    path: './queue',
    what: 'what is due, in which order, and what its edited cells ask for',
    imports: ['./register', ...ACCOUNT_AND_BELOW],
  },
  {
    path: './history',
    what: 'the history in words, accounts as they were on a past date, and what moved since',
    imports: ['./commands', './register', ...ACCOUNT_AND_BELOW],
  },
  {
    path: './digest',
    what: 'what a person is told of a day, when, and how it is worded',
    imports: ['./queue', './register', ...ACCOUNT_AND_BELOW],
  },
  {
    path: './statistics',
    what: 'the figures of the dashboard, from what the history says of each account; rates, and how sure they are',
    imports: ACCOUNT_AND_BELOW,
  },
  { path: './check', what: 'what can be wrong in the store', imports: ACCOUNT_AND_BELOW },
  {
    path: './register',
    what: 'the columns, rows and cells of the register, and what is wrong in them',
    imports: COMPANY_AND_BELOW,
  },
  {
    path: './company',
    what: 'what identifies a company, and the keys it is found by',
    imports: ['./company/name', ...ACCOUNT_AND_BELOW],
    packages: ['tldts'],
  },
  { path: './company/name', what: 'the spellings and readings of a name', imports: [] },
  {
    path: './account',
    what: 'the account, its parts, its history, the team and its guards',
    imports: ['./status', './calendar', './text'],
  },
  {
    path: './status',
    what: 'the eight statuses, the matrix, what each transition asks for',
    imports: ['./text'],
  },
  { path: './calendar', what: 'dates, business days, cadence, typed dates', imports: ['./text'] },
  { path: './text', what: 'a text in Japanese and English', imports: [] },
]);

const SUITE = within('emulator', [
  {
    path: './start.ts',
    what: '`npm start`: the suite with the demonstration',
    imports: ['./**', 'functions/contract'],
    packages: ['node'],
  },
  {
    path: './demo',
    what: 'the stories of the demonstration, sent to the functions',
    imports: ['emulator', './demo/team.ts', './clock.ts', './project-folder.ts', 'functions/**'],
    packages: ['node', 'zod'],
  },
  {
    path: 'emulator',
    what: 'one process that serves all of it, and what only a local suite offers',
    imports: [
      './page',
      './apps-script',
      './sheets-api',
      './workbook',
      './firestore',
      './clock.ts',
      './data-folder',
      './local-server',
      './mailbox',
      './problems',
      './kept-build.ts',
      './project-folder.ts',
      'functions/**',
    ],
    packages: ['node', '@google-cloud/functions-framework'],
  },
  {
    path: './page',
    what: "the page's server: sessions, the feed of changes, the page's requests",
    imports: [
      './apps-script',
      './workbook',
      './demo/team.ts',
      './clock.ts',
      './problems',
      './kept-build.ts',
      './project-folder.ts',
      'functions/domain/text',
    ],
    packages: ['node', 'zod', 'luxon', 'esbuild', 'googleapis'],
  },
  {
    path: './page/client',
    what: 'the spreadsheet in the browser',
    imports: [],
    typesOf: ['./page', './apps-script', './workbook'],
    packages: [
      '@univerjs/core',
      '@univerjs/preset-sheets-core',
      '@univerjs/preset-sheets-data-validation',
      '@univerjs/preset-sheets-filter',
      'chart.js',
      'zod',
    ],
  },
  {
    path: './apps-script',
    what: 'runs the script as Apps Script does',
    imports: ['./workbook', './data-folder', './kept-build.ts', './problems', './project-folder.ts'],
    packages: ['node', 'esbuild', '@swc/core'],
  },
  { path: './apps-script/services', what: 'the services that the script sees', imports: ['./apps-script'] },
  {
    path: './sheets-api',
    what: 'the Sheets API v4 on workbooks',
    imports: ['./workbook', './local-server'],
    packages: ['node', 'googleapis'],
  },
  {
    path: './workbook',
    what: 'spreadsheets, and nothing of the product',
    imports: ['./data-folder', './problems'],
    packages: ['node', 'googleapis', '@univerjs/core', '@univerjs/engine-formula'],
  },
  {
    path: './firestore',
    what: "an embedded Firestore; or Google's emulator",
    imports: ['./data-folder', './problems'],
    packages: ['node', '@grpc/grpc-js', '@grpc/proto-loader'],
  },
  { path: './demo/team.ts', what: 'the people of the demonstration', imports: ['functions/domain/account'] },
  {
    path: './clock.ts',
    what: 'a clock that can be set',
    imports: ['functions/clock.ts', './problems'],
    packages: ['luxon'],
  },
  {
    path: './data-folder',
    what: 'the folder that keeps everything: its lock, what in it is of the suite, who may read it',
    imports: ['./problems'],
    packages: ['node'],
  },
  {
    path: './mailbox',
    what: 'takes the mails and messages that the functions send, and shows them',
    imports: ['./data-folder'],
    packages: ['node', 'smtp-server'],
  },
  {
    path: './local-server',
    what: 'answers programs of this machine and the own page only',
    imports: ['functions/domain/text'],
    packages: ['node'],
  },
  {
    path: './problems',
    what: 'why the suite does not start, in both languages',
    imports: ['functions/domain/text'],
    packages: ['node'],
  },
  {
    path: './kept-build.ts',
    what: 'keeps what was bundled, for as long as its sources are the same',
    imports: ['./project-folder.ts'],
    packages: ['node'],
  },
  { path: './project-folder.ts', what: 'where the project lies', imports: [], packages: ['node'] },
]);

const DEPLOYMENT = within('deploy', [
  {
    path: 'deploy',
    what: '`npm run deploy`: the folder that is deployed, and what a Google project needs',
    imports: ['functions/http', 'functions/version.ts', 'emulator/project-folder.ts', 'emulator/apps-script'],
    typesOf: ['functions/contract'],
    packages: ['node', 'zod', 'esbuild'],
  },
  {
    path: './backup',
    what: '`npm run backup` and `npm run restore`: all documents to files, and back',
    imports: ['deploy', 'functions/store', 'functions/version.ts'],
    packages: ['node', 'zod', '@google-cloud/firestore'],
  },
]);

export const TABLES = {
  sheet: SHEET,
  functions: FUNCTIONS,
  domain: DOMAIN,
  suite: SUITE,
  deployment: DEPLOYMENT,
};

/** Product before suite before tests: who stands above may import who stands below, as far as its row says. */
export const BORDERS: readonly Border[] = [
  ...Object.values(TABLES).flat(),
  { path: 'test', what: 'the tests and the benches', imports: ['**'], packages: ['**'] },
];
