import { readConfig } from '../../functions/config';

const CLIENT = '123-abc.apps.googleusercontent.com';
const base = { HACHI_AUDIENCES: CLIENT };
const local = { ...base, FIRESTORE_EMULATOR_HOST: '127.0.0.1:8080' };

test('Only the audiences are required', () => {
  expect(readConfig({ ...base, PATH: '/bin', HACHI_DOMAINS: ' ' })).toEqual({
    audiences: [CLIENT],
    certsUrl: 'https://www.googleapis.com/oauth2/v1/certs',
    domains: [],
    firstAdmin: null,
    scheduler: null,
    project: null,
    sheetsRoot: null,
    registerSheet: null,
    queueSheet: null,
    functionsUrl: null,
    linkKey: null,
    mailHost: null,
    mailPort: '587',
    mailSecurity: 'starttls',
    mailUser: null,
    mailPassword: null,
    mailFrom: null,
    googleChatWebhook: null,
    slackWebhook: null,
    chatworkRoom: null,
    chatworkToken: null,
    chatworkRoot: 'https://api.chatwork.com/v2',
  });
});

test('Everything set', () => {
  expect(
    readConfig({
      HACHI_AUDIENCES: ` ${CLIENT} , https://queue-abc.a.run.app `,
      HACHI_CERTS_URL: 'http://127.0.0.1:9000/certs',
      HACHI_DOMAINS: 'example.com, example.co.jp',
      HACHI_FIRST_ADMIN: ' Admin@Example.com ',
      HACHI_SCHEDULER: 'jobs@p.iam.gserviceaccount.com',
      GOOGLE_CLOUD_PROJECT: 'demo-hachi',
      HACHI_SHEETS_ROOT: 'http://localhost:9001/',
      HACHI_REGISTER_SHEET: '1Aa_b-C',
      HACHI_QUEUE_SHEET: '1Zz',
      HACHI_FUNCTIONS_URL: 'http://127.0.0.1:8080',
      HACHI_LINK_KEY: 'k'.repeat(32),
      HACHI_MAIL_HOST: 'smtp.example.com',
      HACHI_MAIL_PORT: '465',
      HACHI_MAIL_SECURITY: 'tls',
      HACHI_MAIL_USER: 'hachi',
      HACHI_MAIL_PASSWORD: 's3cret',
      HACHI_MAIL_FROM: 'hachi@example.com',
      HACHI_GOOGLE_CHAT_WEBHOOK: 'https://chat.googleapis.com/v1/spaces/A/messages?key=k&token=t',
      HACHI_SLACK_WEBHOOK: 'https://hooks.slack.com/services/T/B/x',
      HACHI_CHATWORK_ROOM: '123',
      HACHI_CHATWORK_TOKEN: 't0ken',
      HACHI_CHATWORK_ROOT: 'http://127.0.0.1:9002/v2',
      FIRESTORE_EMULATOR_HOST: '127.0.0.1:8080',
    }),
  ).toEqual({
    audiences: [CLIENT, 'https://queue-abc.a.run.app'],
    certsUrl: 'http://127.0.0.1:9000/certs',
    domains: ['example.com', 'example.co.jp'],
    firstAdmin: 'admin@example.com',
    scheduler: 'jobs@p.iam.gserviceaccount.com',
    project: 'demo-hachi',
    sheetsRoot: 'http://localhost:9001/',
    registerSheet: '1Aa_b-C',
    queueSheet: '1Zz',
    functionsUrl: 'http://127.0.0.1:8080',
    linkKey: 'k'.repeat(32),
    mailHost: 'smtp.example.com',
    mailPort: '465',
    mailSecurity: 'tls',
    mailUser: 'hachi',
    mailPassword: 's3cret',
    mailFrom: 'hachi@example.com',
    googleChatWebhook: 'https://chat.googleapis.com/v1/spaces/A/messages?key=k&token=t',
    slackWebhook: 'https://hooks.slack.com/services/T/B/x',
    chatworkRoom: '123',
    chatworkToken: 't0ken',
    chatworkRoot: 'http://127.0.0.1:9002/v2',
  });
});

