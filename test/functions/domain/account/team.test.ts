import { MEMBERS } from '../../../builders';

test('members are known by their roles', () => {
  expect(Object.values(MEMBERS).filter(({ role }) => role === 'manager' || role === 'admin')).toHaveLength(3);
});
