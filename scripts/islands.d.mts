/** Types of `islands.mjs` for tests. */
export function buildIslands(outDir: string): Promise<Record<string, string>>;
