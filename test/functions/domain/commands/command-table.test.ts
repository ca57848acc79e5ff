import { COMMANDS, type CommandType } from '../../../../functions/domain/commands/command-table';

const TYPES = Object.keys(COMMANDS) as CommandType[];
const givenBy = (who: string): string[] => TYPES.filter((type) => COMMANDS[type].givenBy === who);

test('every command stands under its own name', () => {
  for (const type of TYPES) expect(COMMANDS[type].type).toBe(type);
});

test('only a manager approves, rejects, corrects a meeting, cuts a link and erases a contact', () => {
  expect(givenBy('manager')).toEqual(['approve', 'reject', 'cutLink', 'correctMeeting', 'eraseContact']);
});

test('only the functions import a row, and change the other one of two accounts', () => {
  expect(givenBy('system')).toEqual(['import', 'receive', 'absorb', 'release', 'receiveContact']);
});

test('only a registration and an import create an account', () => {
  expect(TYPES.filter((type) => COMMANDS[type].creates)).toEqual(['register', 'import']);
});
