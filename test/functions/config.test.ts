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
