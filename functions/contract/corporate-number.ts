/** What is wrong with a corporate number. */
import * as z from 'zod';
import type { CorporateNumberProblem } from '../domain/company/corporate-number';

export const corporateNumberProblemSchema = z.enum([
  'CORPORATE_NUMBER_FORMAT',
  'CORPORATE_NUMBER_CHECK_DIGIT',
  'CORPORATE_NUMBER_MANGLED',
]) satisfies z.ZodType<CorporateNumberProblem>;
