/** `DataValidation` and its builder: choices from a list or a range, checkboxes, dates. */
import type { CellValidation } from '../protocol';
import { asGoogle, type Emulates, emulates } from './emulated';
import { enumeration } from './enumeration';
import { scriptException } from './host-bridge';

type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type ValidationBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
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

const VALIDATIONS = new WeakMap<object, CellValidation>();

class LocalDataValidation implements Emulates<LocalDataValidation, DataValidation> {
  constructor(private readonly rule: CellValidation) {
    VALIDATIONS.set(this, rule);
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
  copy(): ValidationBuilder {
    return newBuilder({ ...this.rule });
  }
}

class LocalBuilder implements Emulates<LocalBuilder, ValidationBuilder> {
  constructor(private rule: CellValidation) {}
  requireValueInList(values: string[], showDropdown = true): ValidationBuilder {
    return this.with({ type: 'ONE_OF_LIST', values: values.map(String), showDropdown });
  }
  requireCheckbox(...values: unknown[]): ValidationBuilder {
    if (values.length > 0) throw new Error('not emulated: DataValidationBuilder.requireCheckbox with values');
    return this.with({ type: 'BOOLEAN', values: [] });
  }
  requireDate(): ValidationBuilder {
    return this.with({ type: 'DATE_IS_VALID', values: [] });
  }
  setAllowInvalid(allow: boolean): ValidationBuilder {
    return this.with({ strict: !allow });
  }
  setHelpText(helpText: string): ValidationBuilder {
    return this.with({ helpText });
  }
  build(): DataValidation {
    if (!this.rule.type) throw scriptException('Cannot build a data validation rule without criteria.');
    return asGoogle<DataValidation>(new LocalDataValidation(this.rule));
  }
  private with(change: Partial<CellValidation>): ValidationBuilder {
    this.rule = { ...this.rule, ...change };
    return asGoogle<ValidationBuilder>(this);
  }
}

emulates('DataValidation', LocalDataValidation);
emulates('DataValidationBuilder', LocalBuilder);

const newBuilder = (rule: CellValidation): ValidationBuilder =>
  asGoogle<ValidationBuilder>(new LocalBuilder(rule));

/** By Google's default an invalid value is accepted, with a warning. */
export const newDataValidation = (): ValidationBuilder =>
  newBuilder({ type: '', values: [], strict: false, showDropdown: true, helpText: null });

export const dataValidationOf = (rule: CellValidation | null): DataValidation | null =>
  rule === null ? null : asGoogle<DataValidation>(new LocalDataValidation(rule));

export function validationOf(rule: DataValidation | null): CellValidation | null {
  if (rule === null) return null;
  const validation = VALIDATIONS.get(rule);
  if (!validation)
    throw scriptException("The parameters don't match the method signature: a built rule is needed.");
  return validation;
}
