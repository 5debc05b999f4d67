import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { authentication, json, keyringOf, renderApp, sandboxConfig, stubNetwork } from '../testing.tsx';

const bugs = authentication('app-22119', 'Bugs');
const ada = authentication('user-1', 'Ada Lovelace');
const invoices = authentication('app-22191', 'Invoices');
const held = { 'GET /keyring': keyringOf(ada, bugs, invoices), 'GET /auth/config': sandboxConfig };
const podio = (path: string, as = 'app-22119') => `GET /keyring/${as}/api${path}`;
const refused = (status: number) =>
  json({ error: 'x', error_description: 'No.' }, { status, headers: { 'x-podio-request-id': 'abc123de' } });

let nextField = 1;
const field = (type: string, label: string, values: object[], settings: object | null = null) => ({
  field_id: nextField++,
  external_id: label.toLowerCase(),
  type,
  label,
  config: { settings },
  values,
});

const whole = {
  item_id: 3_000_000_007,
  app_item_id: 1204,
  app_item_id_formatted: 'BUG-1204',
  external_id: 'ext 7',
  title: 'Login fails',
  link: 'https://podio.com/acme/crm/apps/bugs/items/1204',
  app: { app_id: 22119, config: { name: 'Bugs' } },
  created_on: '2026-11-20 08:00:00',
  created_by: { type: 'user', id: 1, name: 'Ada Lovelace' },
  created_via: { name: 'Podio API' },
  current_revision: { revision: 3, created_on: '2026-11-21 08:00:00', created_by: { name: 'Grace Hopper' } },
  revisions: [{}, {}, {}, {}],
  comments: [{}, {}],
  tags: ['red', 'blue'],
  files: [{ file_id: 9, name: 'log.txt', mimetype: 'text/plain', size: 1200 }],
  fields: [
    field('text', 'Short', [{ value: 'a <b>\nsecond line' }], { size: 'small' }),
    field(
      'text',
      'Long',
      [{ value: '<p>One <b>two</b></p><p><a href="javascript:alert(1)">bad</a> <a href="https://example.com/">good</a></p>' }],
      {
        size: 'large',
      },
    ),
    field('category', 'Status', [{ value: { id: 1, text: 'Open', color: 'DCEBD8' } }]),
    field('money', 'Amount', [{ value: '1200.0000', currency: 'EUR' }]),
    field('progress', 'Progress', [{ value: 42 }]),
    field('contact', 'Owner', [{ value: { name: 'Ada Lovelace', link: 'https://podio.com/users/1', mail: ['ada@example.com'] } }]),
    field('app', 'Invoice', [
      { value: { item_id: 88, app_item_id: 8, title: 'Invoice 8', app: { app_id: 22191, config: { name: 'Invoices' } } } },
      { value: { item_id: 99, app_item_id: 9, title: 'Bug 9', app: { app_id: 22119, config: { name: 'Bugs' } } } },
    ]),
    field('embed', 'Website', [{ embed: { original_url: 'https://status.example.com/', title: 'Status', description: 'All is well' } }]),
    field('embed', 'Trap', [{ embed: { original_url: 'javascript:alert(1)', title: 'Trap' } }]),
    field('phone', 'Phone', [{ type: 'work_fax', value: '+45 70 00 10 03' }]),
    field('email', 'Mail', [{ type: 'home', value: 'reporter@example.org' }]),
    field('location', 'Place', [{ value: 'Vesterbrogade 3, Copenhagen', lat: 55.6737, lng: 12.5681 }]),
    field('hologram', 'Later', [{ value: { depth: 3 } }]),
  ],
};

const contentOf = async (label: string) => {
  const term = await screen.findByText((_, element) => element?.tagName === 'DT' && element.textContent === label);
  return within(term.nextElementSibling as HTMLElement);
};

