/** All reports with one sentence each: the first thing a manager sees. */
import type { Permission } from '../../../people/index.ts';
import { show } from '../../layout.tsx';
import type { Visit } from '../../visit.ts';

const reports = [
  { key: 'inventory', href: '/reports/inventory', needs: 'reports.view' },
  { key: 'transactions', href: '/reports/transactions', needs: 'reports.view' },
  { key: 'flow', href: '/reports/flow', needs: 'reports.view' },
  { key: 'value', href: '/reports/inventory?groupBy=category', needs: 'costs.view' },
  { key: 'value-changes', href: '/reports/value-changes', needs: 'costs.view' },
  { key: 'ageing', href: '/reports/ageing', needs: 'reports.view' },
  { key: 'slow', href: '/reports/slow-movers', needs: 'reports.view' },
] as const satisfies readonly { key: string; href: string; needs: Permission }[];

/** Shows them. */
export function showHub(visit: Visit) {
  const { say } = visit;
  return show(
    visit,
    { title: say('reports.title'), section: 'reports' },
    <ul class="tiles wide">
      {reports
        .filter(({ needs }) => visit.can(needs))
        .map(({ key, href }) => (
          <li>
            <a href={href}>
              <strong>{say(`reports.${key}-title`)}</strong>
              <span>{say(`reports.${key}-card`)}</span>
            </a>
          </li>
        ))}
    </ul>,
  );
}
