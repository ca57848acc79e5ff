/** Members who may write, in the order of the language, the person themselves marked. */
import { mayWrite } from '../../../functions/domain/account/team';
import { t, type Viewer } from '../messages/viewer';

export const memberChoices = (viewer: Viewer): { value: string; label: string }[] =>
  Object.values(viewer.members)
    .filter(mayWrite)
    .sort((one, other) => one.name.localeCompare(other.name, viewer.language))
    .map(({ id, name }) => ({ value: id, label: id === viewer.you?.id ? t(viewer, 'you', { name }) : name }));
