/** Small pieces that every window shows: buttons, label and value, statuses, troubles. */
import { type ComponentChild, type ComponentChildren, Fragment } from 'preact';
import { STATUS, type Status } from '../../../functions/domain/status/statuses';
import type { ApiError } from '../../script-api';
import { localize, t, type Viewer } from '../messages/viewer';

export const ActionButton = ({
  act,
  kind = '',
  disabled = false,
  children,
}: {
  act: () => void;
  kind?: string;
  disabled?: boolean;
  children: ComponentChildren;
}) => (
  <button type="button" class={kind} disabled={disabled} onClick={act}>
    {children}
  </button>
);

export type Fact = readonly [label: string, value: ComponentChild] | null;

/** Label and value, as most of an account is shown; without those that have no value. */
export const DefinitionList = ({ facts }: { facts: readonly Fact[] }) => (
  <dl>
    {facts.map((fact) =>
      fact === null || !fact[1] ? null : (
        <Fragment key={fact[0]}>
          <dt>{fact[0]}</dt>
          <dd>{fact[1]}</dd>
        </Fragment>
      ),
    )}
  </dl>
);

/** A status as the register colours it. */
export const StatusChip = ({ viewer, status }: { viewer: Pick<Viewer, 'language'>; status: Status }) => (
  <span class="chip" data-status={status}>
    {localize(viewer, STATUS[status].label)}
  </span>
);

/** Of these the answer stays the same, however often the same person asks. */
const SETTLED_CODES = ['ROLE_NOT_ALLOWED', 'MEMBER_LEFT', 'SPREADSHEET_IS_COPY'];

/** A trouble in the person's language, and a way to try again where that may help. */
export const ErrorView = ({
  viewer,
  error,
  again,
}: {
  viewer: Pick<Viewer, 'language'>;
  error: ApiError;
  again: (() => void) | null;
}) => (
  <div class="trouble" tabIndex={-1} role="alert">
    <p>{localize(viewer, error.message)}</p>
    {again === null || SETTLED_CODES.includes(error.code) ? null : (
      <ActionButton act={again}>{t(viewer, 'tryAgain')}</ActionButton>
    )}
  </div>
);

export const QuietNote = ({ children }: { children: ComponentChildren }) => (
  <p class="quiet" role="status">
    {children}
  </p>
);

/** Rows that are only read: the list has the focus itself, for only what can have it is scrolled by the arrow keys. */
export const ScrollableRows = ({ kind = '', children }: { kind?: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls.
  <ul class={`rows ${kind}`} tabIndex={0}>
    {children}
  </ul>
);
