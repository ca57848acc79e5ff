/** What is said of a query beside its answer. */
import { text } from '../text/text';

export const QUERY_NOTES = {
  CORPORATE_NUMBER_CHECK_DIGIT: text(
    '法人番号のチェックデジット(先頭の1桁)が合いません。打ち間違いがないか確かめてください。',
    'The check digit (the first one) of this corporate number is wrong: look for a slip in typing.',
  ),
  CORPORATE_NUMBER_MANGLED: text(
    '表計算ソフトが法人番号を指数表記に縮めています。失われた桁は元に戻せません。元の資料の13桁を入力してください。',
    'A spreadsheet has shortened this corporate number (1.23E+12): the lost digits cannot be brought back. Type the thirteen digits from the source.',
  ),
  CORPORATE_NUMBER_FORMAT: text(
    '法人番号は13桁で、0からは始まりません(先頭のゼロが落ちることはありません)。桁が足りないか、多すぎます。',
    'A corporate number has thirteen digits and never begins with 0 (no leading zero can be lost): there are too few or too many.',
  ),
  REGISTRY: text(
    '12桁なので会社法人等番号とみなし、チェックデジットを補った法人番号で調べました。',
    'Twelve digits were taken for a registry number (会社法人等番号) and completed with the check digit.',
  ),
  FREE_MAIL: text(
    'フリーメールや個人用メールのドメインでは会社が分かりません。会社名で調べてください。',
    'This mail domain is free or personal and says nothing of a company: look it up by name.',
  ),
  SHARED_PLATFORM: text(
    '多くの会社が使うサービスのページでは会社が分かりません。会社名で調べてください。',
    'A page of a platform that many companies use says nothing of a company: look it up by name.',
  ),
  NAMELESS: text(
    '法人格・敬称・記号・絵文字だけでは会社が分かりません。会社名で調べてください。',
    'A legal form, a form of address, symbols or emoji alone say nothing of a company: look it up by name.',
  ),
  FORMULA: text(
    '「=」などで始まる式ではなく、会社名そのものとして調べました。',
    'Looked up as a name, not as a formula.',
  ),
} as const;
