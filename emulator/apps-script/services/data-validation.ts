/** Rules on what a cell may hold: choices from a list or a range, checkboxes, dates. */
import type { Validation } from '../protocol';
import { type Emulates, emulates, google } from './emulated';
import { enumeration } from './enumeration';
import { exception } from './server';

type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type Criteria = typeof GoogleAppsScript.Spreadsheet.DataValidationCriteria;

export const CRITERIA = enumeration<Criteria>(
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CHECKBOX',
  'DATE_IS_VALID_DATE',
);

const CRITERIA_OF: Readonly<Record<string, keyof typeof CRITERIA>> = {
  ONE_OF_LIST: 'VALUE_IN_LIST',
  ONE_OF_RANGE: 'VALUE_IN_RANGE',
  BOOLEAN: 'CHECKBOX',
  DATE_IS_VALID: 'DATE_IS_VALID_DATE',
};

const rules = new WeakMap<object, Validation>();

class LocalDataValidation implements Emulates<LocalDataValidation, DataValidation> {
  constructor(private readonly rule: Validation) {
    rules.set(this, rule);
  }
  getAllowInvalid(): boolean {
    return !this.rule.strict;
  }
  getHelpText(): string {
    return this.rule.helpText ?? '';
  }
  getCriteriaType(): GoogleAppsScript.Spreadsheet.DataValidationCriteria {
    const name = CRITERIA_OF[this.rule.type];
    if (!name) throw new Error(`not emulated: DataValidationCriteria for ${this.rule.type}`);
    return CRITERIA[name];
  }
  getCriteriaValues(): unknown[] {
    return this.rule.type === 'ONE_OF_LIST' ? [this.rule.values, this.rule.showDropdown] : this.rule.values;
  }
  copy(): Builder {
    return builderOf({ ...this.rule });
  }
}

class LocalBuilder implements Emulates<LocalBuilder, Builder> {
  constructor(private rule: Validation) {}
  requireValueInList(values: string[], showDropdown = true): Builder {
    return this.with({ type: 'ONE_OF_LIST', values: values.map(String), showDropdown });
  }
  requireCheckbox(...values: unknown[]): Builder {
    if (values.length > 0) throw new Error('not emulated: DataValidationBuilder.requireCheckbox with values');
    return this.with({ type: 'BOOLEAN', values: [] });
  }
  requireDate(): Builder {
    return this.with({ type: 'DATE_IS_VALID', values: [] });
  }
  setAllowInvalid(allow: boolean): Builder {
    return this.with({ strict: !allow });
  }
  setHelpText(helpText: string): Builder {
    return this.with({ helpText });
  }
  build(): DataValidation {
    if (!this.rule.type) throw exception('Cannot build a data validation rule without criteria.');
    return google<DataValidation>(new LocalDataValidation(this.rule));
  }
  private with(change: Partial<Validation>): Builder {
    this.rule = { ...this.rule, ...change };
    return google<Builder>(this);
  }
}

emulates('DataValidation', LocalDataValidation);
emulates('DataValidationBuilder', LocalBuilder);

const builderOf = (rule: Validation): Builder => google<Builder>(new LocalBuilder(rule));

/** Google's default lets invalid values in, with a warning. */
export const newDataValidation = (): Builder =>
  builderOf({ type: '', values: [], strict: false, showDropdown: true, helpText: null });

export const ruleOf = (rule: Validation | null): DataValidation | null =>
  rule === null ? null : google<DataValidation>(new LocalDataValidation(rule));

export function validationOf(rule: DataValidation | null): Validation | null {
  if (rule === null) return null;
  const known = rules.get(rule);
  if (!known) throw exception("The parameters don't match the method signature: a built rule is needed.");
  return known;
}
