/** Sentences about mending an account that cannot be read, ja and en. */

import { interpolate } from '../../../functions/domain/text/interpolate';
import { type Text, text } from '../../../functions/domain/text/text';
import { localize, type MessageParams, type Viewer } from './viewer';

const MEND_MESSAGES = {
  mend: text('履歴から復元', 'Mend from the history'),
  mending: text('復元しています…', 'Mending…'),
  mendExplained: text(
    'アカウントを履歴から作り直します。履歴は変わりません。履歴にない壊れた部分は失われます。履歴を読めないときは何も変えません。',
    'The account is made again from its history, which stays. What is broken and not in it is lost; where it cannot be read, nothing is changed.',
  ),
  mended: text(
    '履歴から復元しました(版 {version})。台帳には次の更新で出ます。',
    'Mended from the history (version {version}). The next refresh shows it.',
  ),
  wasReadable: text(
    'このアカウントは読み取れます。何も変えていません。',
    'This account can be read: nothing was changed.',
  ),
  mendByManager: text(
    'マネージャーが履歴から復元できます。マネージャーに依頼してください。',
    'A manager can mend it from its history: ask one.',
  ),
} as const satisfies Record<string, Text>;

export const tMend = (
  viewer: Pick<Viewer, 'language'>,
  key: keyof typeof MEND_MESSAGES,
  params: MessageParams = {},
): string => interpolate(localize(viewer, MEND_MESSAGES[key]), params);
