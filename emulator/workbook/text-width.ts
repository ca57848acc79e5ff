/**
 * How wide a text is, for columns that are made as wide as their content. Google measures with Roboto at 1.3 pixels a point; other
 * fonts are not told apart here, and a character without a width in the table takes as much as a full-width one.
 * Not verified against Google: the widths of characters.
 */
import type { CellFormat } from './model';

const PIXELS_A_POINT = 1.3;
const UNITS = 2048;
/** Roboto's advance widths in font units, for the characters from the space on. */
const ADVANCES = [
  507, 528, 656, 1261, 1150, 1501, 1273, 357, 700, 712, 882, 1161, 402, 565, 539, 844, 1150, 1150, 1150, 1150,
  1150, 1150, 1150, 1150, 1150, 1150, 497, 434, 1041, 1124, 1070, 967, 1839, 1336, 1275, 1333, 1343, 1164,
  1132, 1395, 1460, 557, 1130, 1284, 1102, 1788, 1460, 1408, 1292, 1408, 1261, 1215, 1222, 1328, 1303, 1817,
  1284, 1230, 1226, 543, 840, 543, 856, 924, 633, 1114, 1149, 1072, 1155, 1085, 711, 1149, 1128, 497, 489,
  1038, 497, 1795, 1130, 1168, 1149, 1164, 693, 1057, 669, 1129, 992, 1538, 1015, 969, 1015, 693, 499, 693,
  1393,
];
const FIRST = 0x20;

/** In pixels, with fractions; the longest of several lines counts. */
export function textWidth(text: string, format: CellFormat | undefined): number {
  const points = format?.textFormat?.fontSize ?? 10;
  const widths = text.split('\n').map((line) => {
    let units = 0;
    for (const character of line) units += ADVANCES[(character.codePointAt(0) ?? 0) - FIRST] ?? UNITS;
    return units;
  });
  return (Math.max(0, ...widths) / UNITS) * points * PIXELS_A_POINT;
}
