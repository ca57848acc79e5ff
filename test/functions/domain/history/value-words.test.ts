import {
  codeLabel,
  dateWords,
  fromTo,
  guardLabel,
  memberWords,
} from '../../../../functions/domain/history/value-words';
import { LOST_REASONS } from '../../../../functions/domain/status/code-list-texts';
import { text } from '../../../../functions/domain/text/text';
import { MEMBERS } from '../../../builders';

const reader = { language: 'ja', members: MEMBERS } as const;

test('a code that the team added is shown as it is, also one that every object has', () => {
  expect(codeLabel(LOST_REASONS, reader, 'BUDGET')).toBe('予算');
  expect(['TEAM_OWN', 'constructor'].map((code) => codeLabel(LOST_REASONS, reader, code))).toEqual([
    'TEAM_OWN',
    'constructor',
  ]);
});

test('a guard in a word where there is one, else its sentence, else its code', () => {
  expect(guardLabel(reader, 'OWNER')).toBe('担当者');
  expect(guardLabel(reader, 'REASON')).not.toBe('REASON');
  expect(guardLabel(reader, 'toString')).toBe('toString');
});

test('nothing is a word, too; the first value comes from nowhere', () => {
  expect([dateWords(reader, null), dateWords(reader, '2026-07-01')]).toEqual(['なし', '2026/07/01']);
  expect([memberWords(reader, null), memberWords(reader, 'is')]).toEqual(['なし', 'is']);
  const label = text('担当', 'Owner');
  expect(fromTo(reader, label, memberWords, null, 'is')).toBe('担当:is');
  expect(fromTo(reader, label, memberWords, 'is', null)).toBe('担当:is → なし');
  // It was changed in something that has no word, and says nothing of a change.
  expect(fromTo(reader, label, () => '不適合', 'is', 'fs')).toBe('担当:不適合');
});
