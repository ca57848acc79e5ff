/** A control whose value is the ID of another account: a search, and a choice among what it found. */
import { localize, t, type Viewer } from '../messages/viewer';
import type { ControlProps } from './controls';
import { ErrorView, StatusChip } from './elements';
import type { SearchState } from './search';

const MAX_HITS = 20;

interface Props extends ControlProps {
  viewer: Viewer;
  /** The account that the form is about is not offered. */
  not: string | null;
  value: string;
  search: SearchState;
  ask: (query: string, now: boolean) => void;
}

const Found = ({ viewer, not, id, value, search: { query, shown }, enter, ask }: Props) => {
  if (shown.kind === 'nothing') return null;
  if (shown.kind === 'searching') return <p class="quiet">{t(viewer, 'searching')}</p>;
  if (shown.kind === 'failed')
    return <ErrorView viewer={viewer} error={shown.error} again={() => ask(query, true)} />;
  const { asked, hits } = shown.answer;
  const others = hits.filter(({ row }) => row.id !== not).slice(0, MAX_HITS);
  return (
    <>
      {asked.note === null ? null : <p class="hint">{localize(viewer, asked.note)}</p>}
      {others.length > 0 ? null : (
        <p class="quiet">{t(viewer, hits.length === 0 ? 'notFound' : 'noOther')}</p>
      )}
      {others.map(({ row }) => (
        <label key={row.id} class="tick">
          <input
            type="radio"
            name={`${id}-choice`}
            value={row.id}
            checked={row.id === value}
            onInput={() => enter(row.id)}
          />
          <span>
            {row.name} <StatusChip viewer={viewer} status={row.status} />
          </span>
        </label>
      ))}
    </>
  );
};

export const AccountControl = (props: Props) => {
  const { viewer, id, search, invalid, describedBy, ask } = props;
  return (
    <div class="stack">
      <input
        id={id}
        type="search"
        maxLength={300}
        autocomplete="off"
        placeholder={t(viewer, 'lookUpHint')}
        value={search.query}
        aria-invalid={invalid ? 'true' : undefined}
        aria-describedby={describedBy}
        onInput={({ currentTarget }) => ask(currentTarget.value, false)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          ask(event.currentTarget.value, true);
        }}
      />
      <div class="stack" aria-live="polite">
        <Found {...props} />
      </div>
    </div>
  );
};
