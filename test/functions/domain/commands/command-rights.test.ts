import { COMMAND_RIGHTS } from '../../../../functions/domain/commands/command-rights';
import { COMMANDS } from '../../../../functions/domain/commands/command-table';
import type { CommandRights } from '../../../../functions/domain/commands/rights';
import { keysOf } from '../../../../functions/domain/status/table-keys';

const rightsOf = ({ givenBy, givenByIn, ofImports }: CommandRights): CommandRights => ({
  givenBy,
  ...(givenByIn === undefined ? {} : { givenByIn }),
  ...(ofImports === undefined ? {} : { ofImports }),
});

test.each(keysOf(COMMAND_RIGHTS))('%s: the windows know the rights that the command itself names', (type) =>
  expect(COMMAND_RIGHTS[type]).toEqual(rightsOf(COMMANDS[type])),
);
