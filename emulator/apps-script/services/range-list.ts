/** Several ranges of one sheet: what is done to the list is done to each. */
import type { RangeListCall } from '../host-api';
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
    return this.each('Range.setValue', toHost(value));
  }
  setNote(note: string | null): RangeList {
    return this.each('Range.setNote', note);
  }
  setBackground(color: string | null): RangeList {
    return this.each('Range.setBackground', color);
  }
  setFontColor(color: string | null): RangeList {
    return this.each('Range.setFontColor', color);
  }
  setNumberFormat(format: string): RangeList {
    return this.each('Range.setNumberFormat', format);
  }
  clearContent(): RangeList {
    return this.each('Range.clear', 'contents');
  }
  clearNote(): RangeList {
    return this.each('Range.clear', 'notes');
  }

  private each(call: RangeListCall, argument: unknown): RangeList {
    callHost('RangeList.each', this.addresses, call, argument);
    return asGoogle<RangeList>(this);
  }
}

emulates('RangeList', LocalRangeList);

export const makeRangeList = (addresses: RangeAddress[]): RangeList =>
  asGoogle<RangeList>(new LocalRangeList(addresses));
