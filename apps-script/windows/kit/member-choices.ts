/** Members of whom one may be chosen, in the order of the team, which is that of their readings, the person themselves marked. */
import { mayOwnOpportunity, mayWrite } from '../../../functions/domain/account/team';
import { t, type Viewer } from '../messages/viewer';

/** An opportunity is field sales' or a manager's; all else may be anybody's who may write. */
export const memberChoices = (viewer: Viewer, key: string): { value: string; label: string }[] =>
  Object.values(viewer.members)
    .filter(key === 'opportunity.fsOwnerId' ? mayOwnOpportunity : mayWrite)
    .map(({ id, name }) => ({ value: id, label: id === viewer.you?.id ? t(viewer, 'you', { name }) : name }));
