import { presentAwaitedId } from '../../../../functions/domain/account/awaited-contact';
import { aContact, anAccount, byId } from '../../../builders';

const contacts = byId(aContact({ id: 'c1' }), aContact({ id: 'c2', state: 'left' }));

test.each([
  ['c1', 'c1'],
  ['c2', null],
  ['c9', null],
  [null, null],
])('of %s may be asked: %s', (awaitedContactId, asked) =>
  expect(presentAwaitedId(anAccount({ contacts, awaitedContactId }))).toBe(asked),
);
