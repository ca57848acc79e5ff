/** What a person should know before they act on an account that is not theirs alone. */
import { mayWrite } from '../../../functions/domain/account/team';
import type { AccountView } from '../../script-api';
import { memberName, t, type Viewer } from '../messages/viewer';
import { membersOfOtherSide } from '../status/transition-fields';

/** Inside and field sales both stand on it: told before the contact is made. Of an owner on one's own side the second sentence tells. */
export const accountWarnings = (viewer: Viewer, accountView: AccountView): string[] => {
  const { account, you, members } = accountView;
  if (!mayWrite(you)) return [];
  const others = membersOfOtherSide(account, accountView);
  const owner = account.ownerId === null ? undefined : members[account.ownerId];
  const isOthers = owner?.active === true && owner.id !== you.id && !others.some(({ id }) => id === owner.id);
  return [
    ...(others.length > 0
      ? [t(viewer, 'overlap', { names: others.map(({ name }) => name).join(', ') })]
      : []),
    ...(isOthers ? [t(viewer, 'ownedByOther', { name: memberName(viewer, owner.id) })] : []),
  ];
};

export const AccountWarnings = ({ viewer, accountView }: { viewer: Viewer; accountView: AccountView }) => (
  <>
    {accountWarnings(viewer, accountView).map((warning) => (
      <p key={warning} class="warning">
        {warning}
      </p>
    ))}
  </>
);
