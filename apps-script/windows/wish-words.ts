/** What a command wants, in a few words: the other side of a conflict. */
import { BANT_VALUES } from '../../functions/domain/code-lists';
import type { Wish } from '../told';
import { type Here, memberName, of, say, shownDate } from './here';
import { statusWord } from './history-words';
import { COMMAND_WORDS, FIELD_WORDS } from './words';

export const wishWords = (here: Pick<Here, 'language' | 'members'>, command: Wish['command']): string => {
  const label = of(here, COMMAND_WORDS[command.type]);
  switch (command.type) {
    case 'changeStatus':
    case 'propose':
    case 'restore':
      return `${label}: ${statusWord(here, command.to)}`;
    case 'setNextCheck':
      return `${label}: ${shownDate(here, command.date)}`;
    case 'handOver':
      return `${label}: ${memberName(here, command.toId)}`;
    case 'setBant':
      return `${label}: ${Object.entries(command.bant)
        .map(
          ([key, value]) =>
            `${of(here, FIELD_WORDS[key as keyof typeof command.bant])} ${of(here, BANT_VALUES[value ?? 'unknown'])}`,
        )
        .join(', ')}`;
    case 'saveContact':
      return `${label}: ${command.contact.name}`;
    case 'saveProduct':
      return `${label}: ${command.product.product}`;
    case 'undo':
      return say(here, 'undone');
    default:
      return label;
  }
};
