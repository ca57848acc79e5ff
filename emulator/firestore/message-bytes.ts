/** The parts of an encoded protobuf message, without decoding it (https://protobuf.dev/programming-guides/encoding). */

/** A field of a message: its tag (number and wire type), and where its content lies. */
export type MessagePart = { readonly tag: number; readonly from: number; readonly to: number };

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

/** The tag of a field whose content is a text, bytes or another message. */
export const delimitedTag = (fieldNumber: number): number => (fieldNumber << 3) | LENGTH_DELIMITED;

/**
 * Reads the fields between two positions in their order. One reader serves all of them, since a document has hundreds, and an
 * object for each would cost more than reading it.
 */
export class MessageReader implements MessagePart {
  tag = 0;
  from = 0;
  to: number;

  constructor(
    private readonly bytes: Buffer,
    from = 0,
    private readonly end = bytes.length,
  ) {
    this.to = from;
  }

  /** Moves to the next field; false after the last one. */
  next(): boolean {
    if (this.to >= this.end) return false;
    this.from = this.to;
    this.tag = this.readVarint();
    this.to = this.endOfContent(this.tag & 7);
    return true;
  }

  private endOfContent(wireType: number): number {
    switch (wireType) {
      case VARINT:
        return endOfVarint(this.bytes, this.from);
      case FIXED_64:
        return this.from + 8;
      case FIXED_32:
        return this.from + 4;
      case LENGTH_DELIMITED: {
        const length = this.readVarint();
        return this.from + length;
      }
      default:
        throw new Error(`No message has a part of wire type ${wireType}.`);
    }
  }

  /** Exact below 2^53, far above any tag or length. */
  private readVarint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.from++] ?? 0;
      if (byte < 0x80) return value + byte * scale;
      value += (byte & 0x7f) * scale;
    }
  }
}

/** The part with the tag; the first one of a repeated field. */
export function partOf(bytes: Buffer, tag: number, from = 0, to = bytes.length): MessagePart | undefined {
  const part = new MessageReader(bytes, from, to);
  while (part.next()) if (part.tag === tag) return part;
  return undefined;
}

/** Exact below 2^53. */
export function varintAt(bytes: Buffer, from: number): number {
  let value = 0;
  let at = from;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at++] ?? 0;
    if (byte < 0x80) return value + byte * scale;
    value += (byte & 0x7f) * scale;
  }
}

/** Behind the number that stands there. */
export function endOfVarint(bytes: Buffer, at: number): number {
  let end = at;
  while ((bytes[end] ?? 0) >= 0x80) end++;
  return end + 1;
}

/** The tag of a field whose content is a number. */
export const varintTag = (fieldNumber: number): number => (fieldNumber << 3) | VARINT;

/** A field whose content is a text. */
export function textField(tag: number, text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([delimitedHead(tag, bytes.length), bytes]);
}

/** A field with a number that is not negative. */
export const numberField = (tag: number, value: number): number[] => [...varint(tag), ...varint(value)];

/** The bytes before a field's content, for a field that is part of a larger message. */
export const delimitedHead = (tag: number, contentLength: number): Buffer =>
  Buffer.from([...varint(tag), ...varint(contentLength)]);

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) | 0x80, ...varint(Math.floor(value / 0x80))];
}
