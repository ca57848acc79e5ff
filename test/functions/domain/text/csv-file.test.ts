import { csvFile } from '../../../../functions/domain/text/csv-file';

test('a mark of the encoding, a line each, texts that are no formula and numbers that are numbers', () => {
  expect(
    csvFile([
      ['会社', 'n'],
      ['=1+1', -2],
      ['a"b,\nc', '-2'],
    ]),
  ).toBe('\uFEFF会社,n\r\n\'=1+1,-2\r\n"a""b,\nc",\'-2\r\n');
  expect(csvFile([])).toBe('\uFEFF');
});
