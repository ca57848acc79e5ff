/** An undo takes a command back as if it had not been given, or names why it does not: each example of each command. */
import { toRecord } from '../../../../functions/domain/account/account-record';
import { createsAccount } from '../../../../functions/domain/account/undo-obstacle';
import { attempt, codes, type Life } from '../account-lives';
import { EXAMPLES, WORLD } from './command-examples';

/** What an undo does not take back, whatever command it came with (docs/roles.md). */
const NOT_TAKEN_BACK = ['UNDO_MEETING', 'UNDO_LINKED', 'UNDO_ERASED'];

const contentOf = ({ account }: Life) => ({ ...toRecord(account), version: 0 });

const named = EXAMPLES.map((example) => {
  const [{ account }, command] = example;
  const to = 'to' in command ? ` to ${command.to}` : '';
  return [`${command.type}${to} on ${account.standing.status}`, example] as const;
});

test.each(named)('%s', (_, [life, command, by = 'is']) => {
  const given = attempt(life, command, { ...WORLD, by });
  if ('reasons' in given) throw new Error(codes(given).join());
  const [entry] = given.history.slice(-1);
  if (given === life || entry === undefined) return;
  const back = attempt(given, { type: 'undo', version: entry.version }, { ...WORLD, by: 'manager' });
  if ('reasons' in back) expect(NOT_TAKEN_BACK).toEqual(expect.arrayContaining(codes(back)));
  else if (createsAccount(entry)) expect(back.account.withdrawn).toBe(true);
  else expect(contentOf(back)).toEqual(contentOf(life));
});
