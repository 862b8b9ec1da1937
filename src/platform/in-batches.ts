/**
 * Questions that wait ask together: while one is under way, whatever comes gathers and goes as the
 * next. Nobody is answered by a question that began before he asked. Knows nothing of what is asked.
 */

/** Asks for many at once; the answers stand in the order of the questions. */
type AskAll<Q, A> = (questions: readonly Q[]) => Promise<readonly A[]>;

interface Waiting<Q, A> {
  readonly question: Q;
  resolve(answer: A): void;
  reject(error: unknown): void;
}

/**
 * Makes the asker of single questions.
 * @param most questions that go together at most
 * @throws (the asker) what `askAll` failed with, to everybody of that batch
 */
export function inBatches<Q, A>(askAll: AskAll<Q, A>, most = 100): (question: Q) => Promise<A> {
  const waiting: Waiting<Q, A>[] = [];
  let isAsking = false;
  const askNext = async () => {
    isAsking = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      try {
        const answers = await askAll(batch.map(({ question }) => question));
        for (const [at, one] of batch.entries()) one.resolve(answers[at] as A);
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    isAsking = false;
  };
  return (question) =>
    new Promise<A>((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (!isAsking) void askNext();
    });
}
