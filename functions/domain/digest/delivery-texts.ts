/** Why a message was not delivered, or may not have been, as a manager reads it in the job's answer. */
import { type Text, text } from '../text/text';

export const DELIVERY_TEXTS = {
  NOT_SET_UP: text(
    '送信先が設定されていません。管理者が環境変数を設定してください。',
    'This channel is not set up: an admin sets its environment variables.',
  ),
  UNREACHABLE: text(
    '送信先のサーバーに接続できません。次の実行でもう一度送ります。',
    'The server cannot be reached; the next run tries again.',
  ),
  INSECURE: text(
    'サーバーとの暗号化された接続ができないため、送りませんでした。',
    'Nothing was sent, since the connection to the server could not be encrypted.',
  ),
  SIGN_IN_REFUSED: text(
    'サーバーがサインインを断りました。ユーザー名とパスワード、またはトークンを確認してください。',
    'The server refused the sign-in: check the user and the password, or the token.',
  ),
  ADDRESS_INVALID: text(
    'メールアドレスが正しくありません。メンバーのアドレスを直してください。',
    'The e-mail address is none: put right the address of the member.',
  ),
  REFUSED: text(
    'サーバーが受け取りを断りました。次の実行でもう一度送ります。',
    'The server refused the message; the next run tries again.',
  ),
  UNCONFIRMED: text(
    'サーバーから受け取りの確認がありません。届いている可能性があるため、今日はもう送りません。',
    'The server has not confirmed the message. It may have arrived, so it is not sent again today.',
  ),
} as const satisfies Record<string, Text>;

export type DeliveryProblem = keyof typeof DELIVERY_TEXTS;
