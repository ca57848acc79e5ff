/**
 * A JSON value that no cell takes, as Google's refusal of it prints the protocol buffer that it was read into.
 * Not verified against Google: how it prints an empty list and letters that are not ASCII.
 */

/** Each field has its own line, nested ones are indented, and a newline ends the text. */
export const valueText = (value: unknown, indent = ''): string => {
  if (value === null || value === undefined) return `${indent}null_value: NULL_VALUE\n`;
  if (typeof value === 'boolean') return `${indent}bool_value: ${value}\n`;
  if (typeof value === 'number')
    return `${indent}number_value: ${Number.isInteger(value) ? value.toFixed(1) : value}\n`;
  if (typeof value === 'string') return `${indent}string_value: ${quoted(value)}\n`;
  const inner = `${indent}  `;
  if (Array.isArray(value))
    return message(
      'list_value',
      indent,
      value.map((item) => message('values', inner, valueText(item, `${inner}  `))).join(''),
    );
  const fields = Object.entries(value).map(([key, item]) => {
    const field = `${inner}  `;
    const text = `${field}key: ${quoted(key)}\n${message('value', field, valueText(item, `${field}  `))}`;
    return message('fields', inner, text);
  });
  return message('struct_value', indent, fields.join(''));
};

const message = (name: string, indent: string, text: string): string =>
  `${indent}${name} {\n${text}${indent}}\n`;

const ESCAPED: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '"': '\\"',
  "'": "\\'",
  '\\': '\\\\',
};

/** Encodes UTF-8 bytes other than printable ASCII as octal numbers. */
const quoted = (text: string): string => {
  const escaped = [...Buffer.from(text, 'utf8')].map((byte) => {
    const character = String.fromCharCode(byte);
    const isPrintable = byte >= 0x20 && byte < 0x7f;
    return ESCAPED[character] ?? (isPrintable ? character : `\\${byte.toString(8).padStart(3, '0')}`);
  });
  return `"${escaped.join('')}"`;
};
