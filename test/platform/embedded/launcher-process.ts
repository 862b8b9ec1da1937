/**
 * A program that starts a private PostgreSQL and waits: what the tests run, kill and stop from outside.
 * Takes the options as JSON, prints one line of JSON, stops the server when its input ends.
 */
import { startEmbedded } from '../../../src/platform/embedded/start-embedded.ts';

const lines: string[] = [];
try {
  const server = await startEmbedded({
    ...JSON.parse(process.argv[2] ?? '{}'),
    log: (line: string) => lines.push(line),
  });
  const { url, pid, adopted, version } = server;
  process.stdout.write(`${JSON.stringify({ url, pid, adopted, version, lines })}\n`);
  for await (const _ of process.stdin);
  await server.stop();
} catch (error) {
  const code = error instanceof Error ? error.message : String(error);
  process.stdout.write(`${JSON.stringify({ error: code })}\n`);
}
process.exit(0);
