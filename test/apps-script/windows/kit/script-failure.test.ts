import { scriptFailure } from '../../../../apps-script/windows/kit/script-failure';

test.each([
  ['', 'OFFLINE', '入力したものは残っています。'],
  ['NetworkError: Connection failure due to HTTP 0', 'OFFLINE', '(NetworkError'],
  [
    'a server error occurred while reading from storage. Error code PERMISSION_DENIED.',
    'OTHER_ACCOUNT',
    'シークレットウィンドウ',
  ],
])('%j is %s', (detail, code, words) => {
  const { error } = scriptFailure(detail);
  expect(error.code).toBe(code);
  expect(error.message.ja).toContain(words);
});
