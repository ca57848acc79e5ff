/** The search for a company on the page: a box, the verdict, and what was found. */
import type { LookupAnswer } from '../../../functions/contract/lookup';
import { ActionButton, ErrorView } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { moreHitsText } from '../messages/lookup-text';
import { localize, t, type Viewer } from '../messages/viewer';
import { registrableCompany } from './company-from-query';
import { HitList } from './hit-list';
import type { LookupChoice, LookupForm, LookupMessage, LookupState } from './lookup';
import { Verdict } from './verdict';

const MAX_HITS = 20;

interface Props {
  viewer: Viewer;
  state: LookupState;
  /** Whether this person may register a company. */
  mayRegister: boolean;
  /** Whether forms open on what was found, beside the company itself. */
  mayAct: boolean;
  dispatch: Dispatch<LookupMessage>;
}

/** Offered unless the company is surely here. */
const RegisterButton = ({
  viewer,
  state,
  answer,
  mayRegister,
  dispatch,
}: Props & { answer: LookupAnswer }) => {
  if (!mayRegister) return null;
  const query = state.search.question;
  const { asked, verdict } = answer;
  const label = verdict.kind === 'new' ? 'registerThis' : 'registerOther';
  const [value] = Object.values(registrableCompany(asked, query));
  return (
    <ActionButton
      act={() => dispatch({ type: 'register', query: value === undefined ? '' : query })}
      kind="stop"
    >
      {value === undefined ? t(viewer, 'registerNew') : t(viewer, label, { name: value })}
    </ActionButton>
  );
};

const Answer = (props: Props & { answer: LookupAnswer }) => {
  const { viewer, answer, mayAct, dispatch } = props;
  const { verdict, asked, hits, more, count } = answer;
  // The company that the verdict is about is said once.
  const others = hits.filter(({ row }) => row.id !== verdict.accountId);
  const listed = others.slice(0, MAX_HITS);
  const rest = moreHitsText(viewer, { hits, more, count }, hits.length - others.length + listed.length);
  const choose = ({ id, name }: LookupChoice, form?: LookupForm): void =>
    dispatch({ type: 'choose', choice: { id, name }, ...(form === undefined ? {} : { form }) });
  return (
    <>
      {asked.note === null ? null : <p class="warning">{localize(viewer, asked.note)}</p>}
      <Verdict viewer={viewer} answer={answer} mayAct={mayAct} choose={choose} />
      {verdict.kind === 'new' ? <RegisterButton {...props} /> : null}
      {listed.length === 0 ? null : (
        <p class="quiet">
          {t(viewer, verdict.accountId === null ? 'hits' : 'otherHits', { n: others.length })}
        </p>
      )}
      <HitList viewer={viewer} hits={listed} kind="hit stop" choose={choose} />
      {rest === null ? null : <p class="quiet">{rest}</p>}
      {verdict.kind === 'new' || verdict.sure === 'same' ? null : <RegisterButton {...props} />}
    </>
  );
};

const Shown = (props: Props) => {
  const { viewer, state, dispatch } = props;
  const { shown } = state.search;
  switch (shown.kind) {
    case 'nothing':
      return null;
    case 'searching':
      return <p class="quiet">{t(viewer, 'searching')}</p>;
    case 'failed':
      return <ErrorView viewer={viewer} error={shown.error} again={() => dispatch({ type: 'search' })} />;
    case 'found':
      return <Answer {...props} answer={shown.answer} />;
    default:
      return shown satisfies never;
  }
};

/** Down from the box to what it found, and through it. */
const moveFocus = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
  const stops: (Element | null)[] = [...event.currentTarget.querySelectorAll('input[type=search], .stop')];
  const at = stops.indexOf(document.activeElement);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
};

export const LookupView = (props: Props) => {
  const { viewer, state, dispatch } = props;
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && state.search.shown.kind !== 'nothing') {
      event.stopPropagation();
      dispatch({ type: 'clear' });
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveFocus(event);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers before 2023 do not know <search>.
    <form
      role="search"
      class="lookup"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        dispatch({ type: 'search' });
      }}
      onKeyDown={onKeyDown}
    >
      <label for="lookup" class="unseen">
        {t(viewer, 'lookUpLabel')}
      </label>
      <div class="beside">
        <input
          type="search"
          id="lookup"
          maxLength={300}
          autocomplete="off"
          placeholder={t(viewer, 'lookUpHint')}
          value={state.search.query}
          onInput={({ currentTarget }) => dispatch({ type: 'typed', query: currentTarget.value })}
        />
        <button type="submit">{t(viewer, 'search')}</button>
      </div>
      <div class="hits" aria-live="polite">
        <Shown {...props} />
      </div>
    </form>
  );
};
