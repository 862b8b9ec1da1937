/** Questions that wait ask together, and each hears its own answer. */
import { describe, expect, it } from 'vitest';
import { inBatches } from '../../src/platform/in-batches.ts';

/** A source that answers a batch when it is let go, and remembers what was asked together. */
function gatedSource() {
  const batches: number[][] = [];
  const gates: (() => void)[] = [];
  const ask = inBatches<number, number>(async (questions) => {
    batches.push([...questions]);
    await new Promise<void>((open) => gates.push(open));
    if (questions.includes(13)) throw new Error('unlucky');
    return questions.map((n) => n * 10);
  }, 3);
  const letGo = async () => {
    gates.shift()?.();
    await new Promise((later) => setImmediate(later));
  };
  return { ask, batches, letGo };
}

describe('questions in batches', () => {
  it('goes at once when nobody waits, and gathers what comes meanwhile', async () => {
    const { ask, batches, letGo } = gatedSource();
    const answers = [1, 2, 3, 4, 5].map((n) => ask(n));
    expect(batches).toEqual([[1]]);
    await letGo();
    expect(batches).toEqual([[1], [2, 3, 4]]);
    await letGo();
    await letGo();
    expect(batches).toEqual([[1], [2, 3, 4], [5]]);
    expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50]);
  });

  it('tells a failure to its own batch only, and goes on', async () => {
    const { ask, letGo } = gatedSource();
    const first = ask(1);
    const unlucky = [ask(13), ask(2)].map((one) => one.catch((error: Error) => error.message));
    await letGo();
    await letGo();
    expect(await Promise.all(unlucky)).toEqual(['unlucky', 'unlucky']);
    expect(await first).toBe(10);
    const next = ask(7);
    await letGo();
    expect(await next).toBe(70);
  });
});
