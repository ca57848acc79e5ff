/** Members who may write, the person themselves marked. */
import { mayWrite } from '../../../functions/domain/account/team';
import { t, type Viewer } from '../messages/viewer';

export const memberChoices = (viewer: Viewer): { value: string; label: string }[] =>
  Object.values(viewer.members)
    .filter(mayWrite)
    .map(({ id, name }) => ({ value: id, label: id === viewer.you?.id ? t(viewer, 'you', { name }) : name }));