test.each([
  ['HACHI_FUNCTIONS_URL', 'http://127.0.0.1:8080'],
  ['HACHI_FUNCTIONS_URL', 'http://functions.example'],
  ['HACHI_FUNCTIONS_URL', 'https://functions.example/'],
  ['HACHI_FUNCTIONS_URL', 'https://functions.example/open?x=1'],
  ['HACHI_LINK_KEY', 'too short'],
  ['HACHI_AUDIENCES', ''],
  ['HACHI_AUDIENCES', '*'],
  ['HACHI_AUDIENCES', `${CLIENT},`],
  ['HACHI_AUDIENCES', 'http://example.com'],
  ['HACHI_AUDIENCES', 'http://127.0.0.1:8080'],
  ['HACHI_CERTS_URL', 'http://127.0.0.1:9000/certs'],
  ['HACHI_CERTS_URL', 'http://www.googleapis.com/oauth2/v1/certs'],
  ['HACHI_CERTS_URL', 'https://www.googleapis.com.evil.example/oauth2/v1/certs'],
  ['HACHI_CERTS_URL', 'https://www.googleapis.com@evil.example/oauth2/v1/certs'],
  ['HACHI_CERTS_URL', 'https://storage.googleapis.com/bucket/oauth2/keys.json'],
  ['HACHI_CERTS_URL', 'https://www.googleapis.com/robot/v1/metadata/x509/a@b.iam.gserviceaccount.com'],
  ['HACHI_CERTS_URL', 'https://www.googleapis.com/oauth2/../robot/v1/metadata/x509/a'],
  ['HACHI_CERTS_URL', 'nonsense'],
  ['HACHI_DOMAINS', '@example.com'],
  ['HACHI_DOMAINS', 'example'],
  ['HACHI_FIRST_ADMIN', 'admin'],
  ['HACHI_FIRST_ADMIN', 'a@example.com,b@example.com'],
  ['HACHI_SCHEDULER', 'jobs'],
  ['GOOGLE_CLOUD_PROJECT', 'A B'],
  ['HACHI_SHEETS_ROOT', 'http://127.0.0.1:9001/'],
  ['HACHI_REGISTER_SHEET', 'https://docs.google.com/spreadsheets/d/1Aa/edit'],
  ['HACHI_QUEUE_SHEET', 'https://docs.google.com/spreadsheets/d/1Aa/edit'],
  ['HACHI_DOMAIN', 'example.com'],
  ['HACHI_MAIL_HOST', 'smtp://smtp.example.com'],
  ['HACHI_MAIL_PORT', '0'],
  ['HACHI_MAIL_PORT', '65536'],
  ['HACHI_MAIL_SECURITY', 'none'],
  ['HACHI_MAIL_FROM', 'Hachi <hachi@example.com>'],
  ['HACHI_GOOGLE_CHAT_WEBHOOK', 'http://chat.googleapis.com/v1/spaces/A/messages'],
  ['HACHI_GOOGLE_CHAT_WEBHOOK', 'https://chat.googleapis.com.evil.example/v1/spaces/A'],
  ['HACHI_GOOGLE_CHAT_WEBHOOK', 'https://chat.googleapis.com/v1/media/A'],
  ['HACHI_GOOGLE_CHAT_WEBHOOK', 'https://chat.googleapis.com/v1/spaces/../media/A'],
  ['HACHI_GOOGLE_CHAT_WEBHOOK', 'http://127.0.0.1:9002/v1/spaces/A'],
  ['HACHI_SLACK_WEBHOOK', 'https://hooks.slack.com:8443/services/T/B/x'],
  ['HACHI_SLACK_WEBHOOK', 'https://evil@hooks.slack.com/services/T/B/x'],
  ['HACHI_SLACK_WEBHOOK', 'https://169.254.169.254/services/T/B/x'],
  ['HACHI_SLACK_WEBHOOK', 'https://hooks.slack.com/api/x'],
  ['HACHI_CHATWORK_ROOM', '../me'],
  ['HACHI_CHATWORK_TOKEN', 'a\r\nb'],
  ['HACHI_CHATWORK_ROOT', 'https://evil.example/v2'],
  ['HACHI_CHATWORK_ROOT', 'http://127.0.0.1:9002/v2'],
])('%s=%s is refused in production', (name, value) => {
  expect(() => readConfig({ ...base, [name]: value })).toThrow(`\n  ${name}`);
});

test.each([
  ['HACHI_CERTS_URL', 'http://192.168.0.1/certs'],
  ['HACHI_CERTS_URL', 'http://127.0.0.1.evil.example/certs'],
  ['HACHI_CERTS_URL', 'http://localhost@evil.example/certs'],
  ['HACHI_SHEETS_ROOT', 'https://sheets.example.com/'],
])('%s=%s is refused in the local suite, too', (name, value) => {
  expect(() => readConfig({ ...local, [name]: value })).toThrow(`\n  ${name}`);
});

test.each([
  [{ HACHI_MAIL_HOST: 'smtp.example.com' }, 'HACHI_MAIL_FROM'],
  [{ HACHI_MAIL_PASSWORD: 's3cret' }, 'HACHI_MAIL_USER'],
  [{ HACHI_CHATWORK_ROOM: '1' }, 'HACHI_CHATWORK_TOKEN'],
])('%j misses %s', (env, missing) => {
  expect(() => readConfig({ ...base, ...env })).toThrow(`\n  ${missing} is missing: `);
});

test('One error names every wrong setting and what is allowed, and repeats no value', () => {
  const read = () =>
    readConfig({ HACHI_CERTS_URL: 'http://secret', HACHI_FIRST_ADMIN: 'secret', HACHI_TYPO: 'secret' });
  expect(read).toThrow(/^Wrong settings:\n(?!.*secret)/);
  let message = '';
  try {
    read();
  } catch (error) {
    message = String(error);
  }
  expect(message.split('\n').slice(1)).toEqual([
    '  HACHI_TYPO: there is no such setting.',
    '  HACHI_AUDIENCES is required: OAuth client IDs (….apps.googleusercontent.com) or https URLs, separated by commas.',
    expect.stringMatching(/^ {2}HACHI_CERTS_URL is wrong: .*FIRESTORE_EMULATOR_HOST/),
    '  HACHI_FIRST_ADMIN is wrong: an e-mail address.',
  ]);
});
