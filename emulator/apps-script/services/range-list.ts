/** Several ranges of one sheet: what is done to the list is done to each. */
import type { RangeAddress } from '../protocol';
import { asGoogle, type Emulates, emulates } from './emulated';
import { callHost, toHost } from './host-bridge';
import { newRange } from './object-factories';

type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

class LocalRangeList implements Emulates<LocalRangeList, RangeList> {
  constructor(private readonly addresses: RangeAddress[]) {}

  getRanges(): Range[] {
    return this.addresses.map(newRange);
  }
  activate(): RangeList {
    const [first] = this.addresses;
    if (first) callHost('Spreadsheet.setSelection', first.spreadsheetId, first.sheetId, this.addresses);
    return asGoogle<RangeList>(this);
  }
  setValue(value: unknown): RangeList {
    return this.each((address) => callHost('Range.setValue', address, toHost(value)));
  }
  setNote(note: string | null): RangeList {
    return this.each((address) => callHost('Range.setNote', address, note));
  }
  setBackground(color: string | null): RangeList {
    return this.each((address) => callHost('Range.setBackground', address, color));
  }
  setFontColor(color: string | null): RangeList {
    return this.each((address) => callHost('Range.setFontColor', address, color));
  }
  setNumberFormat(format: string): RangeList {
    return this.each((address) => callHost('Range.setNumberFormat', address, format));
  }
  clearContent(): RangeList {
    return this.each((address) => callHost('Range.clear', address, 'contents'));
  }
  clearNote(): RangeList {
    return this.each((address) => callHost('Range.clear', address, 'notes'));
  }

  private each(act: (address: RangeAddress) => void): RangeList {
    for (const address of this.addresses) act(address);
    return asGoogle<RangeList>(this);
  }
}

emulates('RangeList', LocalRangeList);

export const makeRangeList = (addresses: RangeAddress[]): RangeList =>
  asGoogle<RangeList>(new LocalRangeList(addresses));
