// The few shapes of Markdown that the generated pages are made of. Knows no page.

/** Says in each page where its words come from. */
const generated = '<!-- Made by `npm run docs` from the program itself: change the program. -->';

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** A table; cells may hold Markdown. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** A page: its parts with an empty line between them. */
export function page(title: string, parts: readonly (string | readonly string[])[]): string {
  const blocks = parts.map((part) => (typeof part === 'string' ? part : part.join('\n')));
  return `${[generated, `# ${title}`, ...blocks].join('\n\n')}\n`;
}

/** Code within a line. */
export function code(text: string): string {
  return `\`${text}\``;
}
