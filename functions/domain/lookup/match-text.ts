/** Why a company was found, in words. */

import { type Text, text } from '../text/text';
import type { MatchKind } from './compare-readings';
import type { LookupHit, MatchedField } from './rank';

const FIELD_TEXTS: Readonly<Record<MatchedField, Text>> = {
  id: text('アカウントID', 'The account ID'),
  corporateNumber: text('法人番号', 'The corporate number'),
  securitiesCode: text('証券コード', 'The securities code'),
  domain: text('ドメイン', 'The domain'),
  name: text('会社名', 'The name'),
  otherName: text('別名', 'The other name'),
  formerName: text('旧社名', 'The former name'),
  englishName: text('英文名', 'The English name'),
  kana: text('読み', 'The reading'),
};

const MATCH_TEXTS: Readonly<Record<MatchKind, Text>> = {
  equal: text('が一致', 'is the same'),
  spelling: text('が表記の違いを除いて一致', 'is the same in another spelling'),
  sound: text('が読みで一致', 'sounds the same'),
  head: text('が、業種などの語を除いて一致', 'is the same but for words of trade'),
  contraction: text('の略称と読める', 'may be shortened to it'),
  initials: text('の頭文字と読める', 'may be shortened to its initials'),
  slip: text('が一文字違い', 'differs by one slip'),
  part: text('の一部と一致', 'contains it'),
  misread: text('と字の形・並びが似ている', 'looks like it, as where a scanner misread it'),
};

/** Why a company is among the hits, in words. */
export const matchReason = ({
  matched,
  how,
  spelling,
}: Pick<LookupHit, 'matched' | 'how' | 'spelling'>): Text => {
  const { ja, en } = FIELD_TEXTS[matched];
  const like = MATCH_TEXTS[how];
  return text(`${ja}「${spelling}」${like.ja}`, `${en} “${spelling}” ${like.en}`);
};
