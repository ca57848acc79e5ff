/** Between which numbers a setting lies, both included: for the schema that refuses, and for the form that asks. */
export const SETTING_LIMITS = {
  fiscalYearStartMonth: { min: 1, max: 12 },
  workingDays: { min: 1, max: 730 },
  badFitReviewMonths: { min: 1, max: 60 },
  retryBusinessDays: { min: 1, max: 60 },
  retries: { min: 0, max: 10 },
  managerAsksAfterDays: { min: 1, max: 60 },
  reassignAfterDays: { min: 2, max: 120 },
  managerDigestWeekday: { min: 1, max: 5 },
  leadPrice: { min: 0, max: 9_999_999 },
} as const;
