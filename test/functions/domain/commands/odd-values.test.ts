/** Whatever a caller writes into a command: what is accepted can be stored, read again, and is the fold of its history. */
import * as fc from 'fast-check';
import { commandSchema } from '../../../../functions/contract/command';
import { toRecord } from '../../../../functions/domain/account/account-record';
import { fold } from '../../../../functions/domain/account/history';
import { registerRow } from '../../../../functions/domain/register/row';
import { parseInput } from '../../../../functions/http/input-issues';
import {
  ACCOUNT_DOCUMENT,
  accountPlace,
  ENTRY_DOCUMENT,
  entryPlace,
} from '../../../../functions/store/account-document';
import { checkedAccount } from '../../../../functions/store/account-fields';
import { checkedDocument } from '../../../../functions/store/document-kind';
import { attempt } from '../account-lives';
import { EXAMPLES, WORLD } from './command-examples';
import { withPath } from './optional-fields';

const ODD: readonly unknown[] = [
  ...[null, true, false, -1, -0, 0.5, 1e308, 2 ** 53, [], {}, [[]], ['', ''], { a: 1 }],
  ...['', ' ', '　', '\u0000', '\ud800', '\u2028', '\ufeff', 'a\nb', '‮abc', '😀', 'ﷺ', 'K', '■■'],
  ...['__proto__', 'constructor', '__id__', '.', '..', 'a.b', 'a/b/c', '`a`', '=1+1', '＝1+1'],
  ...['x'.repeat(5000), 'あ'.repeat(2000), ['x', 'x'], ['__proto__']],
  ...['2026-02-30', '0001-01-01', '1900-01-01', '2027-07-02', '9999-12-31'],
  ...['c000001', 'o000001', 'p000001', 'acc-1', 'hq', 'is2', 'viewer', 'Cloud', 'OTHER', 'DUPLICATE'],
];

/** Dotted paths of all that is in a value. */
const pathsOf = (value: unknown, path = ''): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => {
        const here = path === '' ? key : `${path}.${key}`;
        return [here, ...pathsOf(inner, here)];
      });

/** As a document comes back. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Beside its type, which a command without fields has alone. */
const fieldsOf = (command: object): string[] => pathsOf(command).filter((path) => path !== 'type');

const changedExample = fc
  .constantFrom(
    ...EXAMPLES.filter(([, command]) => command.type !== 'import' && fieldsOf(command).length > 0),
  )
  .chain(([life, command, by = 'is']) =>
    fc
      .tuple(
        fc.constantFrom(...fieldsOf(command)),
        fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'binary' })),
      )
      .map(([path, odd]) => ({ life, by, body: withPath(command, path, odd) })),
  );

test('an accepted command is stored as it is read again', () => {
  let accepted = 0;
  const property = fc.property(changedExample, ({ life, by, body }) => {
    const parsed = parseInput(commandSchema, stored(body));
    if ('issues' in parsed) return;
    const after = attempt(life, parsed.value, { ...WORLD, by });
    const [entry] = 'reasons' in after || after === life ? [] : after.history.slice(-1);
    if ('reasons' in after || entry === undefined) return;
    accepted += 1;
    const { account, history } = after;
    const document = checkedAccount(account, []);
    checkedDocument(ENTRY_DOCUMENT, entryPlace(account.id, entry.version), entry);
    const read = ACCOUNT_DOCUMENT.parse(stored(document), accountPlace(account.id));
    expect(toRecord(read)).toEqual(toRecord(account));
    expect(toRecord(fold(account.id, stored(history)))).toEqual(toRecord(account));
    expect(registerRow(read)).toEqual(registerRow(account));
  });
  void fc.assert(property, { numRuns: 600 });
  expect(accepted).toBeGreaterThan(20);
});
