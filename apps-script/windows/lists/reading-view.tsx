/** How a list was read, on the page: encoding, sheet, line of the headers, whose export it is; and what a person can say instead. */
import type { Dispatch } from '../kit/run-program';
import { tList } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';
import type { ColumnsMessage, ColumnsState, EncodingName, ReadColumns } from './columns';

interface Props {
  viewer: Viewer;
  state: ColumnsState;
  dispatch: Dispatch<ColumnsMessage>;
  locked: boolean;
}

const ENCODINGS: Readonly<Record<EncodingName, string>> = {
  'utf-8': 'UTF-8',
  cp932: 'Shift_JIS',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  'euc-jp': 'EUC-JP',
  'iso-2022-jp': 'ISO-2022-JP',
  'windows-1252': 'Latin-1',
};

const ENCODING_NAMES = Object.keys(ENCODINGS).filter((name): name is EncodingName => name in ENCODINGS);

const EncodingSelect = ({ viewer, state, dispatch, locked, encoding }: Props & { encoding: string }) => {
  const read = ENCODING_NAMES.find((name) => name === encoding.replace(/-bom$/, '')) ?? '';
  return (
    <>
      <label for="list-encoding">{tList(viewer, 'encodingLabel')}</label>
      <select
        id="list-encoding"
        disabled={locked}
        value={state.encoding ?? read}
        onInput={({ currentTarget: { value } }) =>
          dispatch({ type: 'setEncoding', encoding: ENCODING_NAMES.find((name) => name === value) ?? null })
        }
      >
        {read === '' ? <option value="">{tList(viewer, 'choose')}</option> : null}
        {ENCODING_NAMES.map((name) => (
          <option key={name} value={name}>
            {ENCODINGS[name]}
          </option>
        ))}
      </select>
    </>
  );
};

const SheetSelect = ({ viewer, state, dispatch, locked }: Props) => (
  <>
    <label for="list-sheet">{tList(viewer, 'sheetLabel')}</label>
    <select
      id="list-sheet"
      disabled={locked}
      value={state.sheet ?? state.read?.sheet ?? ''}
      onInput={({ currentTarget: { value } }) => dispatch({ type: 'setSheet', sheet: value })}
    >
      {state.read?.sheets.map((title) => (
        <option key={title} value={title}>
          {title}
        </option>
      ))}
    </select>
  </>
);

const MAX_HEADER_LINE = 1000;

const HeaderLineField = ({ viewer, state, dispatch, locked }: Props) => (
  <>
    <label for="list-header-line">{tList(viewer, 'headerLineLabel')}</label>
    <input
      type="number"
      id="list-header-line"
      min={1}
      max={MAX_HEADER_LINE}
      disabled={locked}
      value={state.headerLine ?? state.read?.headerLine ?? ''}
      onChange={({ currentTarget: { valueAsNumber } }) => {
        const isLine = valueAsNumber >= 1 && valueAsNumber <= MAX_HEADER_LINE;
        dispatch({ type: 'setHeaderLine', headerLine: isLine ? Math.floor(valueAsNumber) : null });
      }}
    />
  </>
);

/** A tab has no encoding. */
const SourceSelect = ({ read, ...props }: Props & { read: ReadColumns }) => {
  if (read.encoding === 'sheet') return null;
  return read.sheets.length > 0 ? (
    <SheetSelect {...props} />
  ) : (
    <EncodingSelect {...props} encoding={read.encoding} />
  );
};

export const ReadingView = (props: Props) => {
  const { viewer, state } = props;
  const { read, noHeader } = state;
  if (read === null) return <div />;
  const { writtenBy } = read;
  return (
    <div class="reading row">
      <SourceSelect {...props} read={read} />
      {noHeader ? null : <HeaderLineField {...props} />}
      {writtenBy === null ? null : (
        <span class="quiet">{tList(viewer, 'writtenBy', { name: writtenBy })}</span>
      )}
    </div>
  );
};
