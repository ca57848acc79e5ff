import type { UpdateRequest } from '../../emulator/workbook/model';
import { servePage, stopPages, until, usingPageAddress } from '../emulator/page/serve-page';
import { describeInBrowser, usingBrowser } from './browser';

const rows = (startIndex: number) => ({
  sheetId: 1,
  dimension: 'ROWS',
  startIndex,
  endIndex: startIndex + 1,
});
const write = (rowIndex: number, columnIndex: number, stringValue: string): UpdateRequest => ({
  updateCells: {
    start: { sheetId: 1, rowIndex, columnIndex },
    rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
    fields: 'userEnteredValue',
  },
});
const sortByIds: UpdateRequest = {
  sortRange: {
    range: { sheetId: 1, startRowIndex: 1, endRowIndex: 5 },
    sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
  },
};

const protectThird = {
  addProtectedRange: {
    protectedRange: {
      range: { sheetId: 1, startColumnIndex: 2, endColumnIndex: 3 },
      editors: { users: ['admin@hachi.example'] },
    },
  },
};

describeInBrowser('Typing', () => {
  const server = usingPageAddress();
  const browser = usingBrowser();
  afterEach(stopPages);

  test('while others work waits for nobody, is not disturbed, and goes where its cell is by then', async () => {
    const cells = {
      A1: [
        ['会社', 'ID'],
        ['甲', 'a1'],
        ['乙', 'a2'],
        ['丙', 'a3'],
      ],
    };
    const served = await servePage({ server: server(), cells });
    const sato = await browser().open(served);
    /** A letter, then what somebody else does, until all is typed. */
    const type = async (a1: string, text: string, ...others: UpdateRequest[]): Promise<void> => {
      await sato.click(a1);
      for (const [at, letter] of [...text].entries()) {
        await sato.page.keyboard.insertText(letter);
        const other = others[at];
        if (other !== undefined) served.workbooks.batchUpdate('register', [other], 'api');
      }
    };
    const enter = () => sato.page.keyboard.press('Enter');
    await type('A5', '丁商事', write(4, 1, 'a4'), write(4, 0, '戊'), write(2, 1, 'a22'));
    await enter();
    await sato.shows('A5', '丁商事');
    await sato.shows('B3', 'a22');
    await type('A3', '乙商事', { insertDimension: { range: rows(1) } }, write(1, 0, '零'));
    await enter();
    await sato.shows('A4', '乙商事');
    const addSheet = { properties: { sheetId: 7, title: '追加' } };
    await type('A5', '丙商事', { addSheet }, { deleteDimension: { range: rows(1) } });
    await enter();
    await sato.page.locator('[data-u-comp="slide-tab-item"]', { hasText: '追加' }).waitFor();
    await sato.shows('A4', '丙商事');
    await until(() => served.values()[3]?.[0] === '丙商事');
    expect(served.values()).toEqual([
      ['会社', 'ID'],
      ['甲', 'a1'],
      ['乙商事', 'a22'],
      ['丙商事', 'a3'],
      ['丁商事', 'a4'],
    ]);
    // A menu takes the focus: what is half typed is entered.
    await type('A6', '己');
    await sato.menu('挿入', '上に行を挿入');
    await sato.shows('A7', '己');
    await until(() => served.values()[6]?.[0] === '己');
    await type('A2', '甲商事', sortByIds);
    await enter();
    await sato.trouble('もう一度入力してください。 入力した文字: 甲商事').waitFor();
    expect(served.values().map(([name]) => name)).toEqual([
      '会社',
      '丁商事',
      '丙商事',
      '乙商事',
      '甲',
      undefined,
      '己',
    ]);
  });

  test('goes on while the cell before is refused and shows again what it held', async () => {
    const cells = {
      A1: [
        ['会社', 'ID', '日'],
        ['甲', 'a1', '守る'],
      ],
    };
    const served = await servePage({ server: server(), cells, requests: [protectThird] });
    const sato = await browser().open(served);
    const letThrough = await sato.holdEdits();
    await sato.type('C2', '破る');
    await sato.click('A2');
    await sato.page.keyboard.insertText('乙');
    letThrough();
    await sato.trouble('保護されているセル').waitFor();
    await sato.page.keyboard.insertText('商事');
    await sato.page.keyboard.press('Enter');
    await sato.shows('C2', '守る');
    await until(() => served.values()[1]?.[0] === '乙商事');
    expect(await sato.text('A2')).toBe('乙商事');
  });

  test('shows a row as high as its wrapped text needs, also where that is written while it is seen', async () => {
    const cells = {
      A1: [
        ['会社', 'ID'],
        ['甲', 'a1'],
      ],
    };
    const served = await servePage({ server: server(), cells });
    const sato = await browser().open(served);
    const wrap: UpdateRequest = {
      repeatCell: {
        range: { sheetId: 1 },
        cell: { userEnteredFormat: { wrapStrategy: 'WRAP' } },
        fields: 'userEnteredFormat.wrapStrategy',
      },
    };
    served.workbooks.batchUpdate('register', [wrap], 'api');
    const height = `hachi.box('A2').height`;
    const low = Number(await sato.page.evaluate(height));
    served.workbooks.batchUpdate('register', [write(1, 0, '長い理由'.repeat(12))], 'api');
    await sato.until(`${height} > ${2 * low}`);
    served.workbooks.batchUpdate('register', [write(1, 0, '甲')], 'api');
    await sato.until(`${height} === ${low}`);
  });
});
