/** Links from a page to its neighbours; only those the reader may open. Knows no page. */
import type { Permission } from '../../people/index.ts';
import type { Visit } from '../visit.ts';

/** One link, and the right that shows it; without one everybody sees it. */
export interface PageLink {
  readonly href: string;
  readonly label: string;
  readonly needs?: Permission;
  /** The step most people came for. */
  readonly isMain?: boolean;
}

/** A row of links; nothing when none may be opened. */
export function PageLinks({ visit, links }: { visit: Visit; links: readonly PageLink[] }) {
  const seen = links.filter(({ needs }) => needs === undefined || visit.can(needs));
  if (seen.length === 0) return null;
  return (
    <nav class="tools" aria-label={visit.say('page.neighbours')}>
      {seen.map(({ href, label, isMain }) => (
        <a class={isMain ? 'button main' : 'button'} href={href}>
          {label}
        </a>
      ))}
    </nav>
  );
}
