/** How a use case says that it cannot do what it was called for. */
import type { ProblemDetail } from '../contract/problem';

/** The problem that the function answers. A use case returns it as a value; it throws only for what should not happen. */
export interface ProblemResult {
  problem: ProblemDetail;
}
