/** The choices before a list is read: its source, its name, and its columns. */
import { focusOn, step } from '../kit/step';
import type { ListMessageKey } from '../messages/list-catalog';
import { noColumns, updateColumns } from './columns';
import {
  type ImportFieldName,
  type ImportMessage,
  type ImportState,
  type ImportStep,
  NO_DATE_CHOICES,
} from './import-state';
import { NO_CHOICES } from './list-decisions';

const MAX_NAME_LENGTH = 60;

/** The rehearsal no longer fits the choices. */
export const stale = (state: ImportState): ImportState => ({
  ...state,
  phase: { kind: 'setup' },
  warned: false,
});

const otherSource = (state: ImportState): ImportState =>
  stale({ ...state, mode: null, columns: noColumns, dates: NO_DATE_CHOICES, choices: NO_CHOICES });

/** Proposes a name for the list, unless the person has typed one. */
const withProposal = (state: ImportState, name: string): ImportState => {
  if (state.list.trim() !== '' && state.list !== state.proposed) return state;
  const proposed = name.slice(0, MAX_NAME_LENGTH);
  return { ...state, proposed, list: proposed };
};

export const problemIn = (state: ImportState): [ImportFieldName, ListMessageKey] | null => {
  const { fromTab, tab, file, list, areClients, product } = state;
  if (fromTab && tab === '') return ['tab', 'chooseTab'];
  if (!fromTab && file === null) return ['file', 'chooseFile'];
  if (list.trim() === '') return ['list', 'nameTheList'];
  return areClients && product.trim() === '' ? ['product', 'nameTheProduct'] : null;
};

/** Updates the choices before the list is read. */
export const updateImportSetup = (state: ImportState, message: ImportMessage): ImportStep => {
  switch (message.type) {
    case 'chooseSource':
      return step(otherSource({ ...state, fromTab: message.fromTab }));
    case 'chooseFile': {
      const { file } = message;
      const next = otherSource({ ...state, file });
      return step(file === null ? next : withProposal(next, file.name.replace(/\.[^.]*$/, '')));
    }
    case 'chooseTab':
      return step(withProposal(otherSource({ ...state, tab: message.tab }), message.tab));
    case 'nameList':
      return step(stale({ ...state, list: message.list, mode: null, choices: NO_CHOICES }));
    case 'setClients': {
      const { areClients } = message;
      const next = stale({ ...state, areClients });
      return areClients ? step(next, focusOn('#import-product')) : step(next);
    }
    case 'nameProduct':
      return step(stale({ ...state, product: message.product }));
    case 'columns': {
      const next = { ...state, columns: updateColumns(state.columns, message.message) };
      return step(message.message.type === 'toggled' ? next : stale(next));
    }
    default:
      return step(state);
  }
};
