/** What each status means: the sheet's script goes without it. */
import { type Text, text } from '../text/text';
import type { Status } from './statuses';

export const STATUS_MEANINGS: Readonly<Record<Status, Text>> = {
  COLD: text(
    '狙う先として登録しただけで、まだ誰も動いていない。一度でも会った会社は決してここに入らない。',
    'Registered as a target; nobody has acted. Never an account that we have met.',
  ),
  WORKING: text(
    '担当者(IS または FS)が動いている。数週間のうちに実情を確かめる。',
    'A rep (inside or field sales) is acting; the truth is wanted within weeks.',
  ),
  ACTIVE_OPPORTUNITY: text(
    '進行中の案件が一つ以上 FS に渡り、追われている。',
    'At least one open opportunity has been passed to field sales, who is pursuing it.',
  ),
  QUARTERLY_CHECK: text(
    '会って課題は合意したが、予算・決裁者・時期のどれかが足りない。条件が整うまで四半期ごとに連絡を続ける。',
    'Met; the need is agreed, but budget, authority or timing is missing: keep contact every quarter until it is there.',
  ),
  DEAD_OPPORTUNITY: text(
    '会って失注した。いまは課題の合意がないが、潜在的な課題が見えるので狙う先に残す。',
    'Met and lost; the need is not agreed now, a latent need is visible, so it stays a target.',
  ),
  CURRENT_CLIENT: text('自社製品を一つ以上使っている顧客。', 'A customer of at least one of our products.'),
  BAD_FIT: text(
    '顕在・潜在のどちらの課題も、自社のどの製品にも合わない。',
    'Neither an explicit nor a latent need matches any of our products.',
  ),
  ON_FILE: text(
    '消してはならない会社。重複・合併・買収・廃業など。元のステータスは問わない。',
    'Must not be deleted, whatever its status was: a duplicate, a merged, acquired or dissolved company.',
  ),
};
