/** Statements put together from parts number their places through, however deep. */
import { describe, expect, it } from 'vitest';
import { type Statement, statement } from '../../src/platform/db/statement.ts';

function kilns(owner: string, more: Statement): Statement {
  return statement`select ${1} from kiln where owner = ${owner} and ${more} limit ${5}`;
}
const hot = (degrees: number) => statement`heat > ${degrees}`;
const either = (a: Statement, b: Statement) => statement`(${a} or ${b})`;

describe('a statement', () => {
  it('numbers its values and sends them apart', () => {
    const { text, args } = statement`select ${'a; drop'} as x, ${null}, ${true}`;
    expect([text, args]).toEqual(['select $1 as x, $2, $3', ['a; drop', null, true]]);
  });

  it('takes parts, and parts of parts', () => {
    const { text, args } = kilns('ann', either(hot(900), statement`cold`));
    expect(text).toBe('select $1 from kiln where owner = $2 and (heat > $3 or cold) limit $4');
    expect(args).toEqual([1, 'ann', 900, 5]);
  });

  it('is one text for one way of writing it, and another for another way', () => {
    const first = kilns('ann', hot(1)).text;
    expect(kilns('bob', hot(2)).text).toBe(first);
    const other = kilns('bob', statement`is_empty`);
    expect(other.text).toBe('select $1 from kiln where owner = $2 and is_empty limit $3');
    expect(other.args).toEqual([1, 'bob', 5]);
    expect(kilns('eve', either(hot(1), hot(2))).text).toBe(
      'select $1 from kiln where owner = $2 and (heat > $3 or heat > $4) limit $5',
    );
  });

  it('may end or begin with a part, and hold nothing else', () => {
    const both = statement`${hot(1)}${statement` and true`}`;
    expect([both.text, both.args]).toEqual(['heat > $1 and true', [1]]);
  });
});
