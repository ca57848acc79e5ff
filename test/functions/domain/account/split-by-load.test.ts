import fc from 'fast-check';
import {
  isOpenStatus,
  type MemberLoad,
  splitByLoad,
} from '../../../../functions/domain/account/split-by-load';
import { STATUSES } from '../../../../functions/domain/status/statuses';

const accountsOf = fc.uniqueArray(
  fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), status: fc.constantFrom(...STATUSES) }),
  {
    selector: ({ id }) => id,
    maxLength: 60,
  },
);
const receiversOf = fc.uniqueArray(
  fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), accounts: fc.nat(40), open: fc.nat(40) }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 5 },
);
const loadsAfter = (
  accounts: readonly { id: string; status: (typeof STATUSES)[number] }[],
  receivers: readonly MemberLoad[],
  split: ReadonlyMap<string, string>,
): MemberLoad[] =>
  receivers.map(({ id, ...load }) => {
    const taken = accounts.filter((account) => split.get(account.id) === id);
    const open = taken.filter(({ status }) => isOpenStatus(status)).length;
    return { id, accounts: load.accounts + taken.length, open: load.open + open };
  });

test('each account goes to one receiver; open ones never to somebody who has more than another had to begin with', () => {
  fc.assert(
    fc.property(accountsOf, receiversOf, (accounts, receivers) => {
      const split = splitByLoad(accounts, receivers);
      expect([...split.keys()].sort()).toEqual(accounts.map(({ id }) => id).sort());
      const after = loadsAfter(accounts, receivers, split);
      const before = new Map(receivers.map(({ id, open }) => [id, open]));
      const least = Math.min(...after.map(({ open }) => open));
      // Nobody who was given one has two more than anybody else.
      for (const { id, open } of after)
        if (open > (before.get(id) ?? 0)) expect(open - least).toBeLessThanOrEqual(1);
    }),
  );
});

test('the order of the accounts makes no difference', () => {
  fc.assert(
    fc.property(accountsOf, receiversOf, (accounts, receivers) => {
      expect(splitByLoad([...accounts].reverse(), receivers)).toEqual(splitByLoad(accounts, receivers));
    }),
  );
});

test('stopped after some of the open accounts, the rest goes where it would have gone', () => {
  fc.assert(
    fc.property(accountsOf, receiversOf, fc.nat(60), (all, receivers, n) => {
      const accounts = all.filter(({ status }) => isOpenStatus(status));
      const whole = splitByLoad(accounts, receivers);
      const ordered = [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1));
      const done = ordered.slice(0, n);
      const first = new Map([...whole].filter(([id]) => done.some((account) => account.id === id)));
      const rest = splitByLoad(ordered.slice(n), loadsAfter(done, receivers, first));
      expect([...first, ...rest].sort()).toEqual([...whole].sort());
    }),
  );
});

test('the rows of the leaver are shared out evenly', () => {
  const accounts = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, status: 'WORKING' as const }));
  const split = splitByLoad(
    [...accounts, { id: 'z', status: 'CURRENT_CLIENT' }],
    [
      { id: 'busy', accounts: 9, open: 3 },
      { id: 'free', accounts: 1, open: 0 },
    ],
  );
  expect(Object.fromEntries(split)).toEqual({
    ...{ a: 'free', b: 'free', c: 'free', d: 'busy', e: 'free', z: 'free' },
  });
  expect(splitByLoad(accounts, []).size).toBe(0);
});
