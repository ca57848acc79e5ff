/** The day's list in the sidebar: each company with what to do, and the form in which it is done. */
import { ActionButton, ErrorView, QuietNote, StatusChip } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tAccount } from '../messages/account-catalog';
import { formatDate, localize, type Viewer } from '../messages/viewer';
import { refusalLabel } from './refused-cells';
import type { ListedItem, SidebarMessage, SidebarWindowState } from './sidebar-state';

interface Props {
  viewer: Viewer;
  dispatch: Dispatch<SidebarMessage>;
}

const ItemLine = ({ viewer, item, dispatch }: Props & { item: ListedItem }) => {
  const { company, status, words, due, daysOver, form, sentBack } = item;
  const open = (withForm: boolean): void => dispatch({ type: 'openDayItem', item, withForm });
  return (
    <li>
      <ActionButton act={() => open(false)} kind="link">
        {company}
      </ActionButton>{' '}
      <StatusChip viewer={viewer} status={status} />
      <p>
        {due === null ? null : <b class={daysOver > 0 ? 'overdue' : ''}>{`${formatDate(viewer, due)} `}</b>}
        {localize(viewer, words)}
      </p>
      {form === null ? null : <ActionButton act={() => open(true)}>{tAccount(viewer, form)}</ActionButton>}
      {sentBack === undefined ? null : (
        <SentBackActions viewer={viewer} dispatch={dispatch} item={item} sentBack={sentBack} />
      )}
    </li>
  );
};

interface SentBackProps extends Props {
  item: ListedItem;
  sentBack: NonNullable<ListedItem['sentBack']>;
}

/** The form in which it is answered, or that it is given up. */
const SentBackActions = ({ viewer, dispatch, item, sentBack: { key, retry } }: SentBackProps) => {
  const refused = { id: item.accountId, name: item.company, key, retry, words: item.words };
  return (
    <>
      <ActionButton act={() => dispatch({ type: 'openRefusal', refused })}>
        {tAccount(viewer, refusalLabel(refused))}
      </ActionButton>{' '}
      <ActionButton act={() => dispatch({ type: 'forgetSentBack', items: [item] })} kind="link">
        {tAccount(viewer, 'doneWithIt')}
      </ActionButton>
    </>
  );
};

export const DayView = ({
  viewer,
  day: { answer, isReading, error },
  dispatch,
}: Props & Pick<SidebarWindowState, 'day'>) => {
  if (error !== null) return <ErrorView viewer={viewer} error={error} again={null} />;
  if (answer === null) return <QuietNote>{tAccount(viewer, 'reading')}</QuietNote>;
  return (
    <div class="day" aria-busy={isReading}>
      <h2>{tAccount(viewer, 'myDayOn', { date: formatDate(viewer, answer.date) })}</h2>
      {answer.sections.length === 0 ? <p class="quiet">{tAccount(viewer, 'nothingToday')}</p> : null}
      {answer.sections.map(({ part, label, items, left }) => (
        <section key={part}>
          <h3>{`${localize(viewer, label)} (${items.length + left})`}</h3>
          <ul class="plain items">
            {items.map((item) => (
              <ItemLine
                key={item.sentBack?.id ?? item.accountId}
                viewer={viewer}
                item={item}
                dispatch={dispatch}
              />
            ))}
          </ul>
          {part === 'sentBack' && items.length > 1 ? (
            <ActionButton act={() => dispatch({ type: 'forgetSentBack', items })} kind="link">
              {tAccount(viewer, 'doneWithAll')}
            </ActionButton>
          ) : null}
          {left > 0 ? <p class="hint">{tAccount(viewer, 'dayMore', { n: left })}</p> : null}
        </section>
      ))}
      {answer.unread > 0 ? <p class="hint">{tAccount(viewer, 'dayUnread', { n: answer.unread })}</p> : null}
    </div>
  );
};
