/** `npm run test:google`: the cases of this folder on a spreadsheet of Google's; without what they need it says so, and fails. */
import { spawnSync } from 'node:child_process';
import { auth } from 'googleapis/build/src/apis/sheets';

const SCOPE = 'https://www.googleapis.com/auth/spreadsheets';

const tokenOrNull = async (): Promise<string | null> => {
  try {
    return (await new auth.GoogleAuth({ scopes: [SCOPE] }).getAccessToken()) ?? null;
  } catch {
    return null;
  }
};

const main = async (): Promise<number> => {
  const { HACHI_TEST_SPREADSHEET: spreadsheet = '' } = process.env;
  const token = await tokenOrNull();
  const missing = [
    ...(spreadsheet === ''
      ? [
          'HACHI_TEST_SPREADSHEET: the ID of a spreadsheet that may be written to; tabs are added and deleted.',
        ]
      : []),
    ...(token === null
      ? [
          `A sign-in: gcloud auth application-default login --scopes=${SCOPE},https://www.googleapis.com/auth/cloud-platform; or GOOGLE_APPLICATION_CREDENTIALS.`,
        ]
      : []),
  ];
  if (missing.length > 0 || token === null) {
    process.stderr.write(
      `Nothing was tried against Google. Missing:\n${missing.map((line) => `  ${line}\n`).join('')}`,
    );
    return 1;
  }
  const env = { ...process.env, HACHI_TEST_TOKEN: token };
  return spawnSync('npx', ['jest', '-w', '1', 'test/contract'], { stdio: 'inherit', env }).status ?? 1;
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
