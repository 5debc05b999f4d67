type Token = { kind: 'number'; value: number } | { kind: 'field'; id: number } | { kind: 'sign'; sign: string };

const token = /\s*(?:(\d+(?:\.\d+)?)|@\[[^\]]*\]\(field_(\d+)\)|([-+*/()]))/y;

/**
 * The result of an expression of numbers, fields, `+ - * /` and parentheses.
 *
 * @param numberIn the number in a field, undefined where it has none
 * @returns undefined where a field has no number, where it divides by zero, and for what is no such expression
 */
export function calculate(expression: string, numberIn: (fieldId: number) => number | undefined): number | undefined {
  const tokens = read(expression.trim());
  if (!tokens || tokens.length > 200) return undefined;
  let at = 0;

  const takeSign = (...signs: string[]): string | undefined => {
    const next = tokens[at];
    if (next?.kind !== 'sign' || !signs.includes(next.sign)) return undefined;
    at += 1;
    return next.sign;
  };
  const sum = (): number => {
    let result = product();
    for (let sign = takeSign('+', '-'); sign; sign = takeSign('+', '-')) result += sign === '+' ? product() : -product();
    return result;
  };
  const product = (): number => {
    let result = factor();
    for (let sign = takeSign('*', '/'); sign; sign = takeSign('*', '/')) result = sign === '*' ? result * factor() : result / factor();
    return result;
  };
  const factor = (): number => {
    if (takeSign('-')) return -factor();
    if (takeSign('(')) {
      const result = sum();
      return takeSign(')') ? result : Number.NaN;
    }
    const next = tokens[at];
    at += 1;
    if (next?.kind === 'number') return next.value;
    return next?.kind === 'field' ? (numberIn(next.id) ?? Number.NaN) : Number.NaN;
  };

  const result = sum();
  return at === tokens.length && Number.isFinite(result) ? result : undefined;
}

function read(expression: string): Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < expression.length) {
    token.lastIndex = at;
    const match = token.exec(expression);
    if (!match) return undefined;
    at = token.lastIndex;
    const [, digits, fieldId, sign] = match;
    if (digits !== undefined) tokens.push({ kind: 'number', value: Number(digits) });
    else if (fieldId !== undefined) tokens.push({ kind: 'field', id: Number(fieldId) });
    else if (sign !== undefined) tokens.push({ kind: 'sign', sign });
  }
  return tokens;
}
