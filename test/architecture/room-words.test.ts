/**
 * A line of code knows its room: each room may say only words of its own. If a line needs a word that
 * is not allowed where it stands, it stands in the wrong file.
 */
import { describe, expect, it } from 'vitest';
import { places, type Source, sources } from './source-files.ts';

interface RoomRule {
  readonly room: string;
  readonly because: string;
  readonly files: RegExp;
  readonly but?: RegExp;
  readonly words: RegExp;
  /** Lines that hold the word as data. */
  readonly allow?: RegExp;
  /** Whether comments are read too. */
  readonly comments?: true;
}

const pure = /\.(rules|machine|vocabulary)\.ts$/;
const command = /\/commands\//;
const desk = /^src\/(web|service|jobs|demo)\//;
const chinese = /\p{Script=Han}/gu;

const rules: readonly RoomRule[] = [
  {
    room: 'rules and machines',
    because: 'decide at once, from what they are handed',
    files: pure,
    words: /\b(await|async|Promise)\b|\bnew Date\b|\bDate\.now\b|\bsql`/g,
  },
  {
    room: 'rules and machines',
    because: 'do not know how they are asked',
    files: pure,
    words: /\b(status|statusCode|request|response|http)\b/gi,
  },
  {
    room: 'rules, machines, commands, stores and the ledger',
    because: 'refuse by code; the words are in the catalogues',
    files: /\.(rules|machine|vocabulary|store)\.ts$|\/commands\/|\/store\.ts$|\/ledger\//,
    but: /\/parts\/import\//,
    words: chinese,
  },
  {
    room: 'commands',
    because: 'say verbs of the domain in their order',
    files: command,
    words: /\bwhere\(|\bnew Date\b|\bDate\.now\b|\bsql`|\.(insert|update|delete|select)\(/g,
  },
  {
    room: 'commands',
    because: 'ask the flow where a document stands',
    files: command,
    words: /\b(state|top|inbound|remedy|outbound|money|hold)\b[)\]]?\s*[!=]==/g,
  },
  {
    room: 'commands and effects',
    because: 'know no status number of a transport',
    files: /\/commands\/|effects\.ts$/,
    words: /\b(401|403|404|409|415|422|429|503)\b|\bstatusCode\b|\bhttp\b/gi,
  },
  {
    room: 'stores',
    because: 'know columns and locks, and translate nothing',
    files: /(^|[/.])store\.ts$/,
    words: /\btranslate\(|\bwordsIn\(|\bstatusCode\b/g,
  },
  {
    room: 'desks',
    because: 'ask the executor and see no column',
    files: desk,
    words: /\bsql`|\bconnection\.db\b|\.db\.|\btables\.ts\b/g,
  },
  {
    room: 'pages and routes',
    because: 'show quantities and do not reckon with them',
    files: /^src\/(web|service)\//,
    words: /\b\w*[qQ]uantity\s*[-+*]\s*\w|\w\s[-+*]\s\w*\.?quantity\b/g,
  },
  {
    room: 'the platform',
    because: 'says nothing a warehouse clerk would recognise',
    files: /^src\/platform\//,
    comments: true,
    words:
      /\b(rma|warehouse|repair|stock|part[ -]?numbers?|serial[ -]?numbers?|serial|shipments?|customers?|suppliers?|depot|warranty|spare)\b/gi,
  },
  {
    room: 'the ledger',
    because: 'says account, part and quantity; documents are opaque',
    files: /^src\/inventory\/ledger\//,
    words: /\b(rma|shipments?|requests?|repair|warranty)\b/gi,
    allow: /entryKinds|kind|'shipment'/,
  },
];

const all = sources('src');

function broken({ files, but, words, allow, comments }: RoomRule): readonly string[] {
  const isAllowed = (source: Source, place: string): boolean => {
    if (allow === undefined) return false;
    const line =
      source.text.split('\n')[Number(place.slice(source.path.length + 1).split(':')[0]) - 1];
    return allow.test(line ?? '');
  };
  return all
    .filter(({ path }) => files.test(path) && !(but?.test(path) ?? false))
    .flatMap((source) =>
      places(source.path, comments ? source.text : source.code, words).filter(
        (place) => !isAllowed(source, place),
      ),
    );
}

describe('room test', () => {
  it.each(rules.map((rule) => [rule.room, rule.because, rule] as const))('%s %s', (...given) => {
    const [, , rule] = given;
    expect(all.filter(({ path }) => rule.files.test(path)).length).toBeGreaterThan(0);
    expect(broken(rule)).toEqual([]);
  });
});
