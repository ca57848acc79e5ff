import { FOREIGN_HEADERS, withoutAccents } from '../../../functions/company-list/foreign-headers';
import { foldHeader, meaningOfHeader } from '../../../functions/company-list/header-fields';

test('accents and typographic apostrophes make no difference; marks of kana do', () => {
  expect(['société', 'straße', 'lʼ’entreprise', 'ガ'].map(withoutAccents)).toEqual([
    ...['societe', 'strasse', 'lʼentreprise', 'ガ'],
  ]);
});

test('no header has two meanings, and each is read', () => {
  const folded = Object.values(FOREIGN_HEADERS).flatMap((headers) =>
    headers.map((header) => withoutAccents(foldHeader(header))),
  );
  expect(folded.filter((one, at) => folded.indexOf(one) !== at)).toEqual([]);
  for (const header of Object.values(FOREIGN_HEADERS).flat())
    expect([header, meaningOfHeader(header)]).not.toEqual([header, null]);
});
