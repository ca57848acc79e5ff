/** What a check of the store says, ja and en: what was found, and what it means. */
import { type Text, text } from '../text/text';

export const STORE_FINDING_TEXTS = {
  DOCUMENT_UNREADABLE: text(
    '保存されている文書を読めません。ほかの文書には影響しません。',
    'A stored document cannot be read. It takes no other along.',
  ),
  HISTORY_GAP: text(
    '履歴の版が欠けているか、アカウントの版を超えています。',
    'Versions of the history are missing, or go beyond the version of the account.',
  ),
  HISTORY_DIFFERS: text(
    'アカウントの内容が、履歴から組み立てた内容と一致しません。',
    'The account is not what its history makes of it.',
  ),
  HISTORY_WITHOUT_ACCOUNT: text('履歴だけがあり、アカウントがありません。', 'A history has no account.'),
  REQUEST_APPLIED_TWICE: text(
    '同じリクエストが一つのアカウントに二度記録されています。',
    'One request stands twice in the history of an account.',
  ),
  RULE_BROKEN: text('ルールが禁じる状態のアカウントです。', 'The account is in a state that a rule forbids.'),
  QUERY_FIELDS_DIFFER: text(
    '検索用の項目がアカウントの内容と一致しません。一覧や件数から漏れます。',
    'The fields that queries ask for are not those of the account: lists and counts miss it.',
  ),
  KEYS_OUTDATED: text(
    '検索用のキーが古いままです。台帳の更新(layout)が少しずつ作り直します。',
    'The keys that the account is found by are outdated: refreshing the register (layout) makes them anew.',
  ),
  NUMBER_NOT_HELD: text(
    'アカウントの法人番号が、そのアカウントのものとして登録されていません。',
    'The corporate number of the account is not held for it.',
  ),
  NUMBER_ASTRAY: text(
    '法人番号が、それを持たないアカウントのものとして登録されています。',
    'A corporate number is held for an account that does not have it.',
  ),
  SUCCESSOR_UNKNOWN: text(
    '引き継ぎ先のアカウントがありません。',
    'The successor of the account does not exist.',
  ),
  SUCCESSOR_CIRCLE: text('引き継ぎ先をたどると循環します。', 'The successors of the account close a circle.'),
  PARENT_UNKNOWN: text('親会社のアカウントがありません。', 'The group parent of the account does not exist.'),
  MEMBER_UNKNOWN: text(
    '担当者がメンバーの一覧にいません。',
    'The owner of the account is not among the members.',
  ),
  BATCH_UNKNOWN_TO_HISTORY: text(
    'アカウントが覚えている取り込みと、履歴または取り込みの記録が一致しません。',
    'The imports that the account remembers are not those of its history, or are not kept.',
  ),
  REQUEST_WITHOUT_ENTRY: text(
    '受け付けたリクエストの結果が履歴にありません。',
    'The history lacks what an accepted request made.',
  ),
  BATCH_MISCOUNTED: text('取り込みの件数が合いません。', 'The counts of an import do not add up.'),
  FACTS_DIFFER: text(
    'ダッシュボードの元の集計が、履歴から数え直した結果と一致しません。数え直し(dashboard の recount)で直ります。',
    'What the dashboard is made of is not what the history makes of it: a recount (dashboard) mends it.',
  ),
  MEMBER_UNREADABLE: text(
    'メンバーの保存内容が壊れています。管理者がこのメンバーを保存し直すと直ります。',
    'The stored record of a member is broken: an admin mends it by saving the member again.',
  ),
  SETTING_UNREADABLE: text(
    '設定の保存内容が壊れています。マネージャーがこの設定を保存し直すと直ります。',
    'A stored setting is broken: a manager mends it by saving the setting again.',
  ),
} as const satisfies Record<string, Text>;

export type StoreFindingCode = keyof typeof STORE_FINDING_TEXTS;
