import { OTHER_WORDS, saysLabel } from '../../../../functions/domain/queue/typed-label';

test.each([
  ['受け取る', true],
  ['Acknowledge', true],
  ['ａｃｋｎｏｗｌｅｄｇｅ ', true],
  ['accept', true],
  ['Accepted', true],
  ['受領', true],
  ['accept later', false],
  ['', false],
])('%j says that it is acknowledged: %s', (typed, says) =>
  expect(saysLabel(typed, { ja: '受け取る', en: 'Acknowledge' }, OTHER_WORDS.acknowledge)).toBe(says),
);
