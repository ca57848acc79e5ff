import { refusalOf, type SheetsApiScene, SPREADSHEET_ID, startSheetsApiScene } from './sheets-client';

let suite: SheetsApiScene;
beforeAll(async () => {
  suite = await startSheetsApiScene();
});
afterAll(() => suite.stop());

describe('values that are refused', () => {
  const write = (range: string, values: unknown, more: object = {}): Promise<unknown> =>
    suite.client.spreadsheets.values.update({
      spreadsheetId: SPREADSHEET_ID,
      range,
      valueInputOption: 'RAW',
      requestBody: { values: values as unknown[][] },
      ...more,
    });
  const cases: [name: string, call: () => Promise<unknown>, message: string][] = [
    ['an unknown tab', () => write("'No such'!A1", [[1]]), "Unable to parse range: 'No such'!A1"],
    ['garbage', () => write('A1:B2:C3', [[1]]), 'Unable to parse range: A1:B2:C3'],
    [
      'a start beyond the grid',
      () => write('Accounts!K1', [[1]]),
      'Range (Accounts!K1) exceeds grid limits. Max rows: 100, max columns: 10',
    ],
    [
      'more columns than asked for',
      () => write('Accounts!A1:B1', [[1, 2, 3]]),
      'Requested writing within range [Accounts!A1:B1], but tried writing to column [C]',
    ],
    [
      'more rows than asked for',
      () => write('Accounts!A1:B1', [[1], [2]]),
      'Requested writing within range [Accounts!A1:B1], but tried writing to row [2]',
    ],
    [
      'more rows than the grid has',
      () => write("'My queue'!A50", [[1], [2]]),
      "Requested writing within range ['My queue'!A50], but tried writing to row [51]",
    ],
    [
      'a flat list',
      () => write('A1', ['x']),
      `Invalid value at 'data.values[0]' (type.googleapis.com/google.protobuf.ListValue), "x"`,
    ],
    [
      'a list in a cell',
      () => write('A1', [[['x']]]),
      'Invalid values[0][0]: list_value {\n  values {\n    string_value: "x"\n  }\n}\n',
    ],
    [
      'an object in a cell',
      () => write('A1', [[{ no: 1, 'a"b': 'ハ' }]]),
      `Invalid values[0][0]: struct_value {
  fields {
    key: "no"
    value {
      number_value: 1.0
    }
  }
  fields {
    key: "a\\"b"
    value {
      string_value: "\\343\\203\\217"
    }
  }
}
`,
    ],
    [
      'no input option',
      () => write('A1', [[1]], { valueInputOption: undefined }),
      "'valueInputOption' is required but not specified",
    ],
    [
      'another input option',
      () => write('A1', [[1]], { valueInputOption: 'TYPED' }),
      `Invalid value at 'value_input_option' (type.googleapis.com/google.apps.sheets.v4.ValueInputOption), "TYPED"`,
    ],
    [
      'two ranges that differ',
      () => write('A1', [[1]], { requestBody: { range: 'A2', values: [[1]] } }),
      "Request range[A1] does not match value's range[A2]",
    ],
    [
      'an unknown parameter',
      () => write('A1', [[1]], { colour: 'red' }),
      `Invalid JSON payload received. Unknown name "colour": Cannot bind query parameter. Field 'colour' could not be found in request message.`,
    ],
    [
      'a cell too long, second of a batch',
      () =>
        suite.client.spreadsheets.values.batchUpdate({
          spreadsheetId: SPREADSHEET_ID,
          requestBody: {
            valueInputOption: 'RAW',
            data: [
              { range: 'A1', values: [['kept back']] },
              { range: 'A2', values: [['x'.repeat(50_001)]] },
            ],
          },
        }),
      'Invalid data[1]: Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
  ];
  test.each(cases)('%s', async (_, call, message) => {
    const before = suite.workbooks.get(SPREADSHEET_ID);
    expect(await refusalOf(call())).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT', message });
    expect(suite.workbooks.get(SPREADSHEET_ID)).toBe(before);
  });
});
