import { memberChoices } from '../../../../apps-script/windows/kit/member-choices';
import { aViewer } from '../window-scene';

const ids = (key: string): string[] => memberChoices(aViewer(), key).map(({ value }) => value);

test('whoever may write, and of an opportunity whoever may own one', () => {
  expect(ids('toId')).toEqual(expect.arrayContaining(['is', 'fs', 'manager']));
  expect(ids('toId')).not.toContain('viewer');
  expect(ids('opportunity.fsOwnerId')).toEqual(expect.arrayContaining(['fs', 'manager']));
  expect(ids('opportunity.fsOwnerId')).not.toContain('is');
});

test('the person themselves is marked', () => {
  const own = memberChoices(aViewer(), 'toId').find(({ value }) => value === 'is');
  expect(own?.label).toContain('(自分)');
});

test('they stand in the order of the team', () => {
  const { members } = aViewer();
  const turned = Object.fromEntries(Object.entries(members).reverse());
  const choices = memberChoices({ ...aViewer(), members: turned }, 'toId').map(({ value }) => value);
  expect(choices).toEqual(ids('toId').reverse());
});
