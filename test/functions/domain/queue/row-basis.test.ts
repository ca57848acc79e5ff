import fc from 'fast-check';
import { BAND_ORDER } from '../../../../functions/domain/queue/queue';
import {
  basisOf,
  basisText,
  isNoteEdited,
  parseBasis,
  rankOf,
  unrankedBasis,
} from '../../../../functions/domain/queue/row-basis';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { aCheck, aProposal } from './queue-scene';

test('a row keeps what it was made from in one cell', () => {
  const account = aCheck({ version: 7, proposal: aProposal(), awaitedContactId: 'c000001' });
  expect(basisText(basisOf(account, { band: 'approve', due: '2026-07-08', opportunityId: 'o000003' }))).toBe(
    `v7 QUARTERLY_CHECK ${account.id} approve p=r000002 c=c000001 o=o000003 d=2026-07-08 n=${account.name}`,
  );
});

test('what was written is read, whatever it is', () => {
  const id = fc.option(fc.stringMatching(/^[A-Za-z0-9_@-]{1,40}$/));
  const basis = fc.record({
    id: fc.stringMatching(/^[A-Za-z0-9@-]{1,40}$/),
    name: fc.string(),
    version: fc.nat(999_999_999),
    band: fc.constantFrom(...BAND_ORDER),
    status: fc.constantFrom(...STATUSES),
    proposalId: id,
    contactId: id,
    opportunityId: id,
    isInsideSales: fc.boolean(),
    due: fc.option(fc.constantFrom('2026-07-01', '2028-02-29')),
  });
  fc.assert(fc.property(basis, (one) => expect(parseBasis(basisText(one))).toEqual(one)));
});

test.each([
  '',
  '7',
  'v7',
  'v7 overdue',
  'v7 overdue WAITING',
  'v7 soon WORKING',
  'v7 overdue WORKING x',
  '=1',
])('what somebody typed over it is nothing: %j', (text) => expect(parseBasis(text)).toBeNull());

test('it tells whether the note of the row was edited since', () => {
  const basis = basisOf(aCheck(), { band: 'overdue' });
  for (const note of ['', '来期に電話\n二行目']) {
    const cell = basisText(basis, { note, rank: 12 });
    expect(parseBasis(cell)).toEqual(basis);
    expect([rankOf(cell), rankOf(unrankedBasis(cell)), rankOf(basisText(basis))]).toEqual([12, null, null]);
    expect(isNoteEdited(unrankedBasis(cell), note)).toBe(false);
    expect([note, `${note}x`].map((text) => isNoteEdited(cell, text))).toEqual([false, true]);
  }
  expect(isNoteEdited(basisText(basis), 'x')).toBeNull();
});
