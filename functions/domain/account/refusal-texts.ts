/** What each refusal says. The guards of a transition have their sentences in guard-texts.ts. */
import { ILLEGAL_TRANSITION_TEXTS } from '../status/illegal-transition-texts';
import { type Text, text } from '../text/text';
import { INVARIANT_TEXTS } from './invariant-texts';
import { QUICK_ENTRY_TEXTS } from './quick-entry-texts';

export const REFUSAL_TEXTS = {
  ROLE_NOT_ALLOWED: text(
    'この操作を行う権限がありません。できる役割の人かマネージャーに依頼してください。',
    'Your role does not allow this: ask somebody whose role does, or a manager.',
  ),
  ACCOUNT_UNKNOWN: text('このアカウントは登録されていません。', 'There is no such account.'),
  ACCOUNT_EXISTS: text('このアカウントは登録済みです。', 'This account is registered already.'),
  NAME_NEEDED: text('会社名を入力してください。', 'Give the name of the company.'),
  NAME_IS_LEGAL_FORM: text(
    '会社の名前(英語名・読み・別名・旧社名も)には、文字か数字が要ります。「株式会社」などの法人格、「御中」などの敬称、記号、絵文字だけでは会社を特定できません。',
    'A name of a company, also its English name, its reading, another or a former one, has letters or digits: a legal form, a form of address, symbols or emoji alone name none.',
  ),
  ...ILLEGAL_TRANSITION_TEXTS,
  ...INVARIANT_TEXTS,
  FIRST_STATUS: text(
    '新しいアカウントはコールド・ワーキング・現在の顧客のいずれかで始まります。',
    'A new account starts as Cold, Working or Current Client.',
  ),
  APPROVAL_NOT_NEEDED: text(
    'この変更に承認は要りません。そのまま変更してください。',
    'This move needs no approval: change the status directly.',
  ),
  BANT_ALL_YES: text(
    'BANT がすべて「あり」です。四半期チェックではなくアクティブ案件にしてください。',
    'BANT is yes throughout: make it an Active Opportunity, not a quarterly check.',
  ),
  NEED_AGREED: text(
    '課題は「あり」です。失注ではなく四半期チェックにしてください。',
    'The need is agreed: Check Back Quarterly fits, not Dead Opportunity.',
  ),
  DECISION_NEEDED: text(
    'これで進行中の案件または利用中の製品がなくなります。アカウントを次にどのステータスにするか決めてください。',
    'This ends the last open opportunity or product in use: decide which status the account takes.',
  ),
  DATA_UNUSED: text(
    'この操作では使わない項目が含まれています。その項目を外すか、それを記録する操作で送ってください。',
    'Some of the data has no use in this step: leave it out, or send it with the step that records it.',
  ),
  DATA_INCOMPLETE: text(
    '記入の途中の項目があります。残りを記入するか、その項目を外してください。',
    'Something is filled in by half: fill in the rest, or leave it out.',
  ),
  NEED_RECORDED: text(
    '課題または潜在的な課題が記録されています。不適合にするには、それがもうないことを同じ操作で記録してください。',
    'A need or a latent need is on record: say in the same step that it is gone, or it is no bad fit.',
  ),
  DATE_UNLIKELY: text(
    '何年も前または先の日付です。日付を確かめ、正しければその旨を記入してください。',
    'The date lies years back, or years ahead: look at it again and, if it is right, say so.',
  ),
  DATE_IN_FUTURE: text('未来の日付は記録できません。', 'The date must not be after today.'),
  DATES_REVERSED: text('終了日が開始日より前です。', 'The end is before the start.'),
  CONTACT_UNKNOWN: text('この窓口の人はアカウントにいません。', 'No such contact on this account.'),
  CONTACT_MOVE_SAME: text(
    '移り先が同じ会社です。部署や役職が変わっただけなら、窓口を編集してください。',
    'That is the company they are at: edit the contact where only the department or the title is new.',
  ),
  CONTACT_MOVE_UNKNOWN: text(
    '移り先の会社が登録されていません。先に登録してください。',
    'The company that they went to is not in the register: register it first.',
  ),
  CONTACT_MOVE_FILED: text(
    '移り先の会社は統合などで登録保存になっています。代わりのアカウントを選んでください。',
    'The company that they went to is on file, as after a merge: choose the account that stands for it.',
  ),
  CONTACT_MOVED: text(
    'この人はすでに別の会社へ移っています。続きは移り先のアカウントで行ってください。',
    'This person has gone to another company already: go on at the account there.',
  ),
  OPPORTUNITY_UNKNOWN: text('この案件はこのアカウントにありません。', 'No such opportunity on this account.'),
  OPPORTUNITY_CLOSED: text(
    'この案件はすでに閉じています。新しい案件を作り、前の案件を参照してください。',
    'This opportunity is closed: open a new one that follows it.',
  ),
  OPPORTUNITY_REFUSED: text(
    '不適合・登録保存のアカウントでは案件を作れません。先にワーキングに戻してください。',
    'No opportunity on a Bad Fit or filed account: return it to Working first.',
  ),
  PRODUCT_NOT_OURS: text(
    '自社の製品ではありません。設定にある製品から選んでください。',
    'Not one of our products: choose one of those in the settings.',
  ),
  PRODUCTS_NOT_SET: text(
    '自社の製品がまだ設定されていません。マネージャーに、設定の「製品」に一つ以上登録するよう依頼してください。',
    'What we sell is not set yet: ask a manager to name at least one product in the settings.',
  ),
  FIELD_SALES_OWNER: text(
    '案件の担当には、在籍しているフィールドセールス(またはマネージャー)を選んでください。',
    'An opportunity is owned by an active field sales rep, or by a manager.',
  ),
  PRODUCT_OVER: text(
    '利用終了日が過ぎている製品は「利用中」にできません。「終了」にするか、終了日を直してください。',
    'A product whose end has come is not in use: choose ended, or correct the end.',
  ),
  PRODUCT_UNKNOWN: text('この製品はこのアカウントにありません。', 'No such product on this account.'),
  ACTIVITY_UNKNOWN: text('この商談はこのアカウントにありません。', 'No such meeting on this account.'),
  MEMBER_UNKNOWN: text(
    'この人は在籍していないか、変更する権限がありません。ほかの人を選んでください。',
    'This person is not here any more, or may not change accounts: choose another one.',
  ),
  CODE_UNKNOWN: text('選択肢にない理由です。', 'The reason is not in the list.'),
  CONTACT_NAME_NEEDED: text('窓口の人の氏名を入力してください。', 'Give the name of the contact.'),
  CONTACT_TWO_WAY: text(
    '連絡の種類と双方向かどうかが合いません。商談と「応答なし」以外のチェック結果は必ず双方向、メモと「応答なし」は一方向です。',
    'Kind and two-way do not fit: a meeting, and a check that was answered, are two-way; a note, and no answer, are not.',
  ),
  CHECK_NOT_RUNNING: text(
    '確認の記録と次回確認日は、四半期チェックのアカウントにだけあります。',
    'Only a Check Back Quarterly account has checks to record and a next check.',
  ),
  ...QUICK_ENTRY_TEXTS,
  CONDITION_NOT_AWAITED: text(
    '待っている条件は四半期チェックのアカウントにだけ記入できます。',
    'A condition is awaited on a Check Back Quarterly account only.',
  ),
  CHECK_CONTACT: text(
    'チェックの結果は電話・メール・訪問・商談で記録してください。メモは連絡ではなく、商談に「応答なし」はありません。',
    'A check is done by call, mail, visit or meeting: a note is no contact, and no meeting is without answer.',
  ),
  CHECK_RECORDED: text(
    'この確認はもう記録されていて、何も変わりません。さらに連絡した場合は「連絡を記録」、日を変える場合は次回確認日で記録してください。',
    'This check is recorded already, and nothing changes. Log one more contact as a contact; another day is set as the next check.',
  ),
  CHECK_CONTACT_OLD: text(
    'この連絡は前回の確認以前のものです。今回の確認の連絡を記録してください。',
    'This contact is no newer than the one that the check counts from: log the contact of this check.',
  ),
  NOTE_NEEDED: text(
    'コメントが必要です。理由や、相手に伝えることを書いてください。',
    'A note is needed: say why, or what the other has to know.',
  ),
  PROPOSAL_UNKNOWN: text('この申請はもうありません。', 'This proposal does not exist any more.'),
  PROPOSAL_PENDING: text(
    '別の申請が承認待ちです。先に承認または却下してください。',
    'Another proposal waits: approve or reject it first.',
  ),
  APPROVAL_OWN: text(
    '自分の申請は承認できません。別のマネージャーに依頼してください。',
    'Nobody approves their own proposal: ask another manager.',
  ),
  EXPECTED_DATE: text(
    '決定予定日は、今日から5年以内の日を入力してください。',
    'A decision is expected today or later, within five years.',
  ),
  NEXT_STEP_NEEDED: text('進行中の案件には次の一手が必要です。', 'An open opportunity needs a next step.'),
  REVISIT_DATE: text('明日から5年以内の日を入力してください。', 'After today, within five years.'),
  REVISIT_NONE: text(
    '失注の記録がある失注案件だけです。',
    'Only a Dead Opportunity with its loss on record has one.',
  ),
  REVIEW_NONE: text('見直しは不適合のアカウントにだけ行えます。', 'Only a Bad Fit is reviewed.'),
  JUDGE_REFUSED: text(
    '再判定は、不適合のままにする場合に、もとの判定者以外の(変更できる)在籍メンバーへ依頼してください。',
    'Where it stays a bad fit, ask an active member who may change accounts and is not the one who judged it.',
  ),
  OWNER_HANDS_OVER: text(
    '担当者がいるアカウントは、その担当者かマネージャーが引き継ぎます。',
    'An account that has an owner is handed over by that owner or by a manager.',
  ),
  HAND_OVER_TO_OWNER: text(
    'この人がすでに担当です。引き継ぐ別の人を選んでください。',
    'This member owns the account already: choose another one to hand it over to.',
  ),
  HAND_OVER_NONE: text('受け取り待ちの引き継ぎはありません。', 'No hand-over waits for acknowledgement.'),
  PROMISES_NONE: text(
    'このアカウントの引き継ぎに、約束したことはありません。',
    'Nothing was promised when this account was handed over.',
  ),
  HAND_OVER_NOT_YOURS: text(
    '引き継ぎ先の本人だけが受け取れます。',
    'Only the receiver acknowledges a hand-over.',
  ),
  DEBTS_NONE: text('補完するものはありません。', 'Nothing is left to fill in.'),
  LINK_NONE: text('紐づけはありません。', 'There is no link to cut.'),
  MERGE_CONFIRM: text(
    '統合の内容を確認し、残るアカウントのステータスを選んでください。',
    'Look at what the merge would make of both accounts, and confirm the status of the one that stays.',
  ),
  MERGE_STATUS: text(
    '統合後のステータスは、どちらかのアカウントのものから選んでください。',
    'The account that stays takes the status of one of the two.',
  ),
  MERGE_INTO_FILED: text(
    '登録保存のアカウントには統合できません。いま使われているアカウントを選ぶか、先に復帰させてください。',
    'Nothing is merged into an account on file: choose the one that stands for it, or restore it first.',
  ),
  UNMERGE_CHANGED: text(
    '統合で引き継いだものがそのあと変更されています。先にその変更を取り消してください。',
    'What was brought over has changed since the merge: undo those changes first.',
  ),
  PARENT_REFUSED: text(
    '親会社には、登録済みの別のアカウントを選んでください(自分自身や循環は指定できません)。',
    'The parent is another account that exists, without a circle.',
  ),
  UNDO_UNKNOWN: text('取り消す変更が見つかりません。', 'There is no such change to undo.'),
  UNDO_LATER_CHANGES: text(
    '同じ項目があとから変更されています。新しい方から取り消してください。',
    'The same data has changed since: undo the later change first.',
  ),
  UNDO_TOO_LATE: text(
    '取り消せるのは自分の24時間以内の変更だけです。マネージャーに依頼してください。',
    'Only your own change of the last 24 hours can be undone: ask a manager.',
  ),
  UNDO_MEETING: text(
    '商談の記録は取り消せません。マネージャーが「商談の訂正」を行います。',
    'A meeting is not undone: a manager corrects it, with a reason.',
  ),
  UNDO_ERASED: text(
    '窓口の個人情報の消去は取り消せません。消去した内容はどこにも残っていません。',
    'The erasure of a contact is not undone: what was erased is kept nowhere.',
  ),
  UNDO_LINKED: text(
    '案件や製品が別のアカウントへ移っているため、片側だけ取り消すことはできません。',
    'Opportunities or products moved to another account: one side alone is not undone.',
  ),
  UNDO_REOPENS: text(
    '不適合・登録保存から戻すにはマネージャーが必要です(確認前の自分の不適合だけは自分で取り消せます)。',
    'Back from Bad Fit or Kept on File takes a manager; only your own bad fit, before its review, you may undo yourself.',
  ),
  UNDO_BREAKS_RULE: text(
    '取り消すとルールに反する状態になります。',
    'Undoing this would leave the account in a state that the rules forbid.',
  ),
  LIMIT_REACHED: text('このアカウントにはこれ以上追加できません。', 'No more of these fit on one account.'),
  IMPORT_MET_COLD: text(
    '商談済みの会社はコールドとして取り込めません。ワーキングなどにしてください。',
    'A company that we have met is not imported as Cold: use Working or another status.',
  ),
  IMPORT_NUMBER_DIFFERS: text(
    'この会社は別の法人番号で登録されています。法人番号を確かめてください。リストの方が新しければ、変更として取り込めます。',
    'This company is registered with another corporate number: see which one is right. If the list is newer, import it as changes.',
  ),
  IMPORT_CLIENT_SHUT: text(
    '不適合または登録保存のアカウントです。利用中の製品を加える前に、マネージャーが戻すか、後継のアカウントに取り込んでください。',
    'A Bad Fit or an account kept on file: before products in use are added, a manager brings it back, or its successor gets them.',
  ),
  CORPORATE_NUMBER_INVALID: text(
    '法人番号が正しくありません(13桁とチェックデジットを確認してください)。',
    'The corporate number is wrong: check the 13 digits and the check digit.',
  ),
  DUPLICATE_CORPORATE_NUMBER: text(
    'この法人番号のアカウントがすでにあります。',
    'An account with this corporate number exists already.',
  ),
  DUPLICATE_LIKELY: text(
    '同じ会社と思われるアカウントがすでにあります。別の会社であれば、その旨を確認して登録してください。',
    'This company seems to be in the register already: if it is another one, say so and register it.',
  ),
  NOT_DUPLICATE_ITSELF: text(
    '比べる相手に、登録済みの別のアカウントを選んでください。',
    'Choose another account that exists to tell it from.',
  ),
  NOT_SAVED: text(
    '内部エラー: 禁止された状態になるため、このアカウントの変更は保存されませんでした。ほかのアカウントに影響はありません。管理者に知らせてください。',
    'Internal error: this change would have stored a forbidden state, so it was not saved. No other account is concerned. Tell an admin.',
  ),
  CONFLICT: text(
    '表示後にほかの人が変更しました。両方の値を見て、やり直してください。',
    'Somebody changed the account after you saw it: look at both values and decide again.',
  ),
  DOCUMENT_UNREADABLE: text(
    '保存されている記録を読み取れないため、何も変更していません。マネージャーに連絡してください。',
    'Nothing was changed: a stored document that this needs cannot be read. Tell a manager.',
  ),
  WRITE_UNREADABLE: text(
    'このままでは読み取れない形で保存されるため、受け付けませんでした。何も変更していません。管理者に連絡してください。',
    'Not accepted, for it would be stored in a form that cannot be read; nothing was changed. Tell an admin.',
  ),
  REQUEST_KEY_REUSED: text(
    '同じリクエスト ID で別の内容が送られました。新しい ID で送ってください。',
    'This request ID was used for another request: send it with a new one.',
  ),
} as const satisfies Record<string, Text>;
