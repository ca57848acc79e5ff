import { COMMAND_LABELS, commandLabel } from '../../../../functions/domain/commands/command-labels';
import { COMMANDS } from '../../../../functions/domain/commands/command-table';

test('every command is called something in both languages, and nothing else is', () => {
  expect(Object.keys(COMMAND_LABELS).sort()).toEqual(Object.keys(COMMANDS).sort());
  for (const type of Object.keys(COMMANDS))
    expect(commandLabel(type)).toEqual({ ja: expect.stringMatching(/./), en: expect.stringMatching(/./) });
  for (const type of ['constructor', 'renamedLongAgo', '']) expect(commandLabel(type)).toBeNull();
});

test('no two commands are called the same: the history is filtered by their names', () => {
  for (const language of ['ja', 'en'] as const) {
    const names = Object.values(COMMAND_LABELS).map((label) => label[language]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  }
});
