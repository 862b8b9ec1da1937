/**
 * Watches every command that a test gives: a refusal the command has not declared fails the test,
 * because the reference and the desks' words are made from the declared list.
 */
import { DomainError } from '../../src/platform/errors.ts';
import type { Executor } from '../../src/platform/execute.ts';

/** What the executor itself answers, whatever the command. */
const executorCodes: ReadonlySet<string> = new Set([
  'platform.invalid-input',
  'platform.not-permitted',
  'platform.not-found',
  'platform.key-malformed',
  'platform.key-reused',
  'platform.busy-try-again',
  'platform.outcome-unknown',
]);

async function watched<T>(
  action: { readonly name: string; readonly errors: readonly string[] },
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (action.errors.includes(error.code) || executorCodes.has(error.code)) throw error;
    throw new Error(`${action.name} refused with ${error.code}, which it does not declare`, {
      cause: error,
    });
  }
}

/** The same executor, with every undeclared refusal turned into a defect. */
export function onlyDeclaredRefusals(executor: Executor): Executor {
  return {
    execute: (command, input, call) =>
      watched(command, () => executor.execute(command, input, call)),
    ask: (query, input, call) => watched(query, () => executor.ask(query, input, call)),
  };
}
