import { matchReason } from '../../../../functions/domain/lookup/match-text';

test.each([
  ['formerName', 'equal', '旧社名「八精機」が一致', 'The former name “八精機” is the same'],
  ['name', 'part', '会社名「八精機」の一部と一致', 'The name “八精機” contains it'],
  [
    'name',
    'head',
    '会社名「八精機」が、業種などの語を除いて一致',
    'The name “八精機” is the same but for words of trade',
  ],
  ['name', 'contraction', '会社名「八精機」の略称と読める', 'The name “八精機” may be shortened to it'],
  [
    'englishName',
    'initials',
    '英文名「八精機」の頭文字と読める',
    'The English name “八精機” may be shortened to its initials',
  ],
  ['kana', 'slip', '読み「八精機」が一文字違い', 'The reading “八精機” differs by one slip'],
] as const)('%s, %s', (matched, how, ja, en) => {
  expect(matchReason({ matched, how, spelling: '八精機' })).toEqual({ ja, en });
});
