import { toRecord } from '../../../../functions/domain/account/account-record';
import { accepted, codes, duplicate, refused } from '../account-lives';

test('a duplicate is restored only after the link is cut', () => {
  const data = { reason: '別会社と判明' };
  const refusal = refused(duplicate(), { type: 'restore', to: 'COLD', data });
  expect(codes(refusal)).toEqual(['LINK_CUT']);
  const cut = accepted(duplicate(), { type: 'cutLink', reason: '別会社と判明' }, { by: 'manager' });
  expect(toRecord(cut.account)).toMatchObject({
    status: 'ON_FILE',
    onFile: { reason: 'DUPLICATE', successorId: null },
  });
  accepted(cut, { type: 'restore', to: 'COLD', data });
  expect(refused(cut, { type: 'cutLink', reason: '別会社' }, { by: 'manager' }).code).toBe('LINK_NONE');
});
