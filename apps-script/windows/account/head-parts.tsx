/** What the parts of an account's head share. */
import type { ComponentChildren } from 'preact';
import type { AccountView } from '../../script-api';
import { ActionButton } from '../kit/elements';
import type { FormValues } from '../kit/form-data';
import type { Dispatch } from '../kit/run-program';
import type { Viewer } from '../messages/viewer';
import type { FormName } from './form-names';
import type { PaneMessage } from './pane-state';

export interface HeadProps {
  viewer: Viewer;
  accountView: AccountView;
  /** Instant of the reading, ISO 8601. */
  now: string;
  dispatch: Dispatch<PaneMessage>;
}

export const OpenFormButton = ({
  name,
  values = {},
  kind = '',
  dispatch,
  children,
}: {
  name: FormName;
  values?: FormValues;
  kind?: string;
  dispatch: Dispatch<PaneMessage>;
  children: ComponentChildren;
}) => (
  <ActionButton act={() => dispatch({ type: 'open', draft: { kind: 'form', name, values } })} kind={kind}>
    {children}
  </ActionButton>
);
