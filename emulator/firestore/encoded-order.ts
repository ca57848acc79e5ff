/** The order of two Values by their bytes, where these tell it. */
import { delimitedTag, endOfVarint, varintAt, varintTag } from './message-bytes';

/** The first byte of a text's tag, and its second one. */
const [TEXT, TEXT_BEHIND] = [(delimitedTag(17) & 0x7f) | 0x80, delimitedTag(17) >> 7];
const INTEGER = varintTag(2);
/** A tag, and a number of so many bytes that is neither negative nor beyond what is exact. */
const SAFE_INTEGER = 1 + 7;

/**
 * Below 0 where the Value from `from` to `to` comes before the other one in Firestore's order, 0 where they are equal. Undefined
 * where they have to be decoded for that: they are no two texts and no two integers that are exact.
 */
export function compareEncoded(bytes: Buffer, from: number, to: number, other: Buffer): number | undefined {
  const first = bytes[from];
  if (first !== other[0]) return undefined;
  if (first === INTEGER)
    return to - from <= SAFE_INTEGER && other.length <= SAFE_INTEGER
      ? varintAt(bytes, from + 1) - varintAt(other, 1)
      : undefined;
  if (first !== TEXT || bytes[from + 1] !== TEXT_BEHIND || other[1] !== TEXT_BEHIND) return undefined;
  const [start, otherStart] = [endOfVarint(bytes, from + 2), endOfVarint(other, 2)];
  const isAll = start + varintAt(bytes, from + 2) === to && otherStart + varintAt(other, 2) === other.length;
  return isAll ? bytes.compare(other, otherStart, other.length, start, to) : undefined;
}
