import { contactRows } from '../../../../functions/domain/queue/contact-rows';
import { aContact, anAccount, anActivity, byId, MEMBERS, TODAY } from '../../../builders';

const account = anAccount({
  ...{ id: 'a_1', name: '株式会社八', ownerId: 'is', version: 7 },
  contacts: byId(
    aContact({ id: 'c1', state: 'left' }),
    aContact({ id: 'c2', daysBetween: 30 }),
    aContact({ id: 'c3', state: 'erased' }),
    aContact({ id: 'c4', daysBetween: 5 }),
  ),
  activities: byId(
    anActivity({ id: 'a1', date: '2026-06-20', contactId: 'c2', by: 'is' }),
    anActivity({ id: 'a2', date: '2026-06-01', contactId: 'c2' }),
    anActivity({ id: 'a3', date: '2026-06-26', contactId: 'c4' }),
    anActivity({ id: 'a4', date: '2026-06-29', contactId: null }),
  ),
});
const rows = contactRows([anAccount({ id: 'a_2', name: '株式会社九' }), account], {
  ...{ members: MEMBERS, today: TODAY },
});

test('each is a row but who was erased; who is there comes first', () => {
  expect(rows.map(({ contact: { id } }) => id)).toEqual(['c2', 'c4', 'c1']);
  expect(rows[0]?.basis).toMatchObject({ id: 'a_1', version: 7, kind: 'contacts', partId: 'c2' });
});

test('it says when this person was spoken with last, and until when nobody is to do so again', () => {
  expect(rows.map(({ last }) => last?.activity.id)).toEqual(['a1', 'a3', undefined]);
  expect(rows.map(({ waitsUntil }) => waitsUntil)).toEqual(['2026-07-20', null, null]);
});
