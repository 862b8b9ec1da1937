/**
 * Tells waiting facts to those who want to hear them, in order and many at a time. A fact that a
 * handler cannot take waits by itself and at last is left aside; the others go on.
 */
import { complaintOf } from './complaint.ts';
import { type Fact, type FactHandler, type FactTools, limits } from './contract.ts';
import {
  holdOutbox,
  markTold,
  putOffFact,
  readFacts,
  releaseOutbox,
  type WaitingFact,
} from './outbox.store.ts';
import { runAsSystem, type WorkerPorts } from './ports.ts';
import { nextTry } from './retry.rules.ts';

function toolsFor(ports: WorkerPorts, handler: FactHandler): FactTools {
  return {
    now: ports.clock.now(),
    once: (fact) => runAsSystem(ports.executor, `fact:${fact.seq}:${handler.name}`),
    run: runAsSystem(ports.executor, null),
  };
}

/** Tells one handler; returns what it could not take. */
async function tellHandler(
  ports: WorkerPorts,
  handler: FactHandler,
  facts: readonly Fact[],
): Promise<Map<number, unknown>> {
  const failures = new Map<number, unknown>();
  const wanted = facts.filter((fact) => handler.facts.includes(fact.fact));
  if (wanted.length === 0) return failures;
  const tools = toolsFor(ports, handler);
  try {
    await handler.handle(wanted, tools);
    return failures;
  } catch (failure) {
    const [only] = wanted;
    if (only !== undefined && wanted.length === 1) return new Map([[only.seq, failure]]);
  }
  for (const fact of wanted) {
    await handler
      .handle([fact], tools)
      .catch((failure: unknown) => failures.set(fact.seq, failure));
  }
  return failures;
}

async function putOff(ports: WorkerPorts, fact: WaitingFact, failure: unknown): Promise<void> {
  const now = ports.clock.now();
  const attempt = fact.attempts + 1;
  const again = nextTry(attempt, now);
  const about = { err: failure, seq: fact.seq, fact: fact.fact, attempt };
  if (again === null) ports.log.error(about, 'a fact is left aside');
  else ports.log.warn(about, 'a fact could not be told and will be tried again');
  await putOffFact(ports.connection.db, fact.seq, { now, again, complaint: complaintOf(failure) });
}

async function tellBatch(ports: WorkerPorts, facts: readonly WaitingFact[]) {
  const failures = new Map<number, unknown>();
  for (const handler of ports.factHandlers) {
    for (const [seq, failure] of await tellHandler(ports, handler, facts)) {
      failures.set(seq, failure);
    }
  }
  const told = facts.filter((fact) => !failures.has(fact.seq)).map((fact) => fact.seq);
  await markTold(ports.connection.db, told, ports.clock.now());
  for (const fact of facts) {
    if (failures.has(fact.seq)) await putOff(ports, fact, failures.get(fact.seq));
  }
  return { told: told.length, failed: failures.size };
}

function keepHold(ports: WorkerPorts, holder: string): () => void {
  const renew = () => {
    holdOutbox(ports.connection.db, holder, ports.clock.now()).catch((failure: unknown) => {
      ports.log.warn({ err: failure }, 'could not renew the hold on the outbox');
    });
  };
  const timer = setInterval(renew, limits.renewMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Tells one batch; zero of each means that nothing was due or another worker is telling. */
export async function tellFacts(
  ports: WorkerPorts,
  holder: string,
): Promise<{ told: number; failed: number }> {
  const { connection, clock } = ports;
  // A look without the lease first: an idle worker writes nothing.
  const due = await readFacts(connection.db, clock.now());
  if (due.length === 0) return { told: 0, failed: 0 };
  if (!(await holdOutbox(connection.db, holder, clock.now()))) return { told: 0, failed: 0 };
  const release = keepHold(ports, holder);
  try {
    // Read again: the holder before may have told them while this worker looked.
    return await tellBatch(ports, await readFacts(connection.db, clock.now()));
  } finally {
    release();
    await releaseOutbox(connection.db, holder);
  }
}
