import { decodeStrictly } from '../../../functions/company-list/strict-decoding';

test.each([
  ['utf-8', [0xe3, 0x81], { text: '\ufffd', cut: true }],
  ['utf-8', [0xff], null],
  ['cp932', [0x83, 0x2c], null],
  ['euc-jp', [0xad, 0xea, 0xa1, 0xc1], { text: '㈱～', cut: false }],
  ['windows-1252', [0x80, 0x92, 0xe9, 0x9f], { text: '€’éŸ', cut: false }],
  [
    'iso-2022-jp',
    [0x1b, 0x28, 0x42, 0x1b, 0x24, 0x42, 0x33, 0x74, 0x1b, 0x28, 0x42],
    { text: '株', cut: false },
  ],
  ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x7f, 0x7f], null],
] as const)('%s of %j', (encoding, bytes, decoded) => {
  expect(decodeStrictly(Uint8Array.from(bytes), encoding)).toEqual(decoded);
});
