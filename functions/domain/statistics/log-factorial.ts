/** log n! by n; grows with the largest number that was asked for. */
const logFactorials: number[] = [0];

/** Of a whole number from 0 on. */
export const logFactorial = (n: number): number => {
  for (let next = logFactorials.length; next <= n; next += 1)
    logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next));
  return logFactorials[n] ?? 0;
};
