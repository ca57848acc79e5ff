/** The parts of an encoded protobuf message, without decoding it (https://protobuf.dev/programming-guides/encoding). */

/** A field of a message: its tag (number and wire type), and where its content lies. */
export type MessagePart = { tag: number; from: number; to: number };

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

/** The tag of a field whose content is a text, bytes or another message. */
export const delimitedTag = (fieldNumber: number): number => (fieldNumber << 3) | LENGTH_DELIMITED;

/** The fields between two positions of the bytes, in their order. */
export function* messageParts(bytes: Buffer, from = 0, to = bytes.length): Generator<MessagePart> {
  for (let at = from; at < to; ) {
    const tag = readVarint(bytes, at);
    at = tag.end;
    const content = contentOf(bytes, tag.value & 7, at);
    yield { tag: tag.value, ...content };
    at = content.to;
  }
}

/** The part with the tag; of a repeated one the first. */
export function partOf(bytes: Buffer, tag: number, from = 0, to = bytes.length): MessagePart | undefined {
  for (const part of messageParts(bytes, from, to)) if (part.tag === tag) return part;
  return undefined;
}

function contentOf(bytes: Buffer, wireType: number, at: number): { from: number; to: number } {
  switch (wireType) {
    case VARINT:
      return { from: at, to: endOfVarint(bytes, at) };
    case FIXED_64:
      return { from: at, to: at + 8 };
    case FIXED_32:
      return { from: at, to: at + 4 };
    case LENGTH_DELIMITED: {
      const { value, end } = readVarint(bytes, at);
      return { from: end, to: end + value };
    }
    default:
      throw new Error(`No message has a part of wire type ${wireType}.`);
  }
}

/** Exact below 2^53: tags and lengths are far below. */
function readVarint(bytes: Buffer, at: number): { value: number; end: number } {
  const end = endOfVarint(bytes, at);
  let value = 0;
  for (let i = end - 1; i >= at; i--) value = value * 128 + ((bytes[i] ?? 0) & 0x7f);
  return { value, end };
}

function endOfVarint(bytes: Buffer, at: number): number {
  let end = at;
  while ((bytes[end] ?? 0) >= 0x80) end++;
  return end + 1;
}

/** What stands before the content of a field of a larger message. */
export const delimitedHead = (tag: number, contentLength: number): Buffer =>
  Buffer.from([...varint(tag), ...varint(contentLength)]);

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) | 0x80, ...varint(Math.floor(value / 0x80))];
}
