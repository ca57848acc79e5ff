import { hasPlausibleWords, westernWordsOf } from '../../../functions/company-list/western-words';

test.each([
  ['Société Générale', true],
  ['SOCIÉTÉ GÉNÉRALE', true],
  ['Ørsted A/S, Åre, Österreich', true],
  ['Müller & Söhne, Straße 1', true],
  ['São Tomé n.º 3, 1ª', true],
  ['Hermès, L’Oréal, Nestlé™', true],
  ['£100 – “x”', true],
  ['Ãàçïðîì', false],
  ['MŸller', false],
  ['ƒlectricitŽ', false],
  ['Spó³ka', false],
])('%s may be of western Europe: %p', (text, expected) => {
  expect(hasPlausibleWords(text)).toBe(expected);
});

test('the first words that are not ASCII, each once', () => {
  expect(westernWordsOf('Company\nSociété Générale\nSociété X, L’Oréal')).toEqual([
    'Société',
    'Générale',
    'L’Oréal',
  ]);
});
