/** What a command wants, in a few words: the other side of a conflict. */
import { BANT_VALUES } from '../../../functions/domain/status/code-lists';
import type { SheetCommandRequest } from '../../script-api';
import { ACCOUNT_FIELD_LABELS, COMMAND_LABELS } from './catalog';
import { statusLabel } from './history-text';
import { formatDate, localize, memberName, t, type Viewer } from './viewer';

export const commandText = (
  viewer: Pick<Viewer, 'language' | 'members'>,
  command: SheetCommandRequest['command'],
): string => {
  const label = localize(viewer, COMMAND_LABELS[command.type]);
  switch (command.type) {
    case 'changeStatus':
    case 'propose':
    case 'restore':
      return `${label}: ${statusLabel(viewer, command.to)}`;
    case 'setNextCheck':
      return `${label}: ${formatDate(viewer, command.date)}`;
    case 'handOver':
      return `${label}: ${memberName(viewer, command.toId)}`;
    case 'setBant':
      return `${label}: ${Object.entries(command.bant)
        .map(
          ([key, value]) =>
            `${localize(viewer, ACCOUNT_FIELD_LABELS[key as keyof typeof command.bant])} ${localize(viewer, BANT_VALUES[value ?? 'unknown'])}`,
        )
        .join(', ')}`;
    case 'saveContact':
      return `${label}: ${command.contact.name}`;
    case 'saveProduct':
      return `${label}: ${command.product.product}`;
    case 'undo':
      return t(viewer, 'undone');
    default:
      return label;
  }
};
