/** Writes workbooks as Excel does, of sheets whose cells are given as they stand in the file. */
import { zipSync } from 'fflate';

export type XlsxCell =
  | string
  | number
  | boolean
  /** A day or an instant as its serial number, shown as a date. */
  | { date: number }
  /** With the reading of its kanji, which is no part of the text. */
  | { text: string; reading: string }
  | { error: string }
  | null;

interface XlsxOptions {
  date1904?: boolean;
  hidden?: readonly string[];
  /** Blocks of merged cells, as A2:A4, on every sheet. */
  merged?: readonly string[];
  /** Numbers of the rows that a filter hides, on every sheet. */
  hiddenRows?: readonly number[];
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function xlsx(
  sheets: Readonly<Record<string, readonly (readonly XlsxCell[])[]>>,
  { date1904 = false, hidden = [], merged = [], hiddenRows = [] }: XlsxOptions = {},
): Uint8Array {
  const strings: string[] = [];
  const shared = (item: string): number => strings.push(item) - 1;
  const cellXml = (cell: XlsxCell, at: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    if (typeof cell === 'string')
      return `<c r="${at}" t="s"><v>${shared(`<t xml:space="preserve">${escapeXml(cell)}</t>`)}</v></c>`;
    if ('date' in cell) return `<c r="${at}" s="1"><v>${cell.date}</v></c>`;
    if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
    const reading = `<rPh sb="0" eb="1"><t>${cell.reading}</t></rPh>`;
    return `<c r="${at}" t="s"><v>${shared(`<t>${escapeXml(cell.text)}</t>${reading}`)}</v></c>`;
  };
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="true"' : ''}/><sheets>${names
      .map(
        (name, index) =>
          `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rIdS" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdT" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  const blocks = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const mergeCells = merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${blocks}</mergeCells>`;
  names.forEach((name, sheet) => {
    const rows = (sheets[name] ?? []).map((cells, row) => {
      const written = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`)).join('');
      const shown = hiddenRows.includes(row + 1) ? ' hidden="1"' : '';
      return `<row r="${row + 1}"${shown}>${written}</row>`;
    });
    parts[`xl/worksheets/sheet${sheet + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData>${mergeCells}</worksheet>`;
  });
  parts['xl/sharedStrings.xml'] =
    `<sst xmlns="${MAIN}" count="${strings.length}">${strings.map((item) => `<si>${item}</si>`).join('')}</sst>`;
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(HEAD + xml)])),
  );
}
