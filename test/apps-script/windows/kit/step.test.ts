import {
  CLOSE,
  call,
  type Effect,
  focusOn,
  focusWithin,
  mapEffects,
  scrollTo,
  send,
  step,
  task,
} from '../../../../apps-script/windows/kit/step';

const EFFECTS: readonly Effect<string>[] = [
  call('sidebarState', [], (result) => `call ${JSON.stringify(result)}`),
  send([], (result) => `send ${JSON.stringify(result)}`),
  task(
    async () => 1,
    (value) => `task ${value}`,
  ),
  { kind: 'copy', selector: '#text', reply: (done) => `copy ${done}` },
  { kind: 'later', key: 'a', ms: 1, message: 'later' },
  { kind: 'later', key: 'a', ms: 1, message: null },
  focusOn('#a'),
  focusWithin('#b'),
  scrollTo('#c'),
  { kind: 'saveFile', name: 'a.csv', mediaType: 'text/csv', text: 'a' },
  CLOSE,
];

/** What the effect says in the end, with an answer to it. */
const messageOf = (effect: Effect<string>): string | null => {
  switch (effect.kind) {
    case 'call':
      return effect.reply({ value: 1 });
    case 'send':
      return effect.reply({ value: [] });
    case 'task':
      return effect.reply(1);
    case 'copy':
      return effect.reply(true);
    case 'later':
      return effect.message;
    default:
      return null;
  }
};

test('the effects of a part say in a window what they said in the part, and are else the same', () => {
  const mapped = mapEffects(EFFECTS, (message) => `part: ${message}`);
  expect(mapped.map(messageOf)).toEqual(
    EFFECTS.map(messageOf).map((message) => (message === null ? null : `part: ${message}`)),
  );
  const plain = (effect: Effect<string>) => ({ ...effect, reply: null, message: null, run: null });
  expect(mapped.map(plain)).toEqual(EFFECTS.map(plain));
  // Each kind is among them.
  expect(new Set(EFFECTS.map(({ kind }) => kind)).size).toBe(9);
});

test('a step has the effects that there are', () => {
  expect(step('state', null, CLOSE, null)).toEqual({ state: 'state', effects: [CLOSE] });
  expect(step('state')).toEqual({ state: 'state', effects: [] });
});
