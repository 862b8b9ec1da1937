/** What hangs on a part: suppliers, files, the company's own fields, models it fits. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addPartFile,
  addPartModel,
  changeCustomField,
  createParty,
  defineCustomField,
  getPartFile,
  listCustomFields,
  listModels,
  listParts,
  partAttachments,
  partHistory,
  partSuppliers,
  partsForModel,
  removePartModel,
  removeSupplierPart,
  retirePartFile,
  setCustomValues,
  setSupplierPart,
} from '../../src/inventory/index.ts';
import { actorWith, mint, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ max: 8 });
});
afterAll(() => world.close());

const code = (reason: string) => ({ code: `inventory.${reason}` });

describe('suppliers', () => {
  const supplier = async (kind: 'supplier' | 'customer' = 'supplier') =>
    (await world.run(createParty, { code: mint('V'), kind, nameEn: 'Vendor', nameZh: '供应商' }))
      .partyId;

  it('offer at prices by quantity, one of them preferred', async () => {
    const partId = await world.part();
    const [first, second] = [await supplier(), await supplier()];
    const priceBreaks = [
      { fromQuantity: 100, priceMinor: 800 },
      { fromQuantity: 1, priceMinor: 1000 },
    ];
    const offer = { partId, supplierPartNumber: 'V-1', packSize: 10, minimumOrder: 20 };
    await world.run(setSupplierPart, {
      ...offer,
      supplierId: first,
      priceBreaks,
      isPreferred: true,
      leadTimeDays: 7,
    });
    await world.run(setSupplierPart, { ...offer, supplierId: second, isPreferred: true });
    const found = await world.ask(partSuppliers, { partId });
    expect(found.map(({ supplierId, isPreferred }) => [supplierId, isPreferred])).toEqual([
      [second, true],
      [first, false],
    ]);
    expect(found[1]).toMatchObject({
      leadTimeDays: 7,
      packSize: 10,
      minimumOrder: 20,
      priceBreaks: [...priceBreaks].reverse(),
    });
    await world.run(setSupplierPart, { partId, supplierId: first, priceBreaks: [] });
    const [, changed] = await world.ask(partSuppliers, { partId });
    expect(changed).toMatchObject({ priceBreaks: [], packSize: 1, supplierPartNumber: null });
    await world.run(removeSupplierPart, { partId, supplierId: first });
    await expect(
      world.run(removeSupplierPart, { partId, supplierId: first }),
    ).rejects.toMatchObject(code('unknown-supplier-part'));
    const looker = actorWith(['parts.view']);
    const told = async (actor?: typeof looker) =>
      (await world.ask(partHistory, { partId }, actor)).changes.map(({ command }) => command);
    expect(await told()).toContain('parts.set-supplier');
    expect(await told(looker)).toEqual(['parts.create']);
    await expect(world.ask(partSuppliers, { partId }, looker)).rejects.toMatchObject({
      code: 'platform.not-permitted',
    });
  });

  it('refuses a customer as supplier, days upside down and one quantity twice', async () => {
    const partId = await world.part();
    const customer = await supplier('customer');
    await expect(
      world.run(setSupplierPart, { partId, supplierId: customer }),
    ).rejects.toMatchObject(code('not-a-supplier'));
    const supplierId = await supplier();
    const days = { validFrom: '2026-02-01', validTo: '2026-01-31' };
    await expect(world.run(setSupplierPart, { partId, supplierId, ...days })).rejects.toMatchObject(
      { issues: [{ pointer: '/validTo' }] },
    );
    const once = { fromQuantity: 1, priceMinor: 5 };
    await expect(
      world.run(setSupplierPart, { partId, supplierId, priceBreaks: [once, once] }),
    ).rejects.toMatchObject({ issues: [{ pointer: '/priceBreaks' }] });
  });

  it('never leaves two preferred ones, however many set it at once', async () => {
    const partId = await world.part();
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => supplier()));
    await Promise.all(
      all.map((supplierId) =>
        world.run(setSupplierPart, { partId, supplierId, isPreferred: true }),
      ),
    );
    const found = await world.ask(partSuppliers, { partId });
    expect(found.filter(({ isPreferred }) => isPreferred)).toHaveLength(1);
    expect(found).toHaveLength(5);
  });
});

describe('files', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const add = (partId: string, name: string, bytes: Buffer) =>
    world.run(addPartFile, { partId, name, contentBase64: bytes.toString('base64') });

  it.each([
    ['picture.png', png, 'image/png'],
    ['drawing.pdf', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['说明.txt', Buffer.from('安装说明\n'), 'text/plain'],
    ['rows.csv', Buffer.from('a,b\n1,2\n'), 'text/csv'],
    ['lie.png', Buffer.from('plain text'), 'text/plain'],
  ])('keeps %s byte for byte as what its content is', async (name, bytes, mediaType) => {
    const partId = await world.part();
    const { fileId } = await add(partId, name, bytes);
    const { files } = await world.ask(partAttachments, { partId });
    expect(files).toMatchObject([{ id: fileId, name, mediaType, sizeBytes: bytes.byteLength }]);
    const file = await world.ask(getPartFile, { partId, fileId });
    expect(Buffer.from(file.contentBase64, 'base64').equals(bytes)).toBe(true);
    const other = await world.part();
    await expect(world.ask(getPartFile, { partId: other, fileId })).rejects.toMatchObject(
      code('unknown-part-file'),
    );
    await world.run(retirePartFile, { partId, fileId });
    expect((await world.ask(partAttachments, { partId })).files).toEqual([]);
    await expect(world.ask(getPartFile, { partId, fileId })).rejects.toMatchObject(
      code('unknown-part-file'),
    );
    await expect(world.run(retirePartFile, { partId, fileId })).rejects.toMatchObject(
      code('unknown-part-file'),
    );
    await add(partId, name, bytes);
  });

  it('refuses what could run, what is too large and what is there already', async () => {
    const partId = await world.part();
    const program = Buffer.from('4d5a90000300000004000000ffff0000', 'hex');
    await expect(add(partId, 'photo.png', program)).rejects.toMatchObject(code('part-file-kind'));
    const large = Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]);
    await expect(add(partId, 'large.png', large)).rejects.toMatchObject(
      code('part-file-too-large'),
    );
    await add(partId, 'just-fits.png', large.subarray(0, 5 * 1024 * 1024));
    await add(partId, 'one.png', png);
    await expect(add(partId, 'again.png', png)).rejects.toMatchObject({
      ...code('part-file-taken'),
      params: { name: 'one.png' },
    });
  });
});

describe('custom fields', () => {
  const field = async (kind: 'text' | 'number' | 'day' | 'choice', more = {}) => {
    const fieldCodeText = mint('f').toLowerCase();
    const label = { labelEn: `Field ${fieldCodeText}`, labelZh: '字段' };
    await world.run(defineCustomField, { code: fieldCodeText, kind, ...label, ...more });
    return fieldCodeText;
  };
  const set = (partId: string, fieldCodeText: string, value: string | null) =>
    world.run(setCustomValues, { partId, values: [{ code: fieldCodeText, value }] });
  const choices = [
    { code: 'red', labelEn: 'Crimson', labelZh: '红色' },
    { code: 'blue', labelEn: null, labelZh: '蓝色' },
  ];

  it.each([
    ['text', ' Blue <b> ', 'Blue <b>', null],
    ['number', '-12.5', -12.5, '1e3'],
    ['number', '007', null, '007'],
    ['day', '2024-02-29', '2024-02-29', '2026-02-29'],
    ['choice', 'red', 'red', 'green'],
  ] as const)('of kind %s takes %j and refuses %4$j', async (kind, typed, value, wrong) => {
    const partId = await world.part();
    const own = await field(kind, kind === 'choice' ? { choices } : {});
    if (value !== null) {
      await set(partId, own, typed);
      const { fields } = await world.ask(partAttachments, { partId });
      expect(fields.find((one) => one.code === own)?.value).toBe(value);
      await set(partId, own, null);
      const after = await world.ask(partAttachments, { partId });
      expect(after.fields.find((one) => one.code === own)?.value).toBeNull();
    }
    if (wrong !== null) {
      await expect(set(partId, own, wrong)).rejects.toMatchObject(code('custom-value-wrong'));
    }
  });

  it('asks for what is required, knows only its own codes, and is searched', async () => {
    const partId = await world.part();
    const needed = await field('text', { isRequired: true });
    await expect(set(partId, needed, '  ')).rejects.toMatchObject(code('custom-value-required'));
    await expect(set(partId, 'no-such', 'x')).rejects.toMatchObject(code('unknown-custom-field'));
    const said = mint('SAID');
    await set(partId, needed, `before ${said} after`);
    expect((await world.ask(listParts, { search: said })).parts.map(({ id }) => id)).toEqual([
      partId,
    ]);
    const label = mint('LABEL');
    const colour = await field('choice', {
      choices: [{ code: 'a', labelEn: label, labelZh: null }],
    });
    await set(partId, colour, 'a');
    expect((await world.ask(listParts, { search: label })).total).toBe(1);
    const fields = await world.ask(listCustomFields, {});
    const { version } = fields.find((one) => one.code === needed) ?? { version: 0 };
    const change = { code: needed, version, labelEn: 'Gone', kind: 'text' as const };
    await world.run(changeCustomField, { ...change, isRetired: true });
    expect((await world.ask(listParts, { search: said })).total).toBe(0);
    await expect(set(partId, needed, 'x')).rejects.toMatchObject(code('unknown-custom-field'));
  });

  it('changes only while what parts hold still fits', async () => {
    const partId = await world.part();
    const own = await field('choice', { choices });
    await set(partId, own, 'blue');
    const base = { code: own, version: 1, labelEn: 'Colour', kind: 'choice' as const };
    const [red, blue] = [choices.slice(0, 1), choices.slice(1)];
    await expect(world.run(changeCustomField, { ...base, choices: red })).rejects.toMatchObject({
      ...code('custom-field-in-use'),
      params: { count: 1 },
    });
    await expect(world.run(changeCustomField, { ...base, kind: 'text' })).rejects.toMatchObject(
      code('custom-field-in-use'),
    );
    await world.run(changeCustomField, { ...base, choices: blue });
    await expect(world.run(changeCustomField, { ...base, choices: blue })).rejects.toMatchObject(
      code('changed-meanwhile'),
    );
    await expect(world.run(changeCustomField, { ...base, code: 'no-such' })).rejects.toMatchObject({
      code: 'platform.invalid-input',
    });
    await expect(
      world.run(changeCustomField, { ...base, code: 'no-such', choices }),
    ).rejects.toMatchObject(code('unknown-custom-field'));
    const again = { code: own, labelEn: 'Again', kind: 'text' as const };
    await expect(world.run(defineCustomField, again)).rejects.toMatchObject(
      code('custom-field-code-taken'),
    );
    const planner = actorWith(['parts.view', 'parts.edit']);
    await expect(
      world.run(defineCustomField, { ...again, code: 'x-1' }, planner),
    ).rejects.toMatchObject({ code: 'platform.not-permitted' });
  });
});

describe('models', () => {
  it('list the parts that fit, whatever the capitals', async () => {
    const [one, two] = [await world.part(), await world.part()];
    const model = mint('Model X');
    const { modelId } = await world.run(addPartModel, { partId: one, model, note: 'left side' });
    await world.run(addPartModel, { partId: two, model: model.toLowerCase() });
    const found = await world.ask(partsForModel, { model });
    expect(found.total).toBe(2);
    expect(found.parts.find(({ partId }) => partId === one)?.note).toBe('left side');
    expect(await world.ask(listModels, { search: model })).toMatchObject({
      total: 1,
      models: [{ partCount: 2 }],
    });
    await expect(
      world.run(addPartModel, { partId: one, model: model.toLowerCase() }),
    ).rejects.toMatchObject(code('part-model-taken'));
    await world.run(removePartModel, { partId: one, modelId });
    await expect(world.run(removePartModel, { partId: one, modelId })).rejects.toMatchObject(
      code('unknown-part-model'),
    );
    expect((await world.ask(partsForModel, { model })).total).toBe(1);
  });
});
