/** Corporate numbers with a right check digit: 9 − (Σ Pn·Qn mod 9), n from the right of the 12 base digits. */
export const corporateNumberOf = (n: number): string => {
  const base = String(100_000_000_001 + n);
  const sum = [...base]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0);
  return `${9 - (sum % 9)}${base}`;
};
