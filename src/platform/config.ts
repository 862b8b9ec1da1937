/**
 * The settings of one process, read once from the environment and the command line. The only reader
 * of process.env; a setting that makes no sense is told in plain words and nothing starts.
 */
import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

/** What this process is to do. */
const processRoles = ['serve', 'work', 'all', 'migrate', 'verify'] as const;
type ProcessRole = (typeof processRoles)[number];

const project = resolve(import.meta.dirname, '../..');
const truth = z.enum(['', '0', '1', 'false', 'true']).transform((v) => v === '1' || v === 'true');

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
}

function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '';
  return /^https?:$/.test(url.protocol) && isBare && url.username === '' && url.password === '';
}

const schema = z.object({
  role: z.enum(processRoles).default('all'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: 'must begin with postgres://' })
    .optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).max(255).default('127.0.0.1'),
  PUBLIC_URL: z
    .string()
    .refine(isHttpUrl, { error: 'must be http(s)://host[:port] without a path' })
    .optional(),
  DATA_DIR: z.string().min(1).default('.benchstock'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((one) => one.trim() || []))
    .refine((list) => list.every(isNetwork), {
      error: 'must be addresses or networks, separated by commas',
    }),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).max(100_000_000).default(6000),
  DEMO: truth.default(false),
});

/** The settings of a process. */
export interface Config {
  readonly role: ProcessRole;
  /** Null: use the private PostgreSQL kept in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly port: number;
  readonly host: string;
  /** The origin people type, without a slash at its end. */
  readonly publicUrl: string;
  /** Cookies are Secure and HSTS is sent exactly when people come by https. */
  readonly isHttps: boolean;
  readonly dataDir: string;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Addresses or networks (`10.0.0.0/8`) whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** Requests one address may make in a minute; 0 for no limit. */
  readonly requestsPerMinute: number;
  readonly demo: boolean;
}

/** The settings, or what is wrong with them, one plain sentence each. */
export type ConfigResult =
  | { readonly config: Config; readonly problems: readonly [] }
  | { readonly config: null; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const flags = {
  port: { type: 'string' },
  host: { type: 'string' },
  'public-url': { type: 'string' },
  'data-dir': { type: 'string' },
  'log-level': { type: 'string' },
  demo: { type: 'boolean' },
} as const;

function given(env: Environment, argv: readonly string[]): Record<string, string | undefined> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: flags,
    allowPositionals: true,
  });
  if (positionals.length > 1) throw new TypeError(`unexpected word "${positionals[1]}"`);
  const fromFlags = Object.entries(values).map(([name, value]) => [
    name.toUpperCase().replaceAll('-', '_'),
    String(value),
  ]);
  const known = Object.keys(schema.shape).filter((name) => name !== 'role');
  const fromEnv = known.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
  const role = positionals.length === 0 ? [] : [['role', positionals[0]]];
  return Object.fromEntries([...fromEnv, ...fromFlags, ...role]);
}

function publicUrlOf(asked: string | undefined, host: string, port: number): string {
  if (asked !== undefined) return new URL(asked).origin;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${isIP(name) === 6 ? `[${name}]` : name}:${port}`;
}

/**
 * Reads the settings. The command line wins over the environment.
 * @param argv the words after the program's name: a role, then `--port 3000` and the like
 */
export function readConfig(
  env: Environment = process.env,
  argv: readonly string[] = process.argv.slice(2),
): ConfigResult {
  let raw: Record<string, string | undefined>;
  try {
    raw = given(env, argv);
  } catch (failure) {
    const problem = failure instanceof Error ? failure.message : String(failure);
    return { config: null, problems: [problem] };
  }
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    // The value itself is not repeated: a database address holds a password.
    const problems = parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
    return { config: null, problems };
  }
  const { role, DATABASE_URL, PORT, HOST, ...rest } = parsed.data;
  const publicUrl = publicUrlOf(rest.PUBLIC_URL, HOST, PORT);
  const config: Config = {
    role,
    databaseUrl: DATABASE_URL ?? null,
    port: PORT,
    host: HOST,
    publicUrl,
    isHttps: publicUrl.startsWith('https:'),
    dataDir: resolve(project, rest.DATA_DIR),
    logLevel: rest.LOG_LEVEL,
    trustedProxies: rest.TRUSTED_PROXIES,
    requestsPerMinute: rest.REQUESTS_PER_MINUTE,
    demo: rest.DEMO,
  };
  return { config, problems: [] };
}

/** A test whether an address belongs to any of the addresses or networks. */
export function networkTest(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const family = isIP(address);
    return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
  };
}
