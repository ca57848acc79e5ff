import { plainValues } from '../../../functions/company-list/plain-values';

test.each(['-', '―', 'なし', '無し', '不明', '未登録', 'N/A', 'none', 'Unknown'])(
  '%s is no phone and no address, and may be a name, a status or a note',
  (word) => {
    const values = {
      name: word,
      status: word,
      note: word,
      phone: word,
      address: word,
      corporateNumber: word,
    };
    expect(plainValues(values)).toEqual({ name: word, status: word, note: word });
  },
);

test('of a mail the addresses are kept, and what is none stays as it is', () => {
  const values = { email: '山田 <y@x.example>', contactEmail: 'a@x.example;b@x.example' };
  expect(plainValues(values)).toEqual({ email: 'y@x.example', contactEmail: 'a@x.example, b@x.example' });
  expect(plainValues({ email: 'y(at)x.example' })).toEqual({ email: 'y(at)x.example' });
});

test('a line break in a name or an address only fits the cell, one in a note belongs to it', () => {
  const values = { name: '株式会社\n甲', address: '東京都 \r\n 港区', note: '一\n二' };
  expect(plainValues(values)).toEqual({ name: '株式会社 甲', address: '東京都 港区', note: '一\n二' });
});
