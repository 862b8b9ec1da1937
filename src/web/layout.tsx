/**
 * The frame of every page: language, menu, the scan field that is always there, the message of the
 * page before. Knows where things stand on the screen and nothing of what a page shows.
 */
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { StatusCode } from 'hono/utils/http-status';
import { takeFlash } from './flash.ts';
import { menuGroups, navigation, type Section } from './navigation.ts';
import { ScanField, type ScanPlace } from './ui/scan-field.tsx';
import type { Visit } from './visit.ts';

/** What a page says about itself. */
export interface PageFrame {
  readonly title: string;
  readonly section?: Section | undefined;
  /** What a scan on this page is for; without it a scan opens what it names. */
  readonly scan?: ScanPlace | undefined;
  readonly status?: number | undefined;
  /** `floor`: for gloves and small screens, larger and with more contrast. */
  readonly floor?: boolean | undefined;
}

/** The entries the reader may open. On a narrow screen they show when somebody asks for the menu. */
function Menu({ visit, section }: { visit: Visit; section: Section | undefined }) {
  const { say } = visit;
  const seen = navigation.filter(({ needs }) => needs.length === 0 || needs.some(visit.can));
  const groups = menuGroups
    .map((one) => ({ ...one, entries: seen.filter(({ group }) => group === one.group) }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <nav class="menu" id="menu" aria-label={say('nav.label')}>
      <div>
        {groups.map(({ heading, group, entries }) => (
          <section>
            {heading === null ? null : <h2 id={`menu-${group}`}>{say(heading)}</h2>}
            <ul aria-labelledby={heading === null ? undefined : `menu-${group}`}>
              {entries.map(({ section: own, href, label }) => (
                <li>
                  <a href={href} aria-current={own === section ? 'page' : undefined}>
                    {say(label)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <a class="menu-close" href="#content">
          {say('nav.close')}
        </a>
      </div>
    </nav>
  );
}

function Top({ visit, frame }: { visit: Visit; frame: PageFrame }) {
  const { say, actor, isSignedIn } = visit;
  return (
    <header class="top">
      <a class="brand" href="/">
        {say('app.name')}
      </a>
      {isSignedIn ? (
        <a class="menu-open button" href="#menu">
          {say('nav.open')}
        </a>
      ) : null}
      {isSignedIn ? <ScanField visit={visit} place={frame.scan ?? {}} /> : null}
      {isSignedIn ? (
        <div class="person">
          <a href="/account" title={say('nav.account')}>
            {actor.name}
          </a>
          <form method="post" action="/sign-out">
            <button type="submit" class="quiet">
              {say('nav.sign-out')}
            </button>
          </form>
        </div>
      ) : (
        <a class="person" href="/sign-in">
          {say('nav.sign-in')}
        </a>
      )}
    </header>
  );
}

function Body({ visit, frame, children }: { visit: Visit; frame: PageFrame; children?: Child }) {
  const { say, c, ports } = visit;
  const flash = takeFlash(c, ports.settings);
  return (
    <body class={frame.floor ? 'floor' : 'desk'}>
      <a class="skip" href="#content">
        {say('nav.skip')}
      </a>
      <Top visit={visit} frame={frame} />
      {visit.isSignedIn ? <Menu visit={visit} section={frame.section} /> : null}
      <main id="content" tabindex={-1}>
        {flash === null ? null : (
          <p class="flash" role="status">
            {say(flash.message, flash.params)}
          </p>
        )}
        <h1>{frame.title}</h1>
        {children}
      </main>
    </body>
  );
}

/** Answers with a page. @example show(visit, { title: say('nav.rmas'), section: 'rmas' }, <List />) */
export function show(visit: Visit, frame: PageFrame, content: Child): Response | Promise<Response> {
  const { c, locale, ports, say } = visit;
  const { assets } = ports;
  c.header('Content-Language', locale);
  c.status((frame.status ?? 200) as StatusCode);
  const page = (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${frame.title} · ${say('app.name')}`}</title>
        <link rel="icon" type="image/svg+xml" href={assets.url('icon.svg')} />
        <link rel="stylesheet" href={assets.url('styles.css')} />
        <script type="module" src={assets.url('desk.js')} />
      </head>
      <Body visit={visit} frame={frame}>
        {content}
      </Body>
    </html>
  );
  return c.html(html`<!DOCTYPE html>${page}`);
}
