/** Members to choose from in the team's order, sorted by reading, with the viewer marked. */
import { mayOwnOpportunity, mayWrite } from '../../../functions/domain/account/team';
import { t, type Viewer } from '../messages/viewer';

/** An opportunity may be owned by field sales and managers, everything else by whoever may write. */
export const memberChoices = (viewer: Viewer, key: string): { value: string; label: string }[] =>
  Object.values(viewer.members)
    .filter(key === 'opportunity.fsOwnerId' ? mayOwnOpportunity : mayWrite)
    .map(({ id, name }) => ({ value: id, label: id === viewer.you?.id ? t(viewer, 'you', { name }) : name }));