describe('an item', () => {
  it('shows each kind of field as a person expects it, and nothing of it leads anywhere but to a page, a mail or a call', async () => {
    stubNetwork({ ...held, [podio('/item/3000000007')]: whole });
    renderApp('/as/app-22119/apps/22119/items/3000000007');
    expect((await contentOf('Short')).getByText(/a <b>/).textContent).toBe('a <b>\nsecond line');
    const long = await contentOf('Long');
    expect(long.getByText('two').tagName).toBe('STRONG');
    expect(long.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['https://example.com/']);
    expect((await contentOf('Status')).getByText('Open')).toBeTruthy();
    expect((await contentOf('Amount')).getByText('€1,200.00')).toBeTruthy();
    expect((await contentOf('Progress')).getByText('42%')).toBeTruthy();
    const owner = await contentOf('Owner');
    expect(owner.getByRole('link', { name: /^Ada Lovelace/ }).getAttribute('href')).toBe('https://podio.com/users/1');
    expect(owner.getByRole('link', { name: 'ada@example.com' }).getAttribute('href')).toBe('mailto:ada@example.com');
    expect((await contentOf('Website')).getByText('All is well')).toBeTruthy();
    expect((await contentOf('Trap')).queryByRole('link')).toBeNull();
    expect((await contentOf('Phone')).getByRole('link', { name: '+45 70 00 10 03' }).getAttribute('href')).toBe('tel:+4570001003');
    expect((await contentOf('Phone')).getByText('work fax')).toBeTruthy();
    expect((await contentOf('Mail')).getByRole('link').getAttribute('href')).toBe('mailto:reporter@example.org');
    expect((await contentOf('Place')).getByRole('link').getAttribute('href')).toContain('mlat=55.6737&mlon=12.5681');
    expect((await contentOf('Later')).getByText('{"depth":3}')).toBeTruthy();
    expect((await contentOf('Files')).getByRole('button', { name: 'Download log.txt' })).toBeTruthy();
  });

  it('names both of its numbers, who made it and how often it changed', async () => {
    stubNetwork({ ...held, [podio('/item/3000000007')]: whole });
    renderApp('/as/app-22119/apps/22119/items/3000000007');
    expect((await screen.findByRole('heading', { level: 1, name: 'Login fails' })).textContent).toBe('Login fails');
    expect(await screen.findByText(/#BUG-1204 · item 3000000007 · created by Ada Lovelace/)).toBeTruthy();
    expect(document.title).toBe('Bugs · Login fails – Podio Keyring');
    expect((await contentOf('Item ID item_id')).getByText('3000000007')).toBeTruthy();
    expect((await contentOf('Number in the app app_item_id')).getByText('1204')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy item ID' })).toBeTruthy();
    expect((await contentOf('Revisions')).getByText('4')).toBeTruthy();
    expect((await contentOf('Created via')).getByText('Podio API')).toBeTruthy();
    expect(screen.getByRole('link', { name: /^Open in Podio/ }).getAttribute('href')).toBe(whole.link);
  });

  it('leads to a related item as itself, and says at once who can open what it cannot', async () => {
    stubNetwork({ ...held, [podio('/item/3000000007')]: whole });
    renderApp('/as/app-22119/apps/22119/items/3000000007');
    const related = await contentOf('Invoice');
    const leadsTo = (name: string) => related.getByRole('link', { name }).getAttribute('href');
    expect(leadsTo('Invoice 8')).toBe('/as/app-22119/apps/22191/items/88');
    expect(related.getByText('Bugs cannot open items of Invoices.')).toBeTruthy();
    expect(leadsTo('Open as Invoices (app 22191)')).toBe('/as/app-22191/apps/22191/items/88');
    expect(leadsTo('Open as Ada Lovelace (user 1)')).toBe('/as/user-1/apps/22191/items/88');
    expect(leadsTo('Bug 9')).toBe('/as/app-22119/apps/22119/items/99');
    expect(related.getAllByText(/cannot open items/)).toHaveLength(1);
  });

  it('never marks as viewed what is looked at', async () => {
    const sent = stubNetwork({ ...held, [podio('/item/3000000007')]: whole });
    renderApp('/as/app-22119/apps/22119/items/3000000007');
    await screen.findByRole('heading', { level: 1, name: 'Login fails' });
    const reads = sent.filter(({ url }) => url.includes('/item/'));
    expect(new Set(reads.map(({ url }) => url))).toEqual(new Set(['/keyring/app-22119/api/item/3000000007?mark_as_viewed=0']));
  });

  it('goes to the address of its own app when the address names another', async () => {
    stubNetwork({ ...held, [podio('/item/3000000007', 'user-1')]: whole });
    renderApp('/as/user-1/apps/22191/items/3000000007');
    await screen.findByRole('heading', { level: 1, name: 'Login fails' });
    expect(location.pathname).toBe('/as/user-1/apps/22119/items/3000000007');
  });

  it('shows every digit in the raw JSON', async () => {
    const text = '{"item_id":3000000007,"app_item_id":1,"priority":9007199254740993.5}';
    stubNetwork({ ...held, [podio('/item/3000000007')]: () => new Response(text, { headers: { 'content-type': 'application/json' } }) });
    renderApp('/as/app-22119/apps/22119/items/3000000007');
    await userEvent.click(await screen.findByText('Raw JSON'));
    expect((await screen.findByRole('region', { name: 'Raw JSON' })).textContent).toContain('9007199254740993.5');
  });

  it.each(['/as/app-22119/apps/22119/items/x', '/as/app-22119/apps/0/items/1'])('is nothing at %s', async (address) => {
    stubNetwork(held);
    renderApp(address);
    expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeTruthy();
  });
});

describe('an item that cannot be shown', () => {
  it('of an app that the acting one does not reach: who may open it, and Podio’s number for the call', async () => {
    stubNetwork({ ...held, [podio('/item/88')]: () => refused(403) });
    renderApp('/as/app-22119/apps/22191/items/88');
    expect(await screen.findByRole('heading', { level: 1, name: 'Bugs cannot open this' })).toBeTruthy();
    expect(screen.getByText(/Bugs cannot open items of Invoices\./)).toBeTruthy();
    const others = screen.getByRole('list', { name: 'Open with another authentication' });
    expect(
      within(others)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['Open as Invoices (app 22191)', 'Open as Ada Lovelace (user 1)']);
    expect(screen.getByText('abc123de')).toBeTruthy();
    expect(document.title).toMatch(/^Error: /);
  });

  it('with a number so small that it is rather one within the app: the item of that number is offered', async () => {
    stubNetwork({ ...held, [podio('/item/1204')]: () => refused(404), [podio('/app/22119/item/1204')]: whole });
    renderApp('/as/app-22119/apps/22119/items/1204');
    expect(await screen.findByRole('heading', { level: 1, name: 'Item not found' })).toBeTruthy();
    expect(screen.getByText('Podio found nothing at this address, or hides it from Bugs.')).toBeTruthy();
    const offer = await screen.findByRole('link', { name: 'Open #BUG-1204 Login fails' });
    expect(offer.getAttribute('href')).toBe('/as/app-22119/apps/22119/items/3000000007');
  });

  it('with an id of the usual length: no call is spent on it as a number, and who can open it is a question to ask', async () => {
    const sent = stubNetwork({ ...held, [podio('/item/3000000007')]: () => refused(404) });
    renderApp('/as/app-22119/apps/22119/items/3000000007');
    await screen.findByRole('heading', { level: 1, name: 'Item not found' });
    expect(sent.filter(({ url }) => url.includes('/app/22119/item/'))).toEqual([]);
    await userEvent.click(screen.getByRole('link', { name: 'Try with each authentication' }));
    const question = await screen.findByText('This makes 3 calls, one for each.');
    expect(question).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'API explorer' }));
  });

  it('deleted: says so, and leads back to the items', async () => {
    stubNetwork({ ...held, [podio('/item/5')]: () => refused(410) });
    renderApp('/as/app-22119/apps/22119/items/5');
    expect(await screen.findByRole('heading', { level: 1, name: 'Item not found' })).toBeTruthy();
    const said = within(await screen.findByRole('alert'));
    expect(said.getByText('This has been deleted in Podio.')).toBeTruthy();
    expect(said.getByRole('link', { name: 'Back to items' }).getAttribute('href')).toBe('/as/app-22119/apps/22119/items');
  });

  it('after a passing trouble of Podio’s: another try shows it, and the h1 keeps the focus', async () => {
    let isDown = true;
    stubNetwork({
      ...held,
      [podio('/item/3000000007')]: () => (isDown ? json({ error: 'x' }, { status: 503 }) : whole),
    });
    renderApp('/as/app-22119/apps/22119/items/3000000007');
    const heading = await screen.findByRole('heading', { level: 1 });
    const again = await screen.findByRole('button', { name: 'Try again' });
    isDown = false;
    await userEvent.click(again);
    expect(await screen.findByRole('heading', { level: 1, name: 'Login fails' })).toBe(heading);
  });

  it('with an answer that is no item: says that it makes no sense', async () => {
    stubNetwork({ ...held, [podio('/item/7')]: [1, 2] });
    renderApp('/as/app-22119/apps/22119/items/7');
    expect((await screen.findByRole('alert')).textContent).toContain('makes no sense');
  });
});
