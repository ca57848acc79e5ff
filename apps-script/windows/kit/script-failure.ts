/**
 * Why a call of the script failed, in words.
 * Not verified against Google: the words in which it refuses calls of windows in a browser with several Google accounts.
 */
import { text } from '../../../functions/domain/text/text';
import type { ApiError } from '../../script-api';

/** `detail` is Google's message; empty where nothing came back. */
export const scriptFailure = (detail: string): { error: ApiError } => {
  if (detail.indexOf('PERMISSION_DENIED') >= 0) return OTHER_ACCOUNT;
  const reason = detail === '' ? '' : ` (${detail})`;
  return {
    error: {
      code: 'OFFLINE',
      message: text(
        `スクリプトから答えがありません。通信を確かめて、もう一度お試しください。入力したものは残っています。${reason}`,
        `The script did not answer. Check the connection and try again: what you typed is still here.${reason}`,
      ),
    },
  };
};

/** With several Google accounts in a browser, Google runs windows as the one that signed in first. */
const OTHER_ACCOUNT: { error: ApiError } = {
  error: {
    code: 'OTHER_ACCOUNT',
    message: text(
      'Google が別のアカウントとして動かそうとして、断りました。このシートのアカウントだけのブラウザ(シークレットウィンドウなど)で開き直してください。',
      'Google ran this as another account, and refused: open the sheet in a private window with its account alone.',
    ),
  },
};
