/** The register's tab in words: its title, and what its protection says. */
import { text } from '../domain/text/text';

export const REGISTER_TITLE = text('台帳', 'Register');

/** Hachi's own protections begin with it. */
export const PROTECTION_MARK = 'Hachi:';
export const PROTECTION_NOTE = text(
  `${PROTECTION_MARK} 自動で書き込まれます。ここに入力したものは残りません。`,
  `${PROTECTION_MARK} written automatically; what is typed here does not stay.`,
);

/** What a cell with choices says of itself, and beside a text that is none of them. */
export const CHOICE_HELP = {
  status: text(
    '一覧から選ぶか、番号や略称(4、既存)を入力します。変更は申請になり、送信後に判定されます。',
    'Choose from the list, or type a number or a short form (4, client). A change is a request, decided when it is sent.',
  ),
  owner: text(
    '在籍しているメンバーを選ぶと、その人への引き継ぎを申請します。(退職)の担当者はもう在籍していません。引き継ぐ人を選んでください。',
    'Choosing a member asks for a hand-over to them. An owner marked (left) is not in the team any more: choose who takes over.',
  ),
};
